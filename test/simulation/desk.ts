import type { SheetState } from "../../local/google/state.ts";
import type { Request } from "../support/memory-google.ts";

/** A clerk at a tab, and the requests that acts are made of. */

export interface Desk {
  readonly sheets: readonly SheetState[];
  /** The tab the clerk is on. */
  readonly tab: SheetState;
  /** A whole number from 0 to below the bound. */
  pick(bound: number): number;
  /** A text that nobody has typed before, for a cell that is synced, private, a note or a formula. */
  fresh(kind: "cell" | "private" | "note" | "formula"): string;
  /** A row as it stands in the other bureau's spreadsheet, its code included. */
  readonly elsewhere: ReadonlyMap<string, string | number | boolean | undefined>;
}

export type Act = (desk: Desk) => readonly Request[];

export const ledgerHeaders = ["问题描述", "整改措施", "责任部门", "责任人", "整改进展", "备注", "课题名称", "进展情况"];

export const words: Readonly<Record<string, readonly string[]>> = {
  问题类别: ["民生", "发展", "风险", "看不懂的类别", ""],
  整改时限: ["2023-12-31", "2023年11月底", "立行立改", "长期坚持", "11.30", "不知道"],
  完成情况: ["已完成", "正在整改", "未完成", "长期坚持", "销号", ""],
  完成时限: ["2023-12-31", "2024年1月"],
};

export function headerRowOf(tab: SheetState): number {
  return tab.rows.findIndex((row) =>
    row?.some((cell) => cell?.value === "问题描述" || cell?.value === "课题名称" || cell?.value === "系统编号"),
  );
}

export function headersOf(tab: SheetState): string[] {
  return [...(tab.rows[headerRowOf(tab)] ?? [])].map((cell) => String(cell?.value ?? ""));
}

export function firstRow(desk: Desk): number {
  return headerRowOf(desk.tab) + 1;
}

export function rowCount({ tab }: Desk): number {
  return Math.max(0, tab.rows.length - headerRowOf(tab) - 1);
}

export function anyRow(desk: Desk): number {
  return firstRow(desk) + desk.pick(Math.max(1, rowCount(desk)));
}

export function columnNamed(desk: Desk, names: readonly string[]): number | null {
  const columns = headersOf(desk.tab).flatMap((header, i) => (names.includes(header) ? [i] : []));
  return columns[desk.pick(Math.max(1, columns.length))] ?? null;
}

export function codeColumn(desk: Desk): number | null {
  const at = headersOf(desk.tab).indexOf("系统编号");
  return at < 0 ? null : at;
}

const typed = (value: string | number | boolean | undefined) =>
  value === undefined || value === ""
    ? {}
    : typeof value === "boolean"
      ? { userEnteredValue: { boolValue: value } }
      : typeof value === "number"
        ? { userEnteredValue: { numberValue: value } }
        : value.startsWith("=")
          ? { userEnteredValue: { formulaValue: value } }
          : { userEnteredValue: { stringValue: value } };

export function put(
  desk: Desk,
  row: number,
  column: number,
  values: readonly (string | number | boolean | undefined)[],
): Request {
  return {
    updateCells: {
      start: { sheetId: desk.tab.id, rowIndex: row, columnIndex: column },
      fields: "userEnteredValue",
      rows: [{ values: values.map(typed) }],
    },
  };
}

export const lines = (desk: Desk, dimension: "ROWS" | "COLUMNS", startIndex: number, count = 1) => ({
  sheetId: desk.tab.id,
  dimension,
  startIndex,
  endIndex: startIndex + count,
});

export const area = (desk: Desk, row: number, column: number, height: number, width: number) => ({
  sheetId: desk.tab.id,
  startRowIndex: row,
  endRowIndex: row + height,
  startColumnIndex: column,
  endColumnIndex: column + width,
});

export const insertLine = (desk: Desk, row: number): Request => ({
  insertDimension: { range: lines(desk, "ROWS", row), inheritFromBefore: row > 0 },
});

export function newRowValues(desk: Desk): (string | undefined)[] {
  return headersOf(desk.tab).map((header) => {
    if (header === "问题描述" || header === "课题名称") return desk.fresh("cell");
    if (header.includes("自用")) return desk.fresh("private");
    const choices = words[header];
    if (choices !== undefined) return choices[desk.pick(choices.length)];
    return ledgerHeaders.includes(header) && desk.pick(2) === 0 ? desk.fresh("cell") : undefined;
  });
}
