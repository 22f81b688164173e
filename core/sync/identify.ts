import { isCode } from "../ledger/code.ts";
import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import { keyText, type Likeness, makeLikeness, type WrittenTexts } from "./likeness.ts";
import type { Difference, SheetRow, Survey } from "./survey.ts";

/** Pure: which item each row that needs a look stands for. The position of a row never counts. */

export type Identity =
  /** A row and its item. `revived`: the item had been archived or missing and its row is back. */
  | { readonly is: "KNOWN"; readonly row: SheetRow; readonly item: Item; readonly revived: boolean }
  /** A row that needs a code: new, or a copy of another row. */
  | { readonly is: "NEW"; readonly row: SheetRow; readonly copyOf: string | null }
  /** Our code is in the sheet, the item does not exist yet: a pass stopped in between. */
  | { readonly is: "ALLOTTED"; readonly row: SheetRow; readonly code: string }
  /** The row lost its code, or shows another one, but it is a known row whose own code stands nowhere or elsewhere. */
  | { readonly is: "RECLAIMED"; readonly row: SheetRow; readonly item: Item }
  /** A row without a key that somebody pasted the code of another row onto: the code is taken away again. */
  | { readonly is: "STRAY"; readonly row: SheetRow; readonly code: string }
  /** The code belongs to another spreadsheet or to nothing we know: left alone, and said so. */
  | { readonly is: "FOREIGN"; readonly row: SheetRow; readonly code: string };

export interface IdentifyInput {
  readonly spreadsheetId: string;
  readonly survey: Survey;
  readonly difference: Difference;
  /** Codes to look at besides the differing ones: dirty items. */
  readonly dirty: readonly string[];
  readonly items: ReadonlyMap<string, Item>;
  /** Items whose row is still to be filled: a row that shows such a code alone is that one. */
  readonly awaiting: ReadonlyMap<string, { readonly coded: boolean }>;
  /** Codes handed out by a pass that may not have finished. */
  readonly allotted: ReadonlyMap<string, KindName>;
  readonly written: WrittenTexts;
  /** tab -> fields that had a column at the last good pass. */
  readonly bound: ReadonlyMap<number, ReadonlySet<string>>;
  /** Digest of the row as agreed, to tell an original from its copies. */
  readonly agreed: (code: string) => string | undefined;
}

export interface Identified {
  readonly identities: readonly Identity[];
  /** Items of this spreadsheet whose row is nowhere on the sheet. */
  readonly missing: readonly Item[];
}

/** A row whose code cell does not settle what it is; `otherwise` is what it is unless a known row is found to be it. */
interface Orphan {
  readonly row: SheetRow;
  readonly otherwise: Identity | null;
}

export function identify(input: IdentifyInput): Identified {
  const { survey, difference, items, spreadsheetId } = input;
  const likeness = makeLikeness(input.written, input.bound);
  const { isRowOf, sameKey, sharedCells, newestCells } = likeness;
  const missing = new Map<string, Item>();
  const waiting: Item[] = [];
  for (const code of [...difference.missing.keys(), ...input.dirty, ...input.allotted.keys()]) {
    const item = items.get(code);
    if (item === undefined || survey.rows.has(code) || item.archivedAt !== null) continue;
    if (item.row?.spreadsheetId !== spreadsheetId) continue;
    if (item.row.presence === "PENDING") waiting.push(item);
    else missing.set(code, item);
  }

  const identities: Identity[] = [];
  /** Rows whose code says one item while they read quite differently. */
  const contested: { row: SheetRow; item: Item }[] = [];
  const orphans: Orphan[] = survey.unnamed.map((row) => ({ row, otherwise: newRow(row, null) }));
  const codes = new Set([...difference.changed, ...difference.unknown, ...input.dirty]);
  const seen = [...survey.unnamed, ...[...codes].flatMap((code) => survey.rows.get(code) ?? [])];
  /** From before a write that nobody has proven, while another row shows that write. */
  const isOlderCopy = (row: SheetRow, item: Item) =>
    input.written.has(item.code) &&
    !likeness.showsWrite(row, item) &&
    seen.some((other) => likeness.showsWrite(other, item));
  for (const code of codes) {
    const rows = survey.rows.get(code) ?? [];
    const item = items.get(code);
    if (input.awaiting.get(code)?.coded) continue;
    const owned = item?.row?.spreadsheetId === spreadsheetId;
    // A row that reads word for word like one that is missing is that one, over which a code was pasted.
    const likely = rows.filter((row) => ![...missing.values()].some((other) => isRowOf(row, other)));
    const keeper =
      rows.length > 1 ? original(likely.length > 0 ? likely : rows, item, input.agreed(code), likeness) : rows[0];
    for (const row of rows) {
      if (row !== keeper) orphans.push({ row, otherwise: newRow(row, code) ?? { is: "STRAY", row, code } });
      else if (item !== undefined && owned && item.kind === row.table.kind) {
        const isIts = isRowOf(row, item) || likeness.hasOwnKey(row, item);
        if (isIts && !isOlderCopy(row, item)) identities.push(knownRow(row, item));
        else contested.push({ row, item });
      } else if (item === undefined && input.allotted.get(code) === row.table.kind)
        orphans.push({ row, otherwise: { is: "ALLOTTED", row, code } });
      else orphans.push({ row, otherwise: { is: "FOREIGN", row, code } });
    }
  }

  // Items that no row, or a row that reads quite differently, stands for: what a row may really be.
  const homeless = new Map(
    [...missing.values(), ...waiting, ...contested.map(({ item }) => item)].map((item) => [item.code, item]),
  );
  const reclaim = (row: SheetRow, fits: (row: SheetRow, item: Item) => boolean): boolean => {
    const [item] = [...homeless.values()]
      .filter((candidate) => fits(row, candidate))
      .sort((a, b) => sharedCells(row, b) - sharedCells(row, a) || newestCells(row, b) - newestCells(row, a));
    if (item === undefined) return false;
    homeless.delete(item.code);
    missing.delete(item.code);
    identities.push({ is: "RECLAIMED", row, item });
    return true;
  };
  // First what is word for word the row, whatever code it shows now; of copies the one that shows a text which only the
  // system had; then what still has its key; the code alone comes last.
  let strangers = contested;
  let unsettled = orphans;
  for (const fits of [likeness.isAgreedRow, likeness.showsWrite, isRowOf]) {
    strangers = strangers.filter(({ row }) => !reclaim(row, fits));
    unsettled = unsettled.filter(({ row }) => !reclaim(row, fits));
  }
  const bearers = strangers.filter(({ row, item }) => {
    // One whose code stands on another row, or whose key we may have put here, must be more like this row than its bearer's.
    const isIts = (candidate: Item) =>
      (missing.has(candidate.code) && !likeness.keyMayBeStray(row, candidate)) ||
      sharedCells(row, candidate) > sharedCells(row, item);
    // The key alone may have been pasted; a row that lost its code and says more of the same is the one it came from.
    const isMoreOf = (candidate: Item) =>
      unsettled.some(
        ({ row: other }) => sameKey(other, candidate) && sharedCells(other, candidate) > sharedCells(row, candidate),
      );
    return !reclaim(row, (_, candidate) => sameKey(row, candidate) && isIts(candidate) && !isMoreOf(candidate));
  });
  for (const { row, otherwise } of unsettled) {
    const foreign = otherwise?.is === "FOREIGN" && isCode(otherwise.code);
    const fits = (_: SheetRow, candidate: Item) =>
      sameKey(row, candidate) && (!foreign || likeness.saysMostOf(row, candidate));
    const taken = reclaim(row, fits);
    if (!taken && otherwise !== null) identities.push(otherwise);
  }
  for (const { row, item } of bearers) {
    if (homeless.delete(item.code)) identities.push(knownRow(row, item));
    else if (!reclaim(row, sameKey)) identities.push(newRow(row, item.code) ?? { is: "STRAY", row, code: item.code });
  }
  // Their code stood in a row of another item, and none is theirs.
  for (const { item } of contested) if (homeless.has(item.code)) missing.set(item.code, item);
  return { identities, missing: [...missing.values()] };
}

function knownRow(row: SheetRow, item: Item): Identity {
  return { is: "KNOWN", row, item, revived: item.archivedAt !== null || item.row?.presence !== "PRESENT" };
}

function newRow(row: SheetRow, copyOf: string | null): Identity | null {
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
