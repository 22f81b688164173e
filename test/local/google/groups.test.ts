import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, refusal } from "./bench.ts";

const { as } = openInProcess();
const clients = as();

/** B:E is [1, 5]. */
const span = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: "COLUMNS", startIndex, endIndex });
const add = (start: number, end: number) => ({ addDimensionGroup: { range: span(start, end) } });
const remove = (start: number, end: number) => ({ deleteDimensionGroup: { range: span(start, end) } });
const group = (startIndex: number, endIndex: number, depth: number, more: object = {}) => ({
  range: { dimension: "COLUMNS", startIndex, endIndex },
  depth,
  ...more,
});

async function groupsAfter(...requests: object[]) {
  const id = await makeSpreadsheet(clients);
  const replies = await batch(clients, id, ...requests);
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "sheets(columnGroups,data.columnMetadata.hiddenByUser)",
  });
  const { columnGroups, data: grids } = data.sheets![0]!;
  const hidden = grids![0]!.columnMetadata!.flatMap((one, index) => (one.hiddenByUser ? [index] : []));
  return { id, last: replies.at(-1), columnGroups, hidden };
}

it("[G89] groups come out as the examples of the reference say", async () => {
  const nested = [group(1, 5, 1), group(2, 4, 2)];
  const all = [];
  for (const requests of [
    [add(2, 4), add(1, 5)],
    [add(1, 5), add(2, 4)],
    [add(1, 4), add(2, 5)],
    [add(1, 5), add(2, 4), remove(3, 5)],
    [add(1, 5), remove(1, 5)],
  ])
    all.push((await groupsAfter(...requests)).columnGroups);
  expect(all).toEqual([nested, nested, [group(1, 5, 1), group(2, 4, 2)], [group(1, 4, 1), group(2, 3, 2)], undefined]);
});

it("[G89] adding and deleting answer all groups of the dimension, and groups follow their columns", async () => {
  const { last } = await groupsAfter(add(1, 5), add(2, 4));
  const moved = await groupsAfter(
    add(1, 5),
    { insertDimension: { range: span(3, 5) } },
    { deleteDimension: { range: span(0, 1) } },
  );
  const updated = await groupsAfter(add(1, 3), {
    updateDimensionProperties: { range: span(1, 2), properties: { pixelSize: 50 }, fields: "pixelSize" },
  });
  expect([last, moved.columnGroups, updated.columnGroups]).toEqual([
    { addDimensionGroup: { dimensionGroups: [group(1, 5, 1), group(2, 4, 2)] } },
    [group(0, 6, 1)],
    [group(1, 3, 1)],
  ]);
});

it("[G89] collapsing a group hides its columns, opening it shows them; what is no group is refused", async () => {
  const collapse = (collapsed: boolean, start = 1, end = 3) => ({
    updateDimensionGroup: { dimensionGroup: { range: span(start, end), depth: 1, collapsed }, fields: "collapsed" },
  });
  const shut = await groupsAfter(add(1, 3), collapse(true));
  const open = await groupsAfter(add(1, 3), collapse(true), collapse(false));
  const refused = [
    await refusal(batch(clients, shut.id, collapse(true, 0, 3))),
    await refusal(batch(clients, shut.id, remove(2, 4))),
    await refusal(batch(clients, shut.id, ...Array.from({ length: 9 }, () => add(6, 7)))),
    await refusal(batch(clients, shut.id, add(8, 9))),
  ];
  const wide = await groupsAfter(add(6, 2_147_483_647));
  expect([
    shut.columnGroups,
    shut.hidden,
    open.columnGroups,
    open.hidden,
    refused.map(({ code }) => code),
    wide.columnGroups,
  ]).toEqual([
    [group(1, 3, 1, { collapsed: true })],
    [1, 2],
    [group(1, 3, 1)],
    [],
    [400, 400, 400, 400],
    [group(6, 8, 1)],
  ]);
});
