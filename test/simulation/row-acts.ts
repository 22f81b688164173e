import type { Request } from "../support/memory-google.ts";
import {
  type Act,
  anyRow,
  area,
  type Desk,
  firstRow,
  headersOf,
  insertLine,
  lines,
  newRowValues,
  put,
  rowCount,
} from "./desk.ts";

/** What clerks do to rows. */

export const insertFilledRow: Act = (desk) => {
  const row = firstRow(desk) + desk.pick(rowCount(desk) + 1);
  return [insertLine(desk, row), put(desk, row, 0, newRowValues(desk))];
};

export const copyRow: Act = (desk) => {
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

export const cutRow: Act = (desk) => {
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

export const sortRows: Act = (desk) => [
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

/** Only the rows that were selected. */
export const sortSome: Act = (desk) => {
  const row = anyRow(desk);
  const range = area(desk, row, 0, Math.min(2 + desk.pick(4), desk.tab.rowCount - row), desk.tab.columnCount);
  const dimensionIndex = desk.pick(Math.max(1, headersOf(desk.tab).length));
  return [{ sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder: "ASCENDING" }] } }];
};

/** All columns but the system's, where those stand at the end: what a clerk does who selects the ledger as it was. */
export const sortBeside: Act = (desk) => {
  const headers = headersOf(desk.tab);
  const width = headers.findIndex((name) => name.startsWith("系统"));
  if (width < 1 || headers.slice(width).some((name) => !name.startsWith("系统"))) return [];
  const range = area(desk, firstRow(desk), 0, rowCount(desk), width);
  return [{ sortRange: { range, sortSpecs: [{ dimensionIndex: desk.pick(width), sortOrder: "DESCENDING" }] } }];
};

export const manyRows: Act = (desk) => {
  const row = desk.tab.rows.length;
  const count = 3 + desk.pick(5);
  return [
    { appendDimension: { sheetId: desk.tab.id, dimension: "ROWS", length: count } },
    ...Array.from({ length: count }, (_, i) => put(desk, row + i, 0, newRowValues(desk))),
  ];
};

export const deleteMany: Act = (desk) => {
  const count = Math.min(rowCount(desk), 6 + desk.pick(3));
  return count === 0 ? [] : [{ deleteDimension: { range: lines(desk, "ROWS", firstRow(desk), count) } }];
};

export function hideRow(desk: Desk): readonly Request[] {
  const properties = { hiddenByUser: desk.pick(2) === 0 };
  return [
    { updateDimensionProperties: { range: lines(desk, "ROWS", anyRow(desk)), properties, fields: "hiddenByUser" } },
  ];
}

export const pasteForeignRow: Act = (desk) => {
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
