import type { Item } from "../../../core/ledger/item.ts";
import type { Priority } from "../../../core/sync/job.ts";

/** Follows every change from where it was made to where it arrives. */

export interface Change {
  readonly from: "sheet" | "store";
  readonly spreadsheetId: string;
  readonly cell: string;
  /** The text that nobody else writes. */
  readonly text: string;
  readonly atMs: number;
  /** When Google's list of changes shows it; null: never, or it does not come from a sheet. */
  readonly shownAtMs: number | null;
  readonly lost: boolean;
  arrivedAtMs: number | null;
  /** What kind of job brought it. */
  by: Priority | null;
}

export function makeFollow(nowMs: () => number) {
  const all: Change[] = [];
  const waiting = new Map<string, Change[]>();
  const arrivedUnnamed = new Map<string, Change[]>();

  function arrive(change: Change): void {
    change.arrivedAtMs = nowMs();
    const { spreadsheetId } = change;
    const rest = (waiting.get(spreadsheetId) ?? []).filter((each) => each !== change);
    if (rest.length === 0) waiting.delete(spreadsheetId);
    else waiting.set(spreadsheetId, rest);
    arrivedUnnamed.set(spreadsheetId, [...(arrivedUnnamed.get(spreadsheetId) ?? []), change]);
  }
  const waitingFor = (spreadsheetId: string, from: Change["from"]) =>
    (waiting.get(spreadsheetId) ?? []).filter((change) => change.from === from);

  return {
    all: all as readonly Change[],
    begin(change: Omit<Change, "arrivedAtMs" | "by">): void {
      const begun: Change = { ...change, arrivedAtMs: null, by: null };
      all.push(begun);
      waiting.set(change.spreadsheetId, [...(waiting.get(change.spreadsheetId) ?? []), begun]);
    },
    isWaiting: (spreadsheetId: string, cell: string) =>
      (waiting.get(spreadsheetId) ?? []).some((change) => change.cell === cell),
    stored({ row, texts }: Item): void {
      if (row === null) return;
      const held = new Set(Object.values(texts));
      for (const change of waitingFor(row.spreadsheetId, "sheet")) if (held.has(change.text)) arrive(change);
    },
    shown(spreadsheetId: string, texts: () => readonly string[]): void {
      const expected = waitingFor(spreadsheetId, "store");
      if (expected.length === 0) return;
      const seen = new Set(texts());
      for (const change of expected) if (seen.has(change.text)) arrive(change);
    },
    passEnded(spreadsheetId: string, priority: Priority): void {
      for (const change of arrivedUnnamed.get(spreadsheetId) ?? []) change.by = priority;
      arrivedUnnamed.delete(spreadsheetId);
    },
  };
}
export type Follow = ReturnType<typeof makeFollow>;
