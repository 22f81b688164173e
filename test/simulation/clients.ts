import { makeCode } from "../../core/ledger/code.ts";
import { settle } from "../../core/ledger/conflict.ts";
import { createItem } from "../../core/ledger/create.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { restore } from "../../core/ledger/restore.ts";
import { placeFor } from "../../core/sync/homeless.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { picker } from "./chance.ts";
import { tokensIn } from "./tokens.ts";
import type { Watch } from "./watch.ts";

/** Clients of the API, each doing one thing by chance. */
export interface Clients {
  act(id: string, n: number, name: string): Promise<void>;
}

export interface ClientsParts {
  readonly world: SyncWorld;
  readonly watch: Watch;
  readonly count: (what: string) => void;
}

const problemFields = ["department", "owner", "progress", "remark", "description"];
const topicFields = ["department", "progress"];

export function makeClients({ world, watch, count }: ClientsParts): Clients {
  async function act(id: string, pick: (bound: number) => number, name: string): Promise<void> {
    if (name === "apiCreate") {
      const description = watch.fresh("api", id);
      await world.apiCreate(id, { description, remark: pick(3) === 0 ? "=1+1" : "" });
      accept(id, { description });
      return count("api create");
    }
    if (name === "apiTopic") return makeTopic(id);
    const items = (await world.items(id)).filter(({ archivedAt }) => archivedAt === null || name === "apiRestore");
    if (name === "apiAgain") {
      const open = items.flatMap(({ code, texts, ahead }) =>
        Object.keys(ahead).flatMap((field) =>
          field in texts && problemFields.includes(field) ? [{ code, field }] : [],
        ),
      );
      const again = open[pick(Math.max(1, open.length))];
      if (again === undefined) return;
      const texts = { [again.field]: watch.fresh("api", id) };
      await world.apiSet(again.code, texts);
      accept(id, texts);
      return count("api set again");
    }
    const item = items[pick(Math.max(1, items.length))];
    if (item === undefined) return;
    if (name === "apiSet") {
      const fields = item.kind === "problem" ? problemFields : topicFields;
      const texts: Record<string, string> = {};
      for (let i = 0; i <= pick(2); i++)
        texts[fields[pick(fields.length)] ?? "progress"] = pick(8) === 0 ? "" : watch.fresh("api", id);
      await world.apiSet(item.code, texts);
      accept(id, texts);
      return count("api set");
    }
    if (name === "apiSettle") {
      const owner = items.find(({ conflicts }) => conflicts.some(({ settledAt }) => settledAt === null));
      const open = owner?.conflicts.find(({ settledAt }) => settledAt === null);
      if (owner === undefined || open === undefined) return;
      const settled = settle(owner, open.id, { choose: pick(2) === 0 ? "SHEET" : "API" }, world.apiAuthor());
      if (!settled.ok) return;
      accept(id, (await world.apiPut(owner, settled.edited)).texts);
      return count("api settle");
    }
    const restored = restore(item, await world.history(item.code), 1 + pick(item.version), world.apiAuthor());
    if (!restored.ok || restored.edited.changes.length === 0) return;
    accept(id, (await world.apiPut(item, restored.edited)).texts);
    count("api restore");
  }

  /** Its row is to appear where the API would have it: nowhere as long as no tab of its kind is known. */
  async function makeTopic(id: string): Promise<void> {
    const link = await world.store.getLink(id);
    if (link === null) return;
    const row = placeFor([link], link.unit, "topic");
    const texts = { title: watch.fresh("api", id) };
    const code = makeCode(kindOf("topic"), world.world);
    const referenceDate = world.nowIso().slice(0, 10);
    const made = { kind: "topic", code, unit: link.unit, texts, topicCode: null, row, referenceDate } as const;
    const item = await world.apiPut(null, createItem(made, world.apiAuthor()));
    accept(id, texts);
    const since = placeFor(await world.store.listLinks(), link.unit, "topic");
    if (row === null && since !== null) await world.apiPut(item, { item: { ...item, row: since }, changes: [] });
    count(row === null ? "api topic without a row" : "api topic");
  }

  function accept(id: string, texts: Readonly<Record<string, string>>): void {
    const accepted = watch.accepted.get(id) ?? new Set<number>();
    watch.accepted.set(id, accepted);
    for (const token of Object.values(texts).flatMap(tokensIn)) {
      accepted.add(token);
      watch.puts(token, 1);
    }
  }

  return {
    async act(id, n, name) {
      try {
        await act(id, picker(n), name);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes("is stale")) throw error;
        count("api stale");
      }
    },
  };
}
