import type { Item } from "../ledger/item.ts";
import type { IdentifyInput, Identity } from "./identity.ts";
import { keyText, type Likeness } from "./likeness.ts";
import type { SheetRow } from "./survey.ts";

/** Pure: what the code cells say, before rows that lost theirs or show another's are looked at. */
export interface Claims {
  /** Rows whose code names an item that they read like. */
  readonly settled: readonly Identity[];
  /** Rows whose code says one item while they read quite differently. */
  readonly contested: readonly { readonly row: SheetRow; readonly item: Item }[];
  readonly orphans: readonly Orphan[];
}

/** A row whose code cell does not settle what it is; `otherwise` is what it is unless a known row is found to be it. */
export interface Orphan {
  readonly row: SheetRow;
  readonly otherwise: Identity | null;
}

/** @param missing items whose code stands nowhere on the sheet. */
export function claimsOf(input: IdentifyInput, likeness: Likeness, missing: ReadonlyMap<string, Item>): Claims {
  const { survey, difference, items, spreadsheetId } = input;
  const { isRowOf, isAgreedRow, hasOwnKey, isRowBeneath, showsWrite, saysMostOf } = likeness;
  const settled: Identity[] = [];
  const contested: { row: SheetRow; item: Item }[] = [];
  const orphans: Orphan[] = survey.unnamed.map((row) => ({ row, otherwise: newRow(row, null) }));
  const codes = new Set([...difference.changed, ...difference.unknown, ...input.dirty]);
  const seen = [...survey.unnamed, ...[...codes].flatMap((code) => survey.rows.get(code) ?? [])];
  /** A write for the item stands in it, and did not just fall on it: it is not the row of another item. */
  const bearsWrite = (row: SheetRow, item: Item) => {
    const named = items.get(row.row.code);
    const isOthers = named !== undefined && named !== item && survey.rows.get(named.code)?.length === 1;
    if (isOthers || !showsWrite(row, item) || !saysMostOf(row, item)) return false;
    return isRowOf(row, item) || ![...missing.values()].some((other) => isRowBeneath(row, other));
  };
  /** On another tab, from before a write that nobody has proven, while a row on the item's tab shows that write. */
  const isOlderCopy = (row: SheetRow, item: Item) =>
    row.table.tabId !== item.row?.tabId &&
    input.written.has(item.code) &&
    !showsWrite(row, item) &&
    seen.some((other) => other.table.tabId === item.row?.tabId && bearsWrite(other, item));
  const standsElsewhere = (row: SheetRow, item: Item) =>
    seen.some((other) => other !== row && isAgreedRow(other, item));
  /** Its key and little else proves nothing, nor do its texts but for what a write replaced, while a row says all of it. */
  const isIts = (row: SheetRow, item: Item) => {
    if (isRowOf(row, item)) return true;
    if (hasOwnKey(row, item)) return saysMostOf(row, item) || !standsElsewhere(row, item);
    return isRowBeneath(row, item) && !standsElsewhere(row, item);
  };
  /** A row that reads word for word like one that is missing is that one, over which a code was pasted. */
  const likelyOf = (rows: readonly SheetRow[]) => {
    const likely = rows.filter((row) => ![...missing.values()].some((other) => isRowOf(row, other)));
    return likely.length > 0 ? likely : rows;
  };
  for (const code of codes) {
    const rows = survey.rows.get(code) ?? [];
    const item = items.get(code);
    if (input.awaiting.get(code)?.coded) continue;
    const owned = item?.row?.spreadsheetId === spreadsheetId;
    const keeper = rows.length > 1 ? original(likelyOf(rows), item, input.agreed(code), likeness) : rows[0];
    for (const row of rows) {
      if (row !== keeper) orphans.push({ row, otherwise: newRow(row, code) ?? { is: "STRAY", row, code } });
      else if (item !== undefined && owned && item.kind === row.table.kind) {
        if (isIts(row, item) && !isOlderCopy(row, item)) settled.push(knownRow(row, item));
        else contested.push({ row, item });
      } else if (item === undefined && input.allotted.get(code) === row.table.kind) {
        const is = newRow(row, null) === null ? "STRAY" : "ALLOTTED";
        orphans.push({ row, otherwise: { is, row, code } });
      } else orphans.push({ row, otherwise: { is: "FOREIGN", row, code } });
    }
  }
  return { settled, contested, orphans };
}

export function knownRow(row: SheetRow, item: Item): Identity {
  return { is: "KNOWN", row, item, revived: item.archivedAt !== null || item.row?.presence !== "PRESENT" };
}

export function newRow(row: SheetRow, copyOf: string | null): Identity | null {
  return keyText(row).trim() === "" ? null : { is: "NEW", row, copyOf };
}

/**
 * The copy is whichever resembles the agreed row less, by what it says and not by what it leaves blank; among equals the
 * lower one. A row that still stands word for word on its own tab is no copy of one on another tab, which may show how it
 * was before a write of ours that nobody has proven.
 */
function original(
  all: readonly SheetRow[],
  item: Item | undefined,
  agreed: string | undefined,
  { isRowOf, says }: Likeness,
): SheetRow | undefined {
  const stayed =
    item === undefined ? [] : all.filter((row) => row.table.tabId === item.row?.tabId && isRowOf(row, item));
  const rows = stayed.length > 0 ? stayed : all;
  const exact = rows.find((row) => row.digest === agreed);
  if (exact !== undefined || item === undefined) return exact ?? rows[0];
  const said = ({ row }: SheetRow) =>
    [...row.cells].filter(([field, { text }]) => text !== "" && says(item, field, text)).length;
  const score = (row: SheetRow) =>
    (row.table.tabId === item.row?.tabId ? 0.5 : 0) + (keyText(row).trim() === "" ? 0 : 0.25) + said(row);
  return rows.reduce((best, row) => (score(row) > score(best) ? row : best));
}
