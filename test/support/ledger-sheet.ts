import type { SyncWorld } from "./sync-world.ts";

/** Spreadsheets as bureaus keep them, and what tests ask of them. */

export const plainHeaders = [
  "序号",
  "问题描述",
  "问题类别",
  "整改措施",
  "责任部门",
  "责任人",
  "整改时限",
  "整改进展",
  "完成情况",
  "备注",
  "联系电话（自用）",
] as const;

export interface TabContent {
  readonly title: string;
  readonly tabId: number;
  readonly rows: readonly (readonly unknown[])[];
  readonly gridRows?: number;
  readonly gridColumns?: number;
}

export function addSpreadsheet(world: SyncWorld, spreadsheetId: string, tabs: readonly TabContent[]): void {
  const value = (cell: unknown) =>
    cell === "" || cell === null || cell === undefined
      ? {}
      : {
          userEnteredValue:
            typeof cell === "number"
              ? { numberValue: cell }
              : typeof cell === "string" && cell.startsWith("=")
                ? { formulaValue: cell }
                : { stringValue: String(cell) },
        };
  world.google.create(spreadsheetId, {
    properties: { title: `台账 ${spreadsheetId}` },
    sheets: tabs.map((tab) => ({
      properties: {
        sheetId: tab.tabId,
        title: tab.title,
        gridProperties: {
          rowCount: tab.gridRows ?? Math.max(40, tab.rows.length + 20),
          columnCount: tab.gridColumns ?? 16,
        },
      },
      data: [{ rowData: tab.rows.map((row) => ({ values: row.map(value) })) }],
    })),
  });
}

export function problemRow(n: number, patch: Partial<Record<(typeof plainHeaders)[number], unknown>> = {}): unknown[] {
  const row: Record<string, unknown> = {
    序号: n,
    问题描述: `第${n}个示例问题`,
    问题类别: "民生",
    整改措施: `措施${n}`,
    责任部门: "办公室",
    责任人: `责任人${n}`,
    整改时限: "2023-12-31",
    整改进展: "",
    完成情况: "",
    备注: "",
    "联系电话（自用）": `电话${n}`,
    ...patch,
  };
  return plainHeaders.map((header) => row[header]);
}

/** A linked spreadsheet `s1` of unit `dl` with so many problem rows, before its first pass. */
export async function linkedLedger(world: SyncWorld, rows = 3, spreadsheetId = "s1", unit = "dl"): Promise<void> {
  addSpreadsheet(world, spreadsheetId, [
    {
      title: "问题清单",
      tabId: 7,
      rows: [[...plainHeaders], ...Array.from({ length: rows }, (_, i) => problemRow(i + 1))],
    },
  ]);
  await world.addUnit(unit);
  await world.link(spreadsheetId, unit);
}

/** The values of a tab; a formula as its text. */
export function cellsOf(world: SyncWorld, spreadsheetId = "s1", tabId = 7): unknown[][] {
  const tab = world.google.state(spreadsheetId).sheets.find(({ id }) => id === tabId);
  if (tab === undefined) throw new Error(`no tab ${tabId}`);
  return tab.rows.map((row) => [...(row ?? [])].map((cell) => cell?.formula ?? cell?.value ?? ""));
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a header's cell of the row stands that holds `text` somewhere. */
export function find(world: SyncWorld, text: string, header: string, spreadsheetId = "s1", tabId = 7): Place {
  const cells = cellsOf(world, spreadsheetId, tabId);
  const headerRow = cells.findIndex((row) => row.includes(header));
  const column = cells[headerRow]?.indexOf(header) ?? -1;
  const row = cells.findIndex((candidate) => candidate.includes(text));
  if (row < 0 || column < 0) throw new Error(`no ${header} of ${text}`);
  return { row, column };
}

export function read(world: SyncWorld, text: string, header: string, spreadsheetId = "s1", tabId = 7): unknown {
  const { row, column } = find(world, text, header, spreadsheetId, tabId);
  return cellsOf(world, spreadsheetId, tabId)[row]?.[column] ?? "";
}

export function noteAt(world: SyncWorld, { row, column }: Place, spreadsheetId = "s1", tabId = 7): string {
  const tab = world.google.state(spreadsheetId).sheets.find(({ id }) => id === tabId);
  return tab?.rows[row]?.[column]?.note ?? "";
}

/** A person types into a cell. */
export function type(
  world: SyncWorld,
  text: string,
  header: string,
  value: string | number,
  spreadsheetId = "s1",
  tabId = 7,
): void {
  const { row, column } = find(world, text, header, spreadsheetId, tabId);
  typeAt(world, { row, column }, value, spreadsheetId, tabId);
}

export function typeAt(
  world: SyncWorld,
  { row, column }: Place,
  value: string | number,
  spreadsheetId = "s1",
  tabId = 7,
): void {
  const entered =
    value === ""
      ? {}
      : {
          userEnteredValue:
            typeof value === "number"
              ? { numberValue: value }
              : value.startsWith("=")
                ? { formulaValue: value }
                : { stringValue: value },
        };
  const start = { sheetId: tabId, rowIndex: row, columnIndex: column };
  world.google.edit(spreadsheetId, [
    { updateCells: { start, fields: "userEnteredValue", rows: [{ values: [entered] }] } },
  ]);
}

export function deleteRow(world: SyncWorld, row: number, count = 1, spreadsheetId = "s1", tabId = 7): void {
  const range = { sheetId: tabId, dimension: "ROWS", startIndex: row, endIndex: row + count };
  world.google.edit(spreadsheetId, [{ deleteDimension: { range } }]);
}

export function sortBy(
  world: SyncWorld,
  header: string,
  order: "ASCENDING" | "DESCENDING",
  spreadsheetId = "s1",
  tabId = 7,
) {
  const cells = cellsOf(world, spreadsheetId, tabId);
  const headerRow = cells.findIndex((row) => row.includes(header));
  const dimensionIndex = cells[headerRow]?.indexOf(header) ?? -1;
  const range = { sheetId: tabId, startRowIndex: headerRow + 1, endRowIndex: cells.length, startColumnIndex: 0 };
  world.google.edit(spreadsheetId, [{ sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder: order }] } }]);
}
