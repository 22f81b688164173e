import { type Act, area, headerRowOf, headersOf, put } from "./desk.ts";

/** What clerks do with Tables: 转换为表格 and 还原. */

const list = {
  condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "已完成" }, { userEnteredValue: "未完成" }] },
};
const types: Readonly<Record<string, object>> = {
  序号: { columnType: "DOUBLE" },
  整改时限: { columnType: "DATE" },
  完成情况: { columnType: "DROPDOWN", dataValidationRule: list },
  备注: { columnType: "BOOLEAN" },
};

/** From the header down, all of it or fewer rows and columns, some of its columns for one type. */
export const makeTable: Act = (desk) => {
  const { tab, pick } = desk;
  const header = headerRowOf(tab);
  const headers = headersOf(tab);
  const rows = Math.max(2, tab.rows.length - header + [0, 0, 0, -2, 2][pick(5)]!);
  const width = Math.max(1, headers.length - [0, 0, 3, 5][pick(4)]!);
  const range = area(desk, header, 0, Math.min(rows, tab.rowCount - header), width);
  const columnProperties = headers.slice(0, width).flatMap((columnName, columnIndex) => {
    const type = types[columnName];
    return type === undefined || pick(3) > 0 ? [] : [{ columnIndex, columnName, ...type }];
  });
  return [{ addTable: { table: { range, columnProperties } } }];
};

export const revertTable: Act = (desk) => {
  const tables = desk.tab.tables ?? [];
  const table = tables[desk.pick(tables.length || 1)];
  if (table === undefined) return [];
  const { startRow, endRow, startColumn, endColumn } = table.box;
  const kept = desk.tab.rows.slice(startRow, endRow).map((row, i) => {
    const values = Array.from({ length: endColumn - startColumn }, (_, column) => {
      const cell = row?.[startColumn + column];
      return cell?.formula ?? cell?.value;
    });
    return put(desk, startRow + i, startColumn, values);
  });
  return [{ deleteTable: { tableId: table.tableId } }, ...kept];
};
