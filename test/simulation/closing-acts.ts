import { type Act, anyRow, area, type Desk, firstRow, headersOf, put, rowCount } from "./desk.ts";

/** What clerks do that keeps the system from writing cells, and their word on conflicts. */

const systemHeaders = ["系统编号", "系统状态", "系统提示"];

/** A few cells, or whole columns down to the end of the tab: for nobody but the clerk. */
export const protectCells: Act = (desk) => {
  const headers = headersOf(desk.tab);
  const system = headers.findIndex((header) => systemHeaders.includes(header));
  const column = desk.pick(2) === 0 && system >= 0 ? system : desk.pick(Math.max(1, headers.length));
  const range =
    desk.pick(3) === 0
      ? { sheetId: desk.tab.id, startColumnIndex: column, endColumnIndex: column + 1 + desk.pick(3) }
      : area(desk, anyRow(desk), column, 1 + desk.pick(3), 1 + desk.pick(2));
  return [{ addProtectedRange: { protectedRange: { range, editors: { users: ["clerk@bureau"] } } } }];
};

export const unprotect: Act = (desk) =>
  desk.tab.protectedRanges.map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId } }));

/** Down over two rows, or across over another of the system's: a text merged into one of these is the system's. */
export const mergeSystemCells: Act = (desk) => {
  const headers = headersOf(desk.tab);
  const columns = headers.flatMap((header, at) => (systemHeaders.includes(header) ? [at] : []));
  const column = columns[desk.pick(Math.max(1, columns.length))];
  if (column === undefined || rowCount(desk) < 2) return [];
  const row = firstRow(desk) + desk.pick(rowCount(desk) - 1);
  const across = desk.pick(2) === 0 && systemHeaders.includes(headers[column + 1] ?? "");
  const range = across ? area(desk, row, column, 1, 2) : area(desk, row, column, 2, 1);
  return [{ mergeCells: { range, mergeType: "MERGE_ALL" } }];
};

/** Whoever reads in 系统提示 why nothing arrives makes room for it, on every tab: no merge is left where one was in the way. */
export const openCells: Act = (desk) =>
  desk.sheets.flatMap((tab) => [
    ...unprotect({ ...desk, tab }),
    ...(tab.merges.some((merge) => systemColumns(tab).some((at) => merge.startColumn <= at && at < merge.endColumn))
      ? [{ unmergeCells: { range: { sheetId: tab.id } } }]
      : []),
  ]);

/** By their headers, or by the codes below one that was renamed. */
function systemColumns(tab: Desk["tab"]): number[] {
  return Array.from({ length: tab.columnCount }, (_, at) => at).filter(
    (at) =>
      systemHeaders.includes(headersOf(tab)[at] ?? "") ||
      tab.rows.some((row) => /^[A-Z][0-9A-Z]{12}$/.test(String(row?.[at]?.value ?? ""))),
  );
}

/** Into the 系统提示 of a row that tells of a conflict, or of any row. */
export const confirmShown: Act = (desk) => {
  const column = headersOf(desk.tab).indexOf("系统提示");
  if (column < 0) return [];
  const told = desk.tab.rows.findIndex((row) => String(row?.[column]?.value ?? "").includes("以此为准"));
  return [put(desk, told < 0 ? anyRow(desk) : told, column, ["以此为准"])];
};
