import { baseText, type Item } from "../ledger/item.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { CellTexts } from "./journal.ts";
import type { SheetRow } from "./survey.ts";

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
  /** A write of ours that nobody has proven stands in it, and little that the item does not say. */
  showsWrite(row: SheetRow, item: Item): boolean;
  /** Word for word but for cells that show what writes of ours were for other items: one of those fell on it. */
  isRowBeneath(row: SheetRow, item: Item): boolean;
  sharedCells(row: SheetRow, item: Item): number;
  /** Of what the item says, apart from our unproven writes: what it leaves blank proves nothing. */
  saidCells(row: SheetRow, item: Item): number;
  saysMostOf(row: SheetRow, item: Item): boolean;
  /** Between copies: where an unproven write of ours shows in one row, the item is that one. */
  newestCells(row: SheetRow, item: Item): number;
  /** Of items that a row reads like, it is rather the one of which it was agreed than one that has come to read like it. */
  agreedCells(row: SheetRow, item: Item): number;
}

export interface KnownTexts {
  /** Texts that writes of ours may show, which nobody has proven; the store may have gone on since. */
  readonly written: CellTexts;
  /** tab -> fields that had a column at the last good pass; a blank in another column says nothing. */
  readonly bound: ReadonlyMap<number, ReadonlySet<string>>;
}

export function makeLikeness({ written, bound }: KnownTexts): Likeness {
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
  /** Of what the item says, apart from our unproven writes, how much stands there and how much does not. */
  const agreement = ({ row }: SheetRow, item: Item) => {
    const told = [...row.cells].filter(
      ([field, { text }]) => baseText(item, field) !== "" && !mayBeWritten(item, field, text),
    );
    const same = told.filter(([field, { text }]) => says(item, field, text)).length;
    return { same, other: told.length - same };
  };
  /** More than what a clerk may have changed since. */
  const saysOtherwise = (row: SheetRow, item: Item) => {
    const { same, other } = agreement(row, item);
    return other >= same && other > 1;
  };
  /** field -> text -> items that writes of ours meant it for. */
  const meantFor = new Map<string, Map<string, Set<string>>>();
  for (const [code, fields] of written)
    for (const [field, texts] of fields)
      for (const text of texts) {
        const byText = meantFor.get(field) ?? new Map<string, Set<string>>();
        meantFor.set(field, byText.set(text, (byText.get(text) ?? new Set()).add(code)));
      }
  const mayBeOfOthers = (item: Item, field: string, text: string) => {
    const codes = meantFor.get(field)?.get(text);
    return codes !== undefined && (codes.size > 1 || !codes.has(item.code));
  };
  const isRowBeneath = ({ row, table }: SheetRow, item: Item) => {
    const told = [...row.cells].filter(([field, { text }]) => !mayBeOfOthers(item, field, text));
    const filled = told.filter(([, { text }]) => text !== "").length;
    const texts = [...row.cells.keys()].filter((field) => baseText(item, field) !== "").length;
    return (
      table.kind === item.kind &&
      told.length < row.cells.size &&
      filled > 0 &&
      filled * 2 >= texts &&
      told.every(([field, { text }]) => says(item, field, text))
    );
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
      !saysOtherwise(row, item) &&
      [...row.row.cells].some(([field, { text }]) => text !== "" && mayBeWritten(item, field, text)),
    isRowBeneath,
    sharedCells,
    saidCells: (row, item) => agreement(row, item).same,
    saysMostOf: (row, item) => {
      const { same, other } = agreement(row, item);
      return same > other;
    },
    hasOwnKey: (row, item) => sameKey(row, item) && !(keyMayBeStray(row, item) && saysOtherwise(row, item)),
    keyMayBeStray,
    isRowOf: (row, item) => sameKey(row, item) && everyCell(row, (field, text) => says(item, field, text)),
    isAgreedRow: (row, item) =>
      sameKey(row, item) && !written.has(item.code) && everyCell(row, (field, text) => text === baseText(item, field)),
    agreedCells: ({ row }, item) => [...row.cells].filter(([field, { text }]) => text === baseText(item, field)).length,
    newestCells: ({ row }, item) =>
      [...row.cells].filter(([field, { text }]) => text === (item.texts[field] ?? "")).length,
  };
}

export function keyText({ table, row }: SheetRow): string {
  return row.cells.get(kindOf(table.kind).keyField)?.text ?? "";
}
