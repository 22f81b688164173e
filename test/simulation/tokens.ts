import type { Change, Item } from "../../core/ledger/item.ts";
import type { Row, SpreadsheetState } from "../../local/google/state.ts";

/** Every text that a person enters carries a number of its own, so that it can be found again wherever it went. */

export type TokenKind = "cell" | "private" | "note" | "formula" | "api";

const pattern = /@(\d+);/g;

export function tokensIn(text: string): number[] {
  return [...text.matchAll(pattern)].map((match) => Number(match[1]));
}

const cache = new WeakMap<object, readonly number[]>();

/** Texts of this system quote values: what stands in them was not entered there. */
function ownPart(text: string): string {
  if (/[：；]/.test(text)) return "";
  return text;
}

function rowTokens(row: NonNullable<Row>): readonly number[] {
  const known = cache.get(row);
  if (known !== undefined) return known;
  const found: number[] = [];
  for (const cell of row) {
    if (cell === undefined) continue;
    if (cell.formula !== undefined) found.push(...tokensIn(cell.formula));
    else if (typeof cell.value === "string" && cell.value.includes("@")) found.push(...tokensIn(ownPart(cell.value)));
    if (cell.note !== undefined) found.push(...tokensIn(cell.note.split("【系统】")[0] ?? ""));
  }
  cache.set(row, found);
  return found;
}

/** token -> how often it stands in the spreadsheet. */
export function countTokens(state: SpreadsheetState): Map<number, number> {
  const counts = new Map<number, number>();
  for (const sheet of state.sheets)
    for (const row of sheet.rows)
      if (row !== undefined) for (const token of rowTokens(row)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

export function tokensOfItem(item: Item, history: readonly Change[]): number[] {
  const texts = [
    ...Object.values(item.texts),
    ...item.conflicts.flatMap(({ sheetValue, storeValue }) => [sheetValue ?? "", storeValue ?? ""]),
    ...history.flatMap(({ before, after }) => [before ?? "", after ?? ""]),
  ];
  return texts.flatMap(tokensIn);
}
