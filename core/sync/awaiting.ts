import type { Item } from "../ledger/item.ts";
import type { RawRow, Scalar, SpreadsheetRead, TabRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { isPreset } from "../sheet/typed-table.ts";
import { anchorsIn, anchorsOf, guardRow } from "./anchors.ts";
import type { RoundInput, RowPolicy } from "./round-plan.ts";
import type { SheetRow } from "./survey.ts";

/** Pure: items that wait for a row of their own, and how far that row has come. */

/** An item that waits for a row, and where that row stands once it was inserted. */
export interface Awaiting {
  readonly item: Item;
  readonly table: TableFound;
  /** Blank but for what stands there of ours; null: not inserted yet, or no longer blank. */
  readonly row: SheetRow | null;
  /** The item's code stands in it. */
  readonly coded: boolean;
}

/** By code. An item whose row says more than its code, or has no more to say, or was copied, is not among them. */
export function awaitingRows(input: RoundInput): ReadonlyMap<string, Awaiting> {
  const { tables, survey, read, link, policy } = input;
  const awaiting = new Map<string, Awaiting>();
  for (const code of input.dirty) {
    const item = input.items.get(code);
    if (item?.row?.presence !== "PENDING" || item.archivedAt !== null) continue;
    if (item.row.spreadsheetId !== link.spreadsheetId) continue;
    const table =
      tables.find((candidate) => candidate.tabId === item.row?.tabId && candidate.kind === item.kind) ??
      tables.find((candidate) => candidate.kind === item.kind);
    if (table === undefined) continue;
    const row = blankRowOf(code, table, read);
    const rows = survey.rows.get(code)?.length ?? 0;
    const coded = rows === 1;
    if (rows > 1) continue;
    if (coded && (row?.row.code !== code || !isToBeFilled(item, table, policy))) continue;
    awaiting.set(code, { item, table, row, coded });
  }
  return awaiting;
}

function isToBeFilled(item: Item, { columns, system }: TableFound, policy: RowPolicy): boolean {
  if (system.state !== null && policy.stateText(item) !== "") return true;
  return columns.some(({ field }) => (item.texts[field] ?? "") !== "");
}

/** The row that was inserted for the code, while it is blank but for that code; null when there is none. */
function blankRowOf(code: string, table: TableFound, read: SpreadsheetRead): SheetRow | null {
  const tab = tabOf(table, read);
  const isCode = (column: number, value: Scalar) => column === table.system.code && value === code;
  const isBlank = ({ cells }: RawRow, row: number) =>
    cells.every(
      ({ value, formula }, column) =>
        formula === undefined && (value === null || isCode(column, value) || isPreset(tab, row, column, value)),
    );
  const taken = anchorsIn(read);
  for (const anchor of anchorsOf(code)) {
    if (!taken.has(anchor)) return null;
    const at = tab.rows.findIndex((row, i) => row.anchors.includes(anchor) && isBlank(row, i));
    if (at > guardRow(table)) {
      const coded = tab.rows[at]?.cells[table.system.code ?? -1]?.value === code;
      const row = { row: at, rowSpan: 1, anchors: [anchor], code: coded ? code : "", cells: new Map() };
      const blank = { state: "", notice: "", notes: new Map(), wholeNotes: new Map(), digest: "" };
      return { table, row, ...blank };
    }
  }
  return null;
}

export function tabOf({ tabId }: TableFound, read: SpreadsheetRead): TabRead {
  const tab = read.tabs.find((candidate) => candidate.tabId === tabId);
  if (tab === undefined) throw new Error(`table of a tab that was not read: ${tabId}`);
  return tab;
}
