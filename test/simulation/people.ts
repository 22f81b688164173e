import { settle } from "../../core/ledger/conflict.ts";
import { restore } from "../../core/ledger/restore.ts";
import type { SheetState, SpreadsheetState } from "../../local/google/state.ts";
import { seededRandom } from "../support/random.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { acts } from "./acts.ts";
import { type Desk, headerRowOf, headersOf } from "./desk.ts";
import { tokensIn } from "./tokens.ts";
import type { Watch } from "./watch.ts";

/** Clerks at their spreadsheets and API clients, each doing one thing by chance. */

export interface People {
  /** One act in the spreadsheet, by name; its own chance makes it the same in every replay. */
  clerk(id: string, n: number, name: string): void;
  /** Takes back the last act, if nobody has touched the tab since. */
  undo(): void;
  api(id: string, n: number, name: string): Promise<void>;
}

export interface PeopleParts {
  readonly world: SyncWorld;
  readonly watch: Watch;
  readonly count: (what: string) => void;
  /** A spreadsheet was changed: the feed will say so. */
  readonly changed: (id: string) => void;
}

interface LastAct {
  readonly id: string;
  readonly before: SpreadsheetState;
  readonly after: SpreadsheetState;
}

const problemFields = ["department", "owner", "progress", "remark", "description"];
const topicFields = ["department", "progress"];

export function makePeople({ world, watch, count, changed }: PeopleParts): People {
  let last: LastAct | null = null;

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
      if (!watch.firstActMs.has(name)) watch.firstActMs.set(name, world.world.nowMs());
      changed(id);
      count(`clerk ${name}`);
    },

    undo() {
      if (last === null) return;
      const { id, before, after } = last;
      last = null;
      const now = world.google.state(id);
      const sheets = now.sheets.map((sheet) => {
        const then = before.sheets.find((each) => each.id === sheet.id);
        return then === undefined || then === sheet || after.sheets.find((each) => each.id === sheet.id) !== sheet
          ? sheet
          : withoutLostMetadata(then, sheet);
      });
      if (sheets.every((sheet, i) => sheet === now.sheets[i])) return;
      world.google.put({ ...now, sheets });
      changed(id);
      count("clerk undo");
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

/** What was deleted comes back without its metadata: whether Google's undo restores it is not documented. */
function withoutLostMetadata(then: SheetState, now: SheetState): SheetState {
  const there = new Set(now.rowDimensions.flatMap((row) => (row?.metadata ?? []).map(({ id }) => id)));
  const rowDimensions = then.rowDimensions.map((row) => {
    if (row?.metadata === undefined) return row;
    const metadata = row.metadata.filter(({ id }) => there.has(id));
    const { metadata: _, ...rest } = row;
    return metadata.length === 0 ? rest : { ...rest, metadata };
  });
  return { ...then, rowDimensions };
}
