import { type Act, anyRow, area, firstRow, headersOf, put, rowCount } from "./desk.ts";

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

/** Down over two rows or across two columns, one of them of the system. */
export const mergeSystemCells: Act = (desk) => {
  const columns = headersOf(desk.tab).flatMap((header, at) => (systemHeaders.includes(header) ? [at] : []));
  const column = columns[desk.pick(Math.max(1, columns.length))];
  if (column === undefined || rowCount(desk) < 2) return [];
  const row = firstRow(desk) + desk.pick(rowCount(desk) - 1);
  const range = desk.pick(2) === 0 ? area(desk, row, column, 2, 1) : area(desk, row, column - desk.pick(2), 1, 2);
  return [{ mergeCells: { range, mergeType: "MERGE_ALL" } }];
};

/** Whoever reads in 系统提示 why nothing arrives makes room for it, on every tab. */
export const openCells: Act = (desk) =>
  desk.sheets.flatMap((tab) => [
    ...unprotect({ ...desk, tab }),
    ...headersOf(tab).flatMap((header, column) =>
      systemHeaders.includes(header)
        ? tab.merges
            .filter(({ startColumn, endColumn }) => startColumn <= column && column < endColumn)
            .map(({ startRow, endRow, startColumn, endColumn }) => ({
              unmergeCells: {
                range: area({ ...desk, tab }, startRow, startColumn, endRow - startRow, endColumn - startColumn),
              },
            }))
        : [],
    ),
  ]);

/** Into the 系统提示 of a row that tells of a conflict, or of any row. */
export const confirmShown: Act = (desk) => {
  const column = headersOf(desk.tab).indexOf("系统提示");
  if (column < 0) return [];
  const told = desk.tab.rows.findIndex((row) => String(row?.[column]?.value ?? "").includes("以此为准"));
  return [put(desk, told < 0 ? anyRow(desk) : told, column, ["以此为准"])];
};
