import { type Act, columnNamed, headerRowOf, headersOf, lines, put } from "./desk.ts";

/** What clerks do to columns and headers. */

export const deleteColumn: Act = (desk) => {
  const column = columnNamed(desk, ["备注", "整改进展", "责任人", "系统提示"]);
  return column === null ? [] : [{ deleteDimension: { range: lines(desk, "COLUMNS", column) } }];
};

export const deleteCodeColumn: Act = (desk) => {
  const column = columnNamed(desk, ["系统编号", "编号"]);
  return column === null ? [] : [{ deleteDimension: { range: lines(desk, "COLUMNS", column) } }];
};

export const addColumn: Act = (desk) => {
  const column = desk.pick(headersOf(desk.tab).length + 1);
  const absent = ["备注", "整改进展", "责任人", "责任领导"].filter((name) => !headersOf(desk.tab).includes(name));
  const header = desk.pick(3) > 0 ? (absent[0] ?? "自用栏") : "自用栏";
  return [
    { appendDimension: { sheetId: desk.tab.id, dimension: "COLUMNS", length: 1 } },
    { insertDimension: { range: lines(desk, "COLUMNS", column), inheritFromBefore: false } },
    put(desk, headerRowOf(desk.tab), column, [header]),
  ];
};

export const moveColumn: Act = (desk) => {
  const width = headersOf(desk.tab).length;
  return [
    {
      moveDimension: { source: lines(desk, "COLUMNS", desk.pick(width || 1)), destinationIndex: desk.pick(width + 1) },
    },
  ];
};

export const renameHeader: Act = (desk) => {
  const renames: readonly (readonly [string, string])[] = [
    ["责任人", "整改责任人"],
    ["整改责任人", "责任人"],
    ["备注", "备注说明"],
    ["备注说明", "备注"],
    ["整改进展", "进展情况"],
  ];
  const pair = renames[desk.pick(renames.length)];
  const column = headersOf(desk.tab).indexOf(pair?.[0] ?? "");
  return pair === undefined || column < 0 ? [] : [put(desk, headerRowOf(desk.tab), column, [pair[1]])];
};

export const breakHeader: Act = (desk) => {
  const column = headersOf(desk.tab).indexOf("系统编号");
  return column < 0 ? [] : [put(desk, headerRowOf(desk.tab), column, [desk.pick(3) === 0 ? "" : "编号"])];
};

export const mendHeader: Act = (desk) => {
  const column = headersOf(desk.tab).indexOf("编号");
  return column < 0 ? [] : [put(desk, headerRowOf(desk.tab), column, ["系统编号"])];
};
