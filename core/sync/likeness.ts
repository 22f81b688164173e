import { baseText, type Item } from "../ledger/item.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { SheetRow } from "./survey.ts";

/** code -> field -> texts that writes of ours may show, which nobody has proven; the store may have gone on since. */
export type WrittenTexts = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Pure: how much a row reads like an item. */
export interface Likeness {
  /** As both sides agreed, or as a write shows it that nobody has proven yet. */
  says(item: Item, field: string, text: string): boolean;
  sameKey(row: SheetRow, item: Item): boolean;
  /** The key, and not only by a write of ours that fell on a row which says something else. */
  hasOwnKey(row: SheetRow, item: Item): boolean;
  /** The key is what a pass which died was writing for the item: it may stand in a row that is none of its. */
  keyMayBeStray(row: SheetRow, item: Item): boolean;
  /** Word for word, and not by being blank. */
  isRowOf(row: SheetRow, item: Item): boolean;
  /** Word for word as both sides agreed, and no write of ours may have changed it. */
  isAgreedRow(row: SheetRow, item: Item): boolean;
  /** A write of ours that nobody has proven stands in it, with most of what else the item says. */
  showsWrite(row: SheetRow, item: Item): boolean;
  sharedCells(row: SheetRow, item: Item): number;
  /** Of what stands there, apart from our unproven writes, most is the item's. */
  saysMostOf(row: SheetRow, item: Item): boolean;
  /** Between copies: where an unproven write of ours shows in one row, the item is that one. */
  newestCells(row: SheetRow, item: Item): number;
}

/** @param bound tab -> fields that had a column at the last good pass; a blank in another column says nothing. */
export function makeLikeness(written: WrittenTexts, bound: ReadonlyMap<number, ReadonlySet<string>>): Likeness {
  const mayBeWritten = (item: Item, field: string, text: string) =>
    written.get(item.code)?.get(field)?.has(text) ?? false;
  const says = (item: Item, field: string, text: string) =>
    text === baseText(item, field) || text === (item.texts[field] ?? "") || mayBeWritten(item, field, text);
  const sharedCells = ({ row }: SheetRow, item: Item) =>
    [...row.cells].filter(([field, cell]) => says(item, field, cell.text)).length;
  const sameKey = (row: SheetRow, item: Item) => {
    const key = keyText(row);
    return key !== "" && row.table.kind === item.kind && says(item, kindOf(item.kind).keyField, key);
  };
  const keyMayBeStray = (row: SheetRow, item: Item) => mayBeWritten(item, kindOf(item.kind).keyField, keyText(row));
  const saysMostOf = ({ row }: SheetRow, item: Item) => {
    const told = [...row.cells].filter(([field, { text }]) => text !== "" && !mayBeWritten(item, field, text));
    return told.filter(([field, { text }]) => says(item, field, text)).length * 2 > told.length;
  };
  const everyCell = ({ row, table }: SheetRow, fits: (field: string, text: string) => boolean) => {
    const known = bound.get(table.tabId);
    return [...row.cells].every(
      ([field, { text }]) => fits(field, text) || (text === "" && known !== undefined && !known.has(field)),
    );
  };
  return {
    says,
    sameKey,
    showsWrite: (row, item) =>
      sameKey(row, item) &&
      saysMostOf(row, item) &&
      [...row.row.cells].some(
        ([field, { text }]) => text !== "" && text !== baseText(item, field) && mayBeWritten(item, field, text),
      ),
    sharedCells,
    saysMostOf,
    hasOwnKey: (row, item) => sameKey(row, item) && (!keyMayBeStray(row, item) || saysMostOf(row, item)),
    keyMayBeStray,
    isRowOf: (row, item) => sameKey(row, item) && everyCell(row, (field, text) => says(item, field, text)),
    isAgreedRow: (row, item) =>
      sameKey(row, item) && !written.has(item.code) && everyCell(row, (field, text) => text === baseText(item, field)),
    newestCells: ({ row }, item) =>
      [...row.cells].filter(([field, { text }]) => text === (item.texts[field] ?? "")).length,
  };
}

export function keyText({ table, row }: SheetRow): string {
  return row.cells.get(kindOf(table.kind).keyField)?.text ?? "";
}
