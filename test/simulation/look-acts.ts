import type { Request } from "../support/memory-google.ts";
import { type Act, anyRow, area, type Desk, headerRowOf, headersOf, lines } from "./desk.ts";

/** What clerks do to how a tab looks: formats, widths, what is hidden, frozen or filtered. */

const colours = [{ red: 1, green: 0.9 }, { green: 1 }, { red: 1, blue: 0.5 }];

/** A cell, some cells, a row from end to end, a column from the header down, or the row below the last. */
function someArea(desk: Desk) {
  const { tab, pick } = desk;
  const width = Math.max(1, headersOf(tab).length);
  const column = pick(width);
  const header = Math.max(0, headerRowOf(tab));
  switch (pick(5)) {
    case 0:
      return area(desk, pick(2) === 0 ? header : anyRow(desk), 0, 1, tab.columnCount);
    case 1:
      return area(desk, header, column, Math.max(1, tab.rows.length - header), 1);
    case 2:
      return area(desk, Math.min(tab.rows.length, tab.rowCount - 1), 0, 1, width);
    default:
      return area(desk, anyRow(desk), column, 1 + pick(2), Math.min(1 + pick(4), tab.columnCount - column));
  }
}

export const boldCells: Act = (desk) => [
  {
    repeatCell: {
      range: someArea(desk),
      cell: { userEnteredFormat: { textFormat: { bold: desk.pick(4) > 0 } } },
      fields: "userEnteredFormat.textFormat.bold",
    },
  },
];

/** One of a few colours, or none again. */
export const colourCells: Act = (desk) => {
  const backgroundColor = colours[desk.pick(colours.length + 1)];
  return [
    {
      repeatCell: {
        range: someArea(desk),
        cell: backgroundColor === undefined ? {} : { userEnteredFormat: { backgroundColor } },
        fields: "userEnteredFormat.backgroundColor",
      },
    },
  ];
};

/** From the header down, mostly with the rows of one text hidden. */
export const setFilter: Act = (desk) => {
  const { tab, pick } = desk;
  const header = headerRowOf(tab);
  const columnIndex = pick(Math.max(1, headersOf(tab).length));
  const text = tab.rows[anyRow(desk)]?.[columnIndex]?.value ?? "";
  const filterSpecs = pick(3) === 0 ? [] : [{ columnIndex, filterCriteria: { hiddenValues: [String(text)] } }];
  const range = area(desk, header, 0, Math.max(1, tab.rows.length - header), tab.columnCount);
  return [{ setBasicFilter: { filter: { range, filterSpecs } } }];
};

export const clearFilter: Act = (desk) =>
  desk.tab.basicFilter === undefined ? [] : [{ clearBasicFilter: { sheetId: desk.tab.id } }];

/** The page freezes rows only; Google's own columns too. */
export const freeze: Act = (desk) => {
  const gridProperties = desk.pick(3) > 0 ? { frozenRowCount: desk.pick(4) } : { frozenColumnCount: desk.pick(4) };
  const fields = Object.keys(gridProperties)
    .map((name) => `gridProperties.${name}`)
    .join();
  return [{ updateSheetProperties: { properties: { sheetId: desk.tab.id, gridProperties }, fields } }];
};

export const hideColumn: Act = (desk) => {
  const properties = { hiddenByUser: desk.pick(3) > 0 };
  const range = lines(desk, "COLUMNS", desk.pick(Math.max(1, headersOf(desk.tab).length)));
  return [{ updateDimensionProperties: { range, properties, fields: "hiddenByUser" } }];
};

export function resize(desk: Desk): readonly Request[] {
  const range =
    desk.pick(3) > 0
      ? lines(desk, "COLUMNS", desk.pick(Math.max(1, headersOf(desk.tab).length)))
      : lines(desk, "ROWS", anyRow(desk));
  const properties = { pixelSize: 20 + desk.pick(300) };
  return [{ updateDimensionProperties: { range, properties, fields: "pixelSize" } }];
}
