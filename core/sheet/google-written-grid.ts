import type { sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import type { SheetCalls } from "./google-sheet.ts";
import { type Grid, type GridBefore, type GridCell, type GridSheet, type GridWrite, sizeOf } from "./written-grid.ts";

type Request = sheets_v4.Schema$Request;
type Properties = sheets_v4.Schema$SheetProperties;

const tabFields =
  "developerMetadata(metadataId,metadataKey,metadataValue),sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),tables(tableId,range))";
const stampKey = "ledger.summary";

/** grid.ts over the Sheets API v4: one `spreadsheets.get` of properties, one `spreadsheets.batchUpdate`. */
export function makeGridSheet(calls: Pick<SheetCalls, "get" | "batchUpdate">): GridSheet {
  return {
    async writeGrids(spreadsheetId, stamp, writesFor) {
      const { sheets = [], developerMetadata = [] } = await calls.get(spreadsheetId, tabFields);
      const found = developerMetadata.find(({ metadataKey }) => metadataKey === stampKey);
      const writes = await writesFor(found?.metadataValue ?? null);
      const tabs = sheets.map(({ properties }) => properties).filter((tab) => tab !== undefined);
      const requests: Request[] = [];
      const left = writes.map((write, index): GridBefore => {
        const tab = tabOf(tabs, write);
        if (tab === undefined) {
          const tabId = freeTabId(tabs);
          const title = freeTitle(tabs, write.grid.title);
          tabs.push({ sheetId: tabId, title });
          requests.push(...newTab(write.grid, { sheetId: tabId, title, index }), ...fill(write, tabId, null));
          return { tabId, ...sizeOf(write.grid) };
        }
        const tabId = tab.sheetId ?? 0;
        const tables = sheets.find(({ properties }) => properties === tab)?.tables ?? [];
        requests.push(...withoutTables(write, tables), ...fill(write, tabId, tab));
        return { tabId, ...sizeOf(write.grid) };
      });
      requests.push(leaveStamp(found?.metadataId ?? null, stamp));
      await calls.batchUpdate(spreadsheetId, { requests }, "spreadsheetId");
      return left;
    },
  };
}

/** @param id of the metadata that holds the stamp before; null: there is none. */
function leaveStamp(id: number | null, metadataValue: string): Request {
  if (id !== null) {
    const dataFilters = [{ developerMetadataLookup: { metadataId: id } }];
    return { updateDeveloperMetadata: { dataFilters, developerMetadata: { metadataValue }, fields: "metadataValue" } };
  }
  const location = { spreadsheet: true };
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: stampKey, metadataValue, location, visibility: "PROJECT" },
    },
  };
}

/** The tab written before, wherever it was moved or however it was renamed. */
function tabOf(tabs: readonly Properties[], { grid, before, adopt }: GridWrite): Properties | undefined {
  if (before !== null && before.tabId !== null) return tabs.find((tab) => tab.sheetId === before.tabId);
  if (before === null && !adopt) return undefined;
  const taken = titlesFor(grid.title).map((title) => tabs.find((tab) => tab.title === title));
  return taken.findLast((tab) => tab !== undefined);
}

/** What a tab may be called: a title of the office's own is left to it. */
function titlesFor(title: string): readonly string[] {
  return [title, `${title}（系统）`];
}

function freeTitle(tabs: readonly Properties[], title: string): string {
  const free = titlesFor(title).find((candidate) => tabs.every((tab) => tab.title !== candidate));
  return free ?? `${title}（系统${tabs.length + 1}）`;
}

/** Tab ids are chosen by whoever adds the tab. */
const firstTabId = 7_001;

function freeTabId(tabs: readonly Properties[]): number {
  let id = firstTabId;
  while (tabs.some((tab) => tab.sheetId === id)) id += 1;
  return id;
}

/** Columns left free for the office beside a new table, and rows below it. */
const spareColumns = 6;
const spareRows = 20;

/** @param tab with its place among the tabs: what the system writes comes first. */
function newTab(
  grid: Grid,
  tab: { readonly sheetId: number; readonly title: string; readonly index: number },
): Request[] {
  const { sheetId } = tab;
  const { rows, columns } = sizeOf(grid);
  const gridProperties = {
    rowCount: rows + spareRows,
    columnCount: columns + spareColumns,
    frozenRowCount: grid.frozenRows,
    frozenColumnCount: grid.frozenColumns,
  };
  return [
    { addSheet: { properties: { ...tab, gridProperties } } },
    ...grid.columnWidths.map((pixelSize, startIndex) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 },
        properties: { pixelSize },
        fields: "pixelSize",
      },
    })),
  ];
}

/**
 * A Table (转换为表格) takes neither merges nor two headers of one name, so the rectangle is taken out of it first. Google
 * takes the cells of a Table along with it; those inside are written anyway, and of the others it is made to let go before.
 */
function withoutTables({ grid, before }: GridWrite, tables: readonly sheets_v4.Schema$Table[]): Request[] {
  const { rows, columns } = before ?? sizeOf(grid);
  return tables.flatMap(({ tableId, range = {} }): Request[] => {
    const { startRowIndex = 0, startColumnIndex = 0, endRowIndex, endColumnIndex } = range;
    if ((startRowIndex ?? 0) >= rows || (startColumnIndex ?? 0) >= columns) return [];
    const inside = {
      ...range,
      endRowIndex: Math.min(endRowIndex ?? rows, rows),
      endColumnIndex: Math.min(endColumnIndex ?? columns, columns),
    };
    return [
      { updateTable: { table: { tableId: tableId ?? null, range: inside }, fields: "range" } },
      { deleteTable: { tableId: tableId ?? null } },
    ];
  });
}

function fill({ grid, before, insertedRows }: GridWrite, sheetId: number, tab: Properties | null): Request[] {
  const { rows, columns } = sizeOf(grid);
  const known = before !== null && tab !== null;
  const inserted = known ? insertedRows : [];
  const widened = known ? Math.max(0, columns - before.columns) : 0;
  const height = Math.max(rows, known ? before.rows + inserted.length : 0);
  const width = Math.max(columns, known ? before.columns : 0);
  const requests: Request[] = [];
  // Merges first: a row inserted inside one would become part of it.
  if (known) {
    const { rows: endRowIndex, columns: endColumnIndex } = before;
    const range = { sheetId, startRowIndex: 0, endRowIndex, startColumnIndex: 0, endColumnIndex };
    requests.push({ unmergeCells: { range } });
  }
  for (const row of inserted) {
    const range = { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 };
    requests.push({ insertDimension: { range, inheritFromBefore: row > 0 } });
  }
  // The office's own columns stand where a wider table would be written: they move along.
  if (known && widened > 0) {
    const range = { sheetId, dimension: "COLUMNS", startIndex: before.columns, endIndex: columns };
    requests.push({ insertDimension: { range, inheritFromBefore: true } });
  }
  if (tab !== null) requests.push(...grow(tab, sheetId, height - inserted.length, width - widened));
  requests.push({
    updateCells: {
      range: { sheetId, startRowIndex: 0, endRowIndex: height, startColumnIndex: 0, endColumnIndex: width },
      fields: "userEnteredValue,userEnteredFormat",
      rows: grid.rows.map((row) => ({ values: row.map(cellData) })),
    },
  });
  for (const box of grid.merges) {
    const range = {
      sheetId,
      startRowIndex: box.startRow,
      endRowIndex: box.endRow,
      startColumnIndex: box.startColumn,
      endColumnIndex: box.endColumn,
    };
    requests.push({ mergeCells: { range, mergeType: "MERGE_ALL" } });
  }
  return requests;
}

/** @param height rows that are wanted, without those that were inserted; and so with columns. */
function grow(tab: Properties, sheetId: number, height: number, width: number): Request[] {
  const rows = height - (tab.gridProperties?.rowCount ?? 0);
  const columns = width - (tab.gridProperties?.columnCount ?? 0);
  return [
    ...(rows > 0 ? [{ appendDimension: { sheetId, dimension: "ROWS", length: rows } }] : []),
    ...(columns > 0 ? [{ appendDimension: { sheetId, dimension: "COLUMNS", length: columns } }] : []),
  ];
}

const fills = {
  HEADER: { red: 0.87, green: 0.91, blue: 0.95 },
  TOTAL: { red: 0.95, green: 0.96, blue: 0.98 },
} as const;

/** Spaces of one step to the right: the API has no indentation. */
const indentText = "　";

function cellData({ value, pattern, bold, fill: ground, align, indent = 0 }: GridCell): sheets_v4.Schema$CellData {
  const format: sheets_v4.Schema$CellFormat = {
    ...(pattern === undefined ? {} : { numberFormat: { type: pattern.includes("%") ? "PERCENT" : "NUMBER", pattern } }),
    ...(bold ? { textFormat: { bold: true } } : {}),
    ...(ground === undefined ? {} : { backgroundColor: fills[ground] }),
    ...(align === undefined ? {} : { horizontalAlignment: align }),
  };
  return {
    userEnteredFormat: format,
    ...(value === null || value === ""
      ? {}
      : {
          userEnteredValue:
            typeof value === "number" ? { numberValue: value } : { stringValue: indentText.repeat(indent) + value },
        }),
  };
}
