import type { SyncWorld } from "../support/sync-world.ts";
import { acts } from "./acts.ts";
import { picker } from "./chance.ts";
import { type Desk, headerRowOf, headersOf } from "./desk.ts";
import { type Move, moved, reversed } from "./undo.ts";
import type { Watch } from "./watch.ts";

/** Clerks at their spreadsheets, each doing one thing by chance. */

export interface Clerks {
  /** One act in the spreadsheet, by name; its own chance makes it the same in every replay. */
  act(id: string, n: number, name: string): void;
  /** Takes back the last act, if nobody has touched the tab since. */
  undo(): void;
  /** Does it again, on the same condition. */
  redo(): void;
  /** Takes back the last deletion of a ledger, however much was done since. */
  restoreTab(id: string): void;
}

export interface ClerksParts {
  readonly world: SyncWorld;
  readonly watch: Watch;
  readonly count: (what: string) => void;
  /** A spreadsheet was changed: the feed will say so. */
  readonly changed: (id: string) => void;
}

export function makeClerks({ world, watch, count, changed }: ClerksParts): Clerks {
  let last: Move | null = null;
  let undone: Move | null = null;
  /** Spreadsheet -> the last deletion of a ledger. */
  const deletions = new Map<string, Move>();

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
    act(id, n, name) {
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
  };
}
