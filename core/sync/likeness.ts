import { baseText, type Item } from "../ledger/item.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { SheetRow } from "./survey.ts";

/** Pure: how much a row reads like an item. */
export interface Likeness {
  /** As both sides agreed, or as a write shows it that nobody has proven yet. */
  says(item: Item, field: string, text: string): boolean;
  sameKey(row: SheetRow, item: Item): boolean;
  /** Word for word, and not by being blank. */
  isRowOf(row: SheetRow, item: Item): boolean;
  sharedCells(row: SheetRow, item: Item): number;
  /** Between copies: where an unproven write of ours shows in one row, the item is that one. */
  newestCells(row: SheetRow, item: Item): number;
}

/** @param written code -> field -> text that a pass which died was writing; the store may have gone on since. */
export function makeLikeness(written: ReadonlyMap<string, ReadonlyMap<string, string>>): Likeness {
  const says = (item: Item, field: string, text: string) =>
    text === baseText(item, field) || text === (item.texts[field] ?? "") || text === written.get(item.code)?.get(field);
  const sharedCells = ({ row }: SheetRow, item: Item) =>
    [...row.cells].filter(([field, cell]) => says(item, field, cell.text)).length;
  const sameKey = (row: SheetRow, item: Item) => {
    const key = keyText(row);
    return key !== "" && row.table.kind === item.kind && says(item, kindOf(item.kind).keyField, key);
  };
  return {
    says,
    sameKey,
    sharedCells,
    isRowOf: (row, item) => sameKey(row, item) && sharedCells(row, item) === row.row.cells.size,
    newestCells: ({ row }, item) =>
      [...row.cells].filter(([field, { text }]) => text === (item.texts[field] ?? "")).length,
  };
}

export function keyText({ table, row }: SheetRow): string {
  return row.cells.get(kindOf(table.kind).keyField)?.text ?? "";
}
