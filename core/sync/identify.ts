import { isCode } from "../ledger/code.ts";
import { baseText, type Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { Difference, SheetRow, Survey } from "./survey.ts";

/** Pure: which item each row that needs a look stands for. The position of a row never counts. */

export type Identity =
  /** A row and its item. `revived`: the item had been archived or missing and its row is back. */
  | { readonly is: "KNOWN"; readonly row: SheetRow; readonly item: Item; readonly revived: boolean }
  /** A row that needs a code: new, or a copy of another row. */
  | { readonly is: "NEW"; readonly row: SheetRow; readonly copyOf: string | null }
  /** Our code is in the sheet, the item does not exist yet: a pass stopped in between. */
  | { readonly is: "ALLOTTED"; readonly row: SheetRow; readonly code: string }
  /** The row lost its code, or got another one, but is word for word a known row that has gone missing. */
  | { readonly is: "RECLAIMED"; readonly row: SheetRow; readonly item: Item }
  /** The code belongs to another spreadsheet or to nothing we know: left alone, and said so. */
  | { readonly is: "FOREIGN"; readonly row: SheetRow; readonly code: string };

export interface IdentifyInput {
  readonly spreadsheetId: string;
  readonly survey: Survey;
  readonly difference: Difference;
  /** Codes to look at besides the differing ones: dirty items. */
  readonly dirty: readonly string[];
  readonly items: ReadonlyMap<string, Item>;
  /** Codes handed out by a pass that may not have finished. */
  readonly allotted: ReadonlyMap<string, KindName>;
  /** Codes whose row was inserted by a request known to have been applied. */
  readonly inserted: ReadonlySet<string>;
  /** Digest of the row as agreed, to tell an original from its copies. */
  readonly agreed: (code: string) => string | undefined;
}

export interface Identified {
  readonly identities: readonly Identity[];
  /** Items of this spreadsheet whose row is nowhere on the sheet. */
  readonly missing: readonly Item[];
}

export function identify(input: IdentifyInput): Identified {
  const { survey, difference, items, spreadsheetId } = input;
  const identities: Identity[] = [];
  const candidates: { row: SheetRow; copyOf: string | null; code: string | null }[] = survey.unnamed
    .filter(hasKeyText)
    .map((row) => ({ row, copyOf: null, code: null }));

  for (const code of new Set([...difference.changed, ...difference.unknown, ...input.dirty])) {
    const rows = survey.rows.get(code) ?? [];
    const item = items.get(code);
    const owned = item !== undefined && item.row?.spreadsheetId === spreadsheetId;
    const keeper = rows.length > 1 ? original(rows, item, input.agreed(code)) : rows[0];
    for (const row of rows) {
      if (row !== keeper) candidates.push({ row, copyOf: code, code: null });
      else if (owned && item.kind === row.table.kind)
        identities.push({
          is: "KNOWN",
          row,
          item,
          revived: item.archivedAt !== null || item.row?.presence !== "PRESENT",
        });
      else if (item === undefined && input.allotted.get(code) === row.table.kind)
        candidates.push({ row, copyOf: null, code });
      else identities.push({ is: "FOREIGN", row, code });
    }
  }

  const lost = [...difference.missing.keys(), ...input.dirty, ...input.allotted.keys()];
  const missing = new Map<string, Item>();
  for (const code of lost) {
    const item = items.get(code);
    if (item === undefined || survey.rows.has(code) || item.archivedAt !== null) continue;
    if (item.row?.spreadsheetId === spreadsheetId && (item.row.presence !== "PENDING" || input.inserted.has(code)))
      missing.set(code, item);
  }

  const bySignature = new Map([...missing.values()].map((item) => [item.code, item]));
  for (const { row, copyOf, code } of candidates) {
    const item = copyOf === null ? [...bySignature.values()].find((lostItem) => isRowOf(row, lostItem)) : undefined;
    if (item !== undefined) {
      bySignature.delete(item.code);
      missing.delete(item.code);
      identities.push({ is: "RECLAIMED", row, item });
    } else if (code !== null) identities.push({ is: "ALLOTTED", row, code });
    else if (hasKeyText(row)) identities.push({ is: "NEW", row, copyOf });
  }
  return { identities, missing: [...missing.values()] };
}

function hasKeyText({ table, row }: SheetRow): boolean {
  const kind = kindOf(table.kind);
  return (row.cells.get(kind.keyField)?.text ?? "").trim() !== "";
}

/** The copy is whichever resembles the agreed row less; among equals the lower one. */
function original(rows: readonly SheetRow[], item: Item | undefined, agreed: string | undefined): SheetRow | undefined {
  const exact = rows.find((row) => row.digest === agreed);
  if (exact !== undefined || item === undefined) return exact ?? rows[0];
  const likeness = (row: SheetRow) => {
    const home = row.table.tabId === item.row?.tabId ? 0.5 : 0;
    return home + [...row.row.cells].filter(([field, cell]) => cell.text === baseText(item, field)).length;
  };
  return rows.reduce((best, row) => (likeness(row) > likeness(best) ? row : best));
}

function isRowOf({ table, row }: SheetRow, item: Item): boolean {
  if (table.kind !== item.kind) return false;
  for (const [field, cell] of row.cells) if (cell.text !== baseText(item, field)) return false;
  return row.cells.size > 0;
}

/** True for text that one of our codes could be, e.g. to tell a mistyped cell from a code of another spreadsheet. */
export function looksLikeCode(kind: KindName, text: string): boolean {
  return isCode(kindOf(kind), text);
}
