import { type Column, type ReadContext, sameMeaning } from "../ledger/column.ts";

/**
 * What happens to one cell. The whole policy is the table in `decide`; everything else in this folder finds the
 * inputs and carries out the result.
 */

export interface CellInput {
  /** What both sides last agreed on; null when they never did (the column is new to this table). */
  readonly base: string | null;
  readonly sheet: string;
  readonly store: string;
  /** A formula or part of a merge: never written. */
  readonly readOnly: boolean;
}

export type CellDecision =
  /** Both sides are as they were. */
  | "KEEP"
  /** Both sides say the same already: the base moves, no value does. */
  | "AGREE"
  /** The store takes the sheet's text: it changed there alone, or means the same in other words. */
  | "TAKE_SHEET"
  /** The sheet is to show the store's text. */
  | "TAKE_STORE"
  /** Both changed: the sheet's text is shown and stored, the store's is kept in the conflict. */
  | "CONFLICT_SHEET_SHOWN"
  /** Both changed: the store's text is shown, the sheet's is kept in the conflict. */
  | "CONFLICT_STORE_SHOWN";

export function decide(
  column: Column,
  { base, sheet, store, readOnly }: CellInput,
  context: ReadContext,
): CellDecision {
  const sheetChanged = base === null ? sheet !== "" : sheet !== base;
  const storeChanged = base === null ? store !== "" : store !== base;

  if (sheet === store) return sheetChanged || storeChanged ? "AGREE" : "KEEP";
  //  sheet changed   store changed
  if (sheetChanged && !storeChanged) return "TAKE_SHEET";
  if (sameMeaning(column, sheet, store, context)) return "TAKE_SHEET";
  if (readOnly) return "CONFLICT_SHEET_SHOWN";
  if (!sheetChanged && storeChanged) return "TAKE_STORE";
  return column.shows === "API" ? "CONFLICT_STORE_SHOWN" : "CONFLICT_SHEET_SHOWN";
}
