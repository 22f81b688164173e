import type { Request } from "../support/memory-google.ts";
import {
  type Act,
  anyRow,
  area,
  codeColumn,
  columnNamed,
  type Desk,
  firstRow,
  headersOf,
  ledgerHeaders,
  put,
  rowCount,
  words,
} from "./desk.ts";

/** What clerks do to cells and blocks of cells. */

/** A value for any cell of the ledger: mostly a fresh text, in closed columns a word of theirs. */
export function typeInto(desk: Desk, row: number): readonly Request[] {
  const names = [...ledgerHeaders, ...ledgerHeaders, ...Object.keys(words)];
  const column = columnNamed(desk, names);
  if (column === null) return [];
  const choices = words[headersOf(desk.tab)[column] ?? ""];
  return [put(desk, row, column, [choices?.[desk.pick(choices.length)] ?? desk.fresh("cell")])];
}

export function clearCell(desk: Desk): readonly Request[] {
  const column = columnNamed(desk, ledgerHeaders);
  return column === null ? [] : [put(desk, anyRow(desk), column, [""])];
}

export function typePrivate(desk: Desk): readonly Request[] {
  const column = headersOf(desk.tab).findIndex((header) => header.includes("自用"));
  return column < 0 ? [] : [put(desk, anyRow(desk), column, [desk.fresh("private")])];
}

/** A block of one row over as many other rows; the block may hold the code. */
export const pasteBlock: Act = (desk) => {
  const width = 1 + desk.pick(4);
  const column = desk.pick(Math.max(1, headersOf(desk.tab).length - width + 1));
  const from = anyRow(desk);
  const to = anyRow(desk);
  return [
    {
      copyPaste: {
        source: area(desk, from, column, 1, width),
        destination: area(desk, to, column, 1 + desk.pick(2), width),
        pasteType: desk.pick(2) === 0 ? "PASTE_VALUES" : "PASTE_NORMAL",
      },
    },
  ];
};

export const pasteOverCode: Act = (desk) => {
  const column = codeColumn(desk);
  if (column === null) return [];
  return [
    {
      copyPaste: {
        source: area(desk, anyRow(desk), column, 1, 1),
        destination: area(desk, anyRow(desk), column, 1 + desk.pick(3), 1),
        pasteType: "PASTE_VALUES",
      },
    },
  ];
};

export const swapCodes: Act = (desk) => {
  const column = codeColumn(desk);
  if (column === null) return [];
  const [a, b] = [anyRow(desk), anyRow(desk)];
  const at = (row: number) => String(desk.tab.rows[row]?.[column]?.value ?? "");
  return [put(desk, a, column, [at(b)]), put(desk, b, column, [at(a)])];
};

export function clearCode(desk: Desk): readonly Request[] {
  const column = codeColumn(desk);
  return column === null ? [] : [put(desk, anyRow(desk), column, [""])];
}

export const clearCodes: Act = (desk) => {
  const column = codeColumn(desk);
  if (column === null) return [];
  return Array.from({ length: rowCount(desk) }, (_, i) => put(desk, firstRow(desk) + i, column, [""]));
};

export const noteOn: Act = (desk) => [
  {
    updateCells: {
      start: { sheetId: desk.tab.id, rowIndex: anyRow(desk), columnIndex: desk.pick(headersOf(desk.tab).length || 1) },
      fields: "note",
      rows: [{ values: [{ note: desk.fresh("note") }] }],
    },
  },
];

export const formulaOver: Act = (desk) => {
  const column = columnNamed(desk, ["责任部门", "备注", "整改进展"]);
  return column === null ? [] : [put(desk, anyRow(desk), column, [`=IF(TRUE,"公式","${desk.fresh("formula")}")`])];
};

export const mergeRows: Act = (desk) => {
  const column = columnNamed(desk, ["责任部门", "整改措施", "备注"]);
  if (column === null || rowCount(desk) < 2) return [];
  const row = firstRow(desk) + desk.pick(rowCount(desk) - 1);
  return [{ mergeCells: { range: area(desk, row, column, 2, 1), mergeType: "MERGE_ALL" } }];
};

/** A cell and the one to its right, both of columns that are synced: a merge takes a private text into the left one. */
export const mergeAcross: Act = (desk) => {
  const synced = [...ledgerHeaders, ...Object.keys(words)];
  const headers = headersOf(desk.tab);
  const column = desk.pick(headers.length);
  if (![column, column + 1].every((at) => synced.includes(headers[at] ?? ""))) return [];
  return [{ mergeCells: { range: area(desk, anyRow(desk), column, 1, 2), mergeType: "MERGE_ALL" } }];
};

export const unmerge: Act = (desk) => [
  { unmergeCells: { range: area(desk, firstRow(desk), 0, Math.max(1, rowCount(desk)), desk.tab.columnCount) } },
];

export const freeText: Act = (desk) => {
  const foreign = desk.sheets.find(({ title }) => title === "通讯录");
  if (foreign === undefined) return [];
  return [put({ ...desk, tab: foreign }, desk.pick(6), desk.pick(3), [desk.fresh("private")])];
};
