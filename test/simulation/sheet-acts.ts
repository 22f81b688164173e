import type { SheetState } from "../../local/google/state.ts";
import type { Request } from "../support/memory-google.ts";

/** What clerks do in a spreadsheet, as requests of the API: every action that the sheet page offers. */

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

const ledgerHeaders = ["问题描述", "整改措施", "责任部门", "责任人", "整改进展", "备注", "课题名称", "进展情况"];
const words: Readonly<Record<string, readonly string[]>> = {
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

function firstRow(desk: Desk): number {
  return headerRowOf(desk.tab) + 1;
}

function rowCount({ tab }: Desk): number {
  return Math.max(0, tab.rows.length - headerRowOf(tab) - 1);
}

function anyRow(desk: Desk): number {
  return firstRow(desk) + desk.pick(Math.max(1, rowCount(desk)));
}

function columnNamed(desk: Desk, names: readonly string[]): number | null {
  const columns = headersOf(desk.tab).flatMap((header, i) => (names.includes(header) ? [i] : []));
  return columns[desk.pick(Math.max(1, columns.length))] ?? null;
}

function codeColumn(desk: Desk): number | null {
  const at = headersOf(desk.tab).indexOf("系统编号");
  return at < 0 ? null : at;
}

const typed = (value: string | number | undefined) =>
  value === undefined || value === ""
    ? {}
    : typeof value === "number"
      ? { userEnteredValue: { numberValue: value } }
      : value.startsWith("=")
        ? { userEnteredValue: { formulaValue: value } }
        : { userEnteredValue: { stringValue: value } };

function put(desk: Desk, row: number, column: number, values: readonly (string | number | undefined)[]): Request {
  return {
    updateCells: {
      start: { sheetId: desk.tab.id, rowIndex: row, columnIndex: column },
      fields: "userEnteredValue",
      rows: [{ values: values.map(typed) }],
    },
  };
}

const lines = (desk: Desk, dimension: "ROWS" | "COLUMNS", startIndex: number, count = 1) => ({
  sheetId: desk.tab.id,
  dimension,
  startIndex,
  endIndex: startIndex + count,
});

const area = (desk: Desk, row: number, column: number, height: number, width: number) => ({
  sheetId: desk.tab.id,
  startRowIndex: row,
  endRowIndex: row + height,
  startColumnIndex: column,
  endColumnIndex: column + width,
});

const insertLine = (desk: Desk, row: number): Request => ({
  insertDimension: { range: lines(desk, "ROWS", row), inheritFromBefore: row > 0 },
});

function newRowValues(desk: Desk): (string | undefined)[] {
  return headersOf(desk.tab).map((header) => {
    if (header === "问题描述" || header === "课题名称") return desk.fresh("cell");
    if (header.includes("自用")) return desk.fresh("private");
    const choices = words[header];
    if (choices !== undefined) return choices[desk.pick(choices.length)];
    return ledgerHeaders.includes(header) && desk.pick(2) === 0 ? desk.fresh("cell") : undefined;
  });
}

/** A value for any cell of the ledger: mostly a fresh text, in closed columns a word of theirs. */
function typeInto(desk: Desk, row: number): readonly Request[] {
  const names = [...ledgerHeaders, ...ledgerHeaders, ...Object.keys(words)];
  const column = columnNamed(desk, names);
  if (column === null) return [];
  const choices = words[headersOf(desk.tab)[column] ?? ""];
  return [put(desk, row, column, [choices?.[desk.pick(choices.length)] ?? desk.fresh("cell")])];
}

const insertFilledRow: Act = (desk) => {
  const row = firstRow(desk) + desk.pick(rowCount(desk) + 1);
  return [insertLine(desk, row), put(desk, row, 0, newRowValues(desk))];
};

const copyRow: Act = (desk) => {
  const from = anyRow(desk);
  const to = firstRow(desk) + desk.pick(rowCount(desk) + 1);
  const source = from >= to ? from + 1 : from;
  return [
    insertLine(desk, to),
    {
      copyPaste: {
        source: area(desk, source, 0, 1, desk.tab.columnCount),
        destination: area(desk, to, 0, 1, desk.tab.columnCount),
      },
    },
  ];
};

const cutRow: Act = (desk) => {
  const from = anyRow(desk);
  const to = desk.tab.rows.length + desk.pick(2);
  return [
    {
      cutPaste: {
        source: area(desk, from, 0, 1, desk.tab.columnCount),
        destination: { sheetId: desk.tab.id, rowIndex: to, columnIndex: 0 },
      },
    },
  ];
};

/** A block of one row over as many other rows; the block may hold the code. */
const pasteBlock: Act = (desk) => {
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

const pasteOverCode: Act = (desk) => {
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

const swapCodes: Act = (desk) => {
  const column = codeColumn(desk);
  if (column === null) return [];
  const [a, b] = [anyRow(desk), anyRow(desk)];
  const at = (row: number) => String(desk.tab.rows[row]?.[column]?.value ?? "");
  return [put(desk, a, column, [at(b)]), put(desk, b, column, [at(a)])];
};

const sortRows: Act = (desk) => [
  {
    sortRange: {
      range: area(desk, firstRow(desk), 0, rowCount(desk), desk.tab.columnCount),
      sortSpecs: [
        {
          dimensionIndex: desk.pick(Math.max(1, headersOf(desk.tab).length)),
          sortOrder: desk.pick(2) === 0 ? "ASCENDING" : "DESCENDING",
        },
      ],
    },
  },
];

const noteOn: Act = (desk) => [
  {
    updateCells: {
      start: { sheetId: desk.tab.id, rowIndex: anyRow(desk), columnIndex: desk.pick(headersOf(desk.tab).length || 1) },
      fields: "note",
      rows: [{ values: [{ note: desk.fresh("note") }] }],
    },
  },
];

const formulaOver: Act = (desk) => {
  const column = columnNamed(desk, ["责任部门", "备注", "整改进展"]);
  return column === null ? [] : [put(desk, anyRow(desk), column, [`=IF(TRUE,"公式","${desk.fresh("formula")}")`])];
};

const mergeRows: Act = (desk) => {
  const column = columnNamed(desk, ["责任部门", "整改措施", "备注"]);
  if (column === null || rowCount(desk) < 2) return [];
  const row = firstRow(desk) + desk.pick(rowCount(desk) - 1);
  return [{ mergeCells: { range: area(desk, row, column, 2, 1), mergeType: "MERGE_ALL" } }];
};

const unmerge: Act = (desk) => [
  { unmergeCells: { range: area(desk, firstRow(desk), 0, Math.max(1, rowCount(desk)), desk.tab.columnCount) } },
];

const deleteColumn: Act = (desk) => {
  const column = columnNamed(desk, ["备注", "整改进展", "责任人", "系统提示"]);
  return column === null ? [] : [{ deleteDimension: { range: lines(desk, "COLUMNS", column) } }];
};

const addColumn: Act = (desk) => {
  const column = desk.pick(headersOf(desk.tab).length + 1);
  const absent = ["备注", "整改进展", "责任人", "责任领导"].filter((name) => !headersOf(desk.tab).includes(name));
  const header = desk.pick(3) > 0 ? (absent[0] ?? "自用栏") : "自用栏";
  return [
    { appendDimension: { sheetId: desk.tab.id, dimension: "COLUMNS", length: 1 } },
    { insertDimension: { range: lines(desk, "COLUMNS", column), inheritFromBefore: false } },
    put(desk, headerRowOf(desk.tab), column, [header]),
  ];
};

const moveColumn: Act = (desk) => {
  const width = headersOf(desk.tab).length;
  return [
    {
      moveDimension: { source: lines(desk, "COLUMNS", desk.pick(width || 1)), destinationIndex: desk.pick(width + 1) },
    },
  ];
};

const renameHeader: Act = (desk) => {
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

const duplicateTab: Act = (desk) => [
  {
    duplicateSheet: {
      sourceSheetId: desk.tab.id,
      insertSheetIndex: desk.sheets.length,
      newSheetName: `副本${desk.sheets.length}`,
    },
  },
];

const renameTab: Act = (desk) => [
  {
    updateSheetProperties: {
      properties: { sheetId: desk.tab.id, title: `问题清单${desk.pick(100)}` },
      fields: "title",
    },
  },
];

const manyRows: Act = (desk) => {
  const row = desk.tab.rows.length;
  const count = 3 + desk.pick(5);
  return [
    { appendDimension: { sheetId: desk.tab.id, dimension: "ROWS", length: count } },
    ...Array.from({ length: count }, (_, i) => put(desk, row + i, 0, newRowValues(desk))),
  ];
};

const deleteMany: Act = (desk) => {
  const count = Math.min(rowCount(desk), 6 + desk.pick(3));
  return count === 0 ? [] : [{ deleteDimension: { range: lines(desk, "ROWS", firstRow(desk), count) } }];
};

const clearCodes: Act = (desk) => {
  const column = codeColumn(desk);
  if (column === null) return [];
  return Array.from({ length: rowCount(desk) }, (_, i) => put(desk, firstRow(desk) + i, column, [""]));
};

const breakHeader: Act = (desk) => {
  const column = headersOf(desk.tab).indexOf("系统编号");
  return column < 0 ? [] : [put(desk, headerRowOf(desk.tab), column, ["编号"])];
};

const mendHeader: Act = (desk) => {
  const column = headersOf(desk.tab).indexOf("编号");
  return column < 0 ? [] : [put(desk, headerRowOf(desk.tab), column, ["系统编号"])];
};

const pasteForeignRow: Act = (desk) => {
  const values = headersOf(desk.tab).map((header) => desk.elsewhere.get(header));
  return [
    put(
      desk,
      desk.tab.rows.length,
      0,
      values.map((value) => (typeof value === "boolean" ? undefined : value)),
    ),
  ];
};

const freeText: Act = (desk) => {
  const foreign = desk.sheets.find(({ title }) => title === "通讯录");
  if (foreign === undefined) return [];
  return [put({ ...desk, tab: foreign }, desk.pick(6), desk.pick(3), [desk.fresh("private")])];
};

/** Kind of act -> how often, and what. */
export const acts: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  typeCell: [30, (desk) => typeInto(desk, anyRow(desk))],
  clearCell: [6, (desk) => clearCell(desk)],
  insertFilledRow: [8, insertFilledRow],
  insertBlankRow: [2, (desk) => [insertLine(desk, anyRow(desk))]],
  deleteRow: [
    4,
    (desk) => (rowCount(desk) === 0 ? [] : [{ deleteDimension: { range: lines(desk, "ROWS", anyRow(desk)) } }]),
  ],
  moveRow: [
    3,
    (desk) => [
      {
        moveDimension: {
          source: lines(desk, "ROWS", anyRow(desk)),
          destinationIndex: firstRow(desk) + desk.pick(rowCount(desk) + 1),
        },
      },
    ],
  ],
  sortRows: [6, sortRows],
  copyRow: [4, copyRow],
  cutRow: [3, cutRow],
  pasteBlock: [4, pasteBlock],
  pasteOverCode: [2, pasteOverCode],
  swapCodes: [1, swapCodes],
  clearCode: [2, (desk) => clearCode(desk)],
  typePrivate: [3, (desk) => typePrivate(desk)],
  noteOn: [3, noteOn],
  formulaOver: [2, formulaOver],
  mergeRows: [1, mergeRows],
  unmerge: [1, unmerge],
  hideRow: [1, (desk) => hideRow(desk)],
  insertColumn: [2, addColumn],
  deleteColumn: [1, deleteColumn],
  moveColumn: [2, moveColumn],
  renameHeader: [2, renameHeader],
  duplicateTab: [1, duplicateTab],
  renameTab: [1, renameTab],
  manyRows: [1, manyRows],
  deleteMany: [1, deleteMany],
  clearCodes: [1, clearCodes],
  breakHeader: [1, breakHeader],
  mendHeader: [2, mendHeader],
  pasteForeignRow: [1, pasteForeignRow],
  foreignTab: [1, freeText],
};

function clearCell(desk: Desk): readonly Request[] {
  const column = columnNamed(desk, ledgerHeaders);
  return column === null ? [] : [put(desk, anyRow(desk), column, [""])];
}

function clearCode(desk: Desk): readonly Request[] {
  const column = codeColumn(desk);
  return column === null ? [] : [put(desk, anyRow(desk), column, [""])];
}

function typePrivate(desk: Desk): readonly Request[] {
  const column = headersOf(desk.tab).findIndex((header) => header.includes("自用"));
  return column < 0 ? [] : [put(desk, anyRow(desk), column, [desk.fresh("private")])];
}

function hideRow(desk: Desk): readonly Request[] {
  const properties = { hiddenByUser: desk.pick(2) === 0 };
  return [
    { updateDimensionProperties: { range: lines(desk, "ROWS", anyRow(desk)), properties, fields: "hiddenByUser" } },
  ];
}
