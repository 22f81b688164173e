import type { RawRow, Scalar, SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import { guardRow } from "./anchors.ts";
import { withSystemPart } from "./notice.ts";
import type { RowAction } from "./round-plan.ts";
import type { SheetRow, Survey } from "./survey.ts";
import { sameRow } from "./verify.ts";

interface Looked {
  readonly read: SpreadsheetRead;
  readonly survey: Survey;
}

export interface Noted {
  /** All that the round planned. */
  readonly rows: readonly RowAction[];
  /** Those of them whose notes were written. */
  readonly noted: readonly RowAction[];
}

/**
 * Pure: notes are written by position, so one may have landed on a row that moved there meanwhile. `before` is the look
 * the notes were planned from, `now` a look after they were written. A row that shows a note meant for another gets
 * back what it had, unless the same words were meant for it too.
 */
export function planNoteRepair({ rows, noted }: Noted, before: Looked, now: Looked): Structural[] {
  const rowsNow = byPosition(now.survey);
  // A code that stood in several rows says of none which it was.
  const ownerBefore = new Map(
    [...before.survey.rows].flatMap(([code, [row, ...others]]) =>
      row === undefined || others.length > 0 ? [] : [[code, row] as const],
    ),
  );
  // Rows that got their code in that round, or kept it.
  for (const { code, row } of rows) if (row !== null && !ownerBefore.has(code)) ownerBefore.set(code, row);
  const meant = new Map<string, string>();
  for (const { code, notes } of noted)
    for (const action of notes) if (action.kind === "note") meant.set(`${code} ${action.column}`, action.note);

  const noteAt = ({ read }: Looked, tabId: number, row: number, column: number) =>
    read.tabs.find((tab) => tab.tabId === tabId)?.rows[row]?.cells[column]?.note ?? "";
  const systemColumns = new Map(
    noted.flatMap(({ row }) => Object.values(row?.table.system ?? {}).map((column) => [column ?? -1, true] as const)),
  );
  /** A row that had no code is the one that said the same. */
  const noteOfTwin = (tabId: number, at: number, column: number) => {
    const rows = ({ read }: Looked) => read.tabs.find((tab) => tab.tabId === tabId)?.rows ?? [];
    const values = rows(now)[at]?.cells.map(({ value }) => value) ?? [];
    if (values.every((value) => value === null)) {
      // Of a blank row only its note says which it was: the one that stands nowhere any more.
      const notes = rows(before).flatMap(({ cells }) =>
        cells.every(({ value }) => value === null) ? (cells[column]?.note ?? []) : [],
      );
      const own = (note: string) => withSystemPart(note, "");
      const standing = new Set(rows(now).flatMap(({ cells }) => cells.map(({ note }) => own(note ?? ""))));
      const [lost = "", ...others] = notes.filter((note) => !standing.has(own(note)));
      return others.length === 0 ? lost : "";
    }
    // Of several that say the same: a note that none of the others shows.
    const same = ({ cells }: RawRow) => sameRow(cells, values, systemColumns);
    const notes = rows(before)
      .filter(same)
      .map(({ cells }) => cells[column]?.note ?? "");
    for (const { cells } of rows(now).filter((row, i) => i !== at && same(row))) {
      const shown = notes.indexOf(cells[column]?.note ?? "");
      if (shown >= 0) notes.splice(shown, 1);
    }
    return notes.includes(noteAt(now, tabId, at, column)) ? noteAt(now, tabId, at, column) : (notes[0] ?? "");
  };
  /** What the row that now stands at a position should show there; null: its code says no longer which row it was. */
  const rightful = (tabId: number, at: number, column: number) => {
    const owner = rowsNow.get(`${tabId} ${at}`);
    if (owner === undefined) return noteOfTwin(tabId, at, column);
    const was = ownerBefore.get(owner.row.code);
    if (was !== undefined && !readsAlike(was, owner)) return null;
    if (was === undefined) return meant.get(`${owner.row.code} ${column}`) ?? noteOfTwin(tabId, at, column);
    const from = columnBefore(before.read, was, now.read, owner, column);
    if (from === null) return "";
    return meant.get(`${owner.row.code} ${from}`) ?? noteAt(before, tabId, was.row.row + at - owner.row.row, from);
  };

  const repairs: Structural[] = [];
  for (const { code, notes } of noted) {
    for (const action of notes) {
      if (action.kind !== "note") continue;
      const { tabId, column } = action;
      const rows = now.read.tabs.find((tab) => tab.tabId === tabId)?.rows ?? [];
      // Words of ours are found wherever they went; a note taken away leaves nothing but the place it was taken from.
      const hit = action.note === "" ? [action.row] : [...rows.keys()];
      for (const row of hit) {
        if (noteAt(now, tabId, row, column) !== action.note) continue;
        const owner = rowsNow.get(`${tabId} ${row}`);
        const was = owner?.row.code === code ? ownerBefore.get(code) : undefined;
        if (
          owner !== undefined &&
          was !== undefined &&
          columnBefore(before.read, was, now.read, owner, column) === column
        )
          continue;
        const note = rightful(tabId, row, column);
        if (note !== null && note !== action.note) repairs.push({ kind: "note", tabId, row, column, note });
      }
    }
  }
  return repairs;
}

/** Where the column stood before, by its header; null: it is a new one. */
function columnBefore(
  before: SpreadsheetRead,
  was: SheetRow,
  now: SpreadsheetRead,
  is: SheetRow,
  column: number,
): number | null {
  const old = headerOf(before, was);
  const header = headerOf(now, is)[column] ?? null;
  if ((old[column] ?? null) === header) return column;
  const from = header === null ? -1 : old.indexOf(header);
  return from < 0 ? null : from;
}

function headerOf(read: SpreadsheetRead, { table }: SheetRow): readonly (Scalar | null)[] {
  const row = read.tabs.find(({ tabId }) => tabId === table.tabId)?.rows[guardRow(table)];
  return (row?.cells ?? []).map(({ value }) => value);
}

/** Codes are swapped by pasting: most of what the row says must be what it said. What we wrote there meanwhile may differ. */
function readsAlike(was: SheetRow, is: SheetRow): boolean {
  const texts = [...is.row.cells].flatMap(([field, { text }]) => {
    const before = was.row.cells.get(field)?.text;
    return before === undefined || (before === "" && text === "") ? [] : [{ before, text }];
  });
  return texts.filter(({ before, text }) => before === text).length * 2 >= texts.length;
}

/** Every grid row of every row with a code. */
function byPosition({ rows }: Survey): ReadonlyMap<string, SheetRow> {
  const found = new Map<string, SheetRow>();
  for (const sheetRow of [...rows.values()].flat())
    for (let i = 0; i < sheetRow.row.rowSpan; i++)
      found.set(`${sheetRow.table.tabId} ${sheetRow.row.row + i}`, sheetRow);
  return found;
}
