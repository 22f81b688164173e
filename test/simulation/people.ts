import { settle } from "../../core/ledger/conflict.ts";
import { restore } from "../../core/ledger/restore.ts";
import { seededRandom } from "../support/random.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { acts } from "./acts.ts";
import { type Desk, headerRowOf, headersOf } from "./desk.ts";
import { tokensIn } from "./tokens.ts";
import { type Move, moved, reversed } from "./undo.ts";
import type { Watch } from "./watch.ts";

/** Clerks at their spreadsheets and API clients, each doing one thing by chance. */

export interface People {
  /** One act in the spreadsheet, by name; its own chance makes it the same in every replay. */
  clerk(id: string, n: number, name: string): void;
  /** Takes back the last act, if nobody has touched the tab since. */
  undo(): void;
  /** Does it again, on the same condition. */
  redo(): void;
  /** Takes back the last deletion of a ledger, however much was done since. */
  restoreTab(id: string): void;
  api(id: string, n: number, name: string): Promise<void>;
}

export interface PeopleParts {
  readonly world: SyncWorld;
  readonly watch: Watch;
  readonly count: (what: string) => void;
  /** A spreadsheet was changed: the feed will say so. */
  readonly changed: (id: string) => void;
}

const problemFields = ["department", "owner", "progress", "remark", "description"];
const topicFields = ["department", "progress"];

export function makePeople({ world, watch, count, changed }: PeopleParts): People {
  let last: Move | null = null;
  let undone: Move | null = null;
  /** Spreadsheet -> the last deletion of a ledger. */
  const deletions = new Map<string, Move>();

  async function apiAct(id: string, pick: (bound: number) => number, name: string): Promise<void> {
    if (name === "apiCreate") {
      const description = watch.fresh("api", id);
      await world.apiCreate(id, { description, remark: pick(3) === 0 ? "=1+1" : "" });
      accept(id, { description });
      return count("api create");
    }
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

  function accept(id: string, texts: Readonly<Record<string, string>>): void {
    const accepted = watch.accepted.get(id) ?? new Set<number>();
    watch.accepted.set(id, accepted);
    for (const token of Object.values(texts).flatMap(tokensIn)) {
      accepted.add(token);
      watch.puts(token, 1);
    }
  }

  /** Does what leads back or forth; null where others have been at work since. */
  function go(move: Move): Move | null {
    const before = world.google.state(move.id);
    const after = moved(before, move);
    if (after === null) return null;
    world.google.put(after);
    changed(move.id);
    return { id: move.id, before, after };
  }

  return {
    clerk(id, n, name) {
      const pick = picker(n);
      const before = world.google.state(id);
      const ledgers = before.sheets.filter((sheet) => headerRowOf(sheet) >= 0);
      const tab = ledgers[pick(4) > 0 ? 0 : pick(Math.max(1, ledgers.length))];
      const act = acts[name]?.[1];
      if (tab === undefined || act === undefined) return;
      const other = world.google.state(id === "s1" ? "s2" : "s1").sheets[0];
      const row = other?.rows[1 + pick(3)] ?? [];
      const headers = other === undefined ? [] : headersOf(other);
      const desk: Desk = {
        sheets: before.sheets,
        tab,
        pick,
        fresh: (kind) => watch.fresh(kind, id),
        elsewhere: new Map(headers.map((header, column) => [header, row[column]?.value])),
      };
      try {
        const requests = act(desk);
        if (requests.length === 0) return;
        world.google.edit(id, requests);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== "GoogleError") throw error;
        count("refused by Google");
        return;
      }
      last = { id, before, after: world.google.state(id) };
      if (name === "deleteTab" && !last.after.sheets.includes(tab)) deletions.set(id, last);
      if (!watch.firstActMs.has(name)) watch.firstActMs.set(name, world.world.nowMs());
      changed(id);
      count(`clerk ${name}`);
    },

    undo() {
      const back = last === null ? null : go(reversed(last));
      last = null;
      if (back === null) return;
      undone = back;
      count("clerk undo");
    },

    redo() {
      const forth = undone === null ? null : go(reversed(undone));
      undone = null;
      if (forth === null) return;
      last = forth;
      count("clerk redo");
    },

    restoreTab(id) {
      const deletion = deletions.get(id);
      deletions.delete(id);
      if (deletion !== undefined && go(reversed(deletion)) !== null) count("clerk restoreTab");
    },

    async api(id, n, name) {
      try {
        await apiAct(id, picker(n), name);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes("is stale")) throw error;
        count("api stale");
      }
    },
  };
}

function picker(n: number): (bound: number) => number {
  const chance = seededRandom(n);
  return (bound) => Math.floor(chance() * bound);
}
