import type { SheetsApi } from "./api.ts";
import { type Area, areaAt } from "./area.ts";
import { readHiddenValues, type TabFilter } from "./filter.ts";
import type { CellData, GridRange, SheetBody, TableBody } from "./rest-shapes.ts";

/** One tab as the page needs it. */
export type Tab = {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly Area[];
  readonly filter: TabFilter | null;
  readonly tables: readonly TabTable[];
};

/** A range that a person made a table, its first row the header. */
export type TabTable = { readonly area: Area; readonly body: TableBody };

/** Hidden rows and columns and widths of the open tab. */
export type Dimensions = {
  readonly rowHidden: (row: number) => boolean;
  /** Hidden by the filter, so that acts on a selection leave it alone. */
  readonly rowFiltered: (row: number) => boolean;
  readonly columnHidden: (column: number) => boolean;
  readonly widthPx: (column: number) => number;
};

export type Book = ReturnType<typeof makeBook>;

/** Rows fetched at a time: a screen shows about 40, and 200 rows of 26 columns are about 300 kB of JSON. */
const BLOCK_ROWS = 200;
const DEFAULT_WIDTH_PX = 100;

type Block = { readonly rows: readonly (readonly CellData[])[]; readonly version: number };

/**
 * What the page knows of the spreadsheet: its tabs, and of the open tab the blocks of rows that were looked at.
 * After a change the blocks are stale but still shown, until the fresh ones have come.
 */
export function makeBook(api: SheetsApi) {
  let title = "";
  let tabs: readonly Tab[] = [];
  let openId = -1;
  let dimensions: Dimensions = readDimensions({});
  let blocks = new Map<number, Block>();
  let version = 0;
  const loading = new Map<number, Promise<void>>();

  const openTab = (): Tab | undefined => tabs.find((tab) => tab.sheetId === openId);

  async function loadBlock(tab: Tab, index: number): Promise<void> {
    const startedAt = version;
    const startRow = index * BLOCK_ROWS;
    const count = Math.min(BLOCK_ROWS, tab.rowCount - startRow);
    if (count <= 0) return;
    const rows = await api.readCells(tab.title, areaAt(startRow, 0, count, tab.columnCount));
    if (tab.sheetId !== openId) return;
    blocks.set(index, { rows: rows.map((row) => row.values ?? []), version: startedAt });
  }

  return {
    title: () => title,
    tabs: () => tabs,
    tab: openTab,
    dimensions: () => dimensions,

    /** Reads tabs, merges and dimensions; cells that were shown become stale. Opens `wanted`, or keeps the open tab. */
    async refresh(wanted?: number): Promise<void> {
      const body = await api.readTabs();
      title = body.properties?.title ?? "";
      tabs = (body.sheets ?? []).map(readTab);
      const next = tabs.find((tab) => tab.sheetId === (wanted ?? openId)) ?? tabs.find((tab) => !tab.hidden) ?? tabs[0];
      if (next && next.sheetId !== openId) {
        openId = next.sheetId;
        blocks = new Map();
        loading.clear();
      }
      version++;
      if (!next) return;
      dimensions = readDimensions(await api.readDimensions(next.title));
    },

    /** Fetches the blocks under rows [startRow, endRow) that are missing or stale. True when something was fetched. */
    async ensureRows(startRow: number, endRow: number): Promise<boolean> {
      const tab = openTab();
      if (!tab) return false;
      const wanted: Promise<void>[] = [];
      const last = Math.floor((Math.min(endRow, tab.rowCount) - 1) / BLOCK_ROWS);
      for (let index = Math.floor(Math.max(0, startRow) / BLOCK_ROWS); index <= last; index++) {
        if ((blocks.get(index)?.version ?? -1) >= version) continue;
        const key = index + version * 1e6;
        const started = loading.get(key) ?? loadBlock(tab, index).finally(() => loading.delete(key));
        loading.set(key, started);
        wanted.push(started);
      }
      await Promise.all(wanted);
      return wanted.length > 0;
    },

    cell(row: number, column: number): CellData | undefined {
      return blocks.get(Math.floor(row / BLOCK_ROWS))?.rows[row % BLOCK_ROWS]?.[column];
    },

    /** Shows a typed text at once; the answer of the service replaces it. */
    expect(row: number, column: number, text: string): void {
      const index = Math.floor(row / BLOCK_ROWS);
      const block = blocks.get(index);
      if (!block) return;
      const cells = [...(block.rows[row % BLOCK_ROWS] ?? [])];
      for (let at = cells.length; at < column; at++) cells[at] = {};
      cells[column] = { ...cells[column], formattedValue: text };
      const rows = [...block.rows];
      for (let at = rows.length; at < row % BLOCK_ROWS; at++) rows[at] = [];
      rows[row % BLOCK_ROWS] = cells;
      blocks.set(index, { ...block, rows });
    },

    /** A row's cells, or undefined while they are not fetched. */
    row(row: number): readonly CellData[] | undefined {
      const block = blocks.get(Math.floor(row / BLOCK_ROWS));
      return block ? (block.rows[row % BLOCK_ROWS] ?? []) : undefined;
    },

    mergeAt(row: number, column: number): Area | undefined {
      return openTab()?.merges.find((area) => holds(area, row, column));
    },

    tableAt(row: number, column: number): TabTable | undefined {
      return openTab()?.tables.find(({ area }) => holds(area, row, column));
    },
  };
}

const holds = (area: Area, row: number, column: number) =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;

function readTab(sheet: SheetBody): Tab {
  const grid = sheet.properties.gridProperties ?? {};
  const rowCount = grid.rowCount ?? 0;
  const columnCount = grid.columnCount ?? 0;
  const whole = (range: GridRange): Area => ({
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? columnCount,
  });
  return {
    sheetId: sheet.properties.sheetId ?? 0,
    title: sheet.properties.title,
    hidden: sheet.properties.hidden ?? false,
    rowCount,
    columnCount,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    merges: (sheet.merges ?? []).map(whole),
    filter: sheet.basicFilter?.range
      ? { area: whole(sheet.basicFilter.range), hiddenValues: readHiddenValues(sheet.basicFilter) }
      : null,
    tables: (sheet.tables ?? []).map((body) => ({ area: whole(body.range), body })),
  };
}

function readDimensions(data: NonNullable<SheetBody["data"]>[number]): Dimensions {
  const hidden = (list: typeof data.rowMetadata) => (at: number) =>
    Boolean(list?.[at]?.hiddenByUser || list?.[at]?.hiddenByFilter);
  return {
    rowHidden: hidden(data.rowMetadata),
    rowFiltered: (row) => data.rowMetadata?.[row]?.hiddenByFilter === true,
    columnHidden: hidden(data.columnMetadata),
    widthPx: (column) => data.columnMetadata?.[column]?.pixelSize ?? DEFAULT_WIDTH_PX,
  };
}
