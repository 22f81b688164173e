import type { Item } from "../ledger/item.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { RowFound } from "../sheet/table.ts";

/** What a clerk reads: the text of 系统提示 and the notes on single cells. Pure, and the same for the same row. */

/** Begins this system's part of a note; whatever stands before it belongs to the clerk. */
export const noteMark = "【系统】";

export function systemPart(note: string): string {
  const at = note.indexOf(noteMark);
  return at < 0 ? "" : note.slice(at);
}

export function withSystemPart(note: string, part: string): string {
  const at = note.indexOf(noteMark);
  const own = (at < 0 ? note : note.slice(0, at)).trimEnd();
  if (part === "") return own;
  return own === "" ? part : `${own}\n${part}`;
}

function quote(text: string | null): string {
  if (text === null || text === "") return "（空）";
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`;
}

/** Written into 系统提示 by a clerk: what is shown now is right. */
export const settlingWord = "以此为准";
export const howToSettle = `在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“${settlingWord}”`;

/** field -> sentences about that cell: unreadable text and open conflicts. */
export function cellMessages(item: Item, row: RowFound): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  const say = (field: string, message: string) => messages.set(field, [...(messages.get(field) ?? []), message]);
  const kind = kindOf(item.kind);
  for (const column of kind.columns) {
    const cell = row.cells.get(column.field);
    if (cell === undefined) continue;
    const text = item.texts[column.field] ?? "";
    // A doubt about the cell itself ends when the item says something else, which the cell is about to show.
    const doubt = cell.text === text ? cell.problem : undefined;
    const problem = doubt ?? column.type.parse(text, { referenceDate: item.referenceDate }).problem;
    if (problem !== undefined) say(column.field, problem);
  }
  for (const conflict of item.conflicts) {
    if (conflict.settledAt !== null || !row.cells.has(conflict.field)) continue;
    const [shown, other] =
      conflict.shown === "SHEET"
        ? [`表格的${quote(conflict.sheetValue)}`, `系统中的${quote(conflict.storeValue)}`]
        : [`系统中的${quote(conflict.storeValue)}`, `表格的${quote(conflict.sheetValue)}`];
    const why = conflict.sheetReadOnly === undefined ? "两边同时改动，" : `${conflict.sheetReadOnly}；`;
    say(conflict.field, `${why}现显示${shown}，另存${other}；${howToSettle}`);
  }
  return messages;
}

/** The 系统提示 text: one sentence a cell, led by the header. */
export function noticeText(item: Item, row: RowFound, extra: readonly string[]): string {
  const kind = kindOf(item.kind);
  const parts = [...cellMessages(item, row)].flatMap(([field, messages]) =>
    messages.map((message) => `${columnOf(kind, field).header}：${message}`),
  );
  return [...extra, ...parts].join("；").slice(0, 1_000);
}

/**
 * The field that speaks for the note of a cell: several fields may share one. null where the cell reaches into other
 * rows, each of which would have something else to say, or is protected: their 系统提示 says it.
 */
export function noteFieldOf({ row, rowSpan, cells }: RowFound, field: string): string | null {
  const cell = cells.get(field);
  if (cell === undefined || cell.protected || cell.row < row || cell.row >= row + rowSpan) return null;
  for (const [candidate, other] of cells) if (other.row === cell.row && other.column === cell.column) return candidate;
  return null;
}

export function cellNotes(item: Item, row: RowFound): Map<string, string> {
  const byField = new Map<string, string[]>();
  for (const [field, messages] of cellMessages(item, row)) {
    const speaker = noteFieldOf(row, field);
    if (speaker !== null) byField.set(speaker, [...(byField.get(speaker) ?? []), ...messages]);
  }
  return new Map([...byField].map(([field, messages]) => [field, noteMark + messages.join("；").slice(0, 1_000)]));
}
