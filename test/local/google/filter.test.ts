import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read } from "./bench.ts";

const { as } = openInProcess();
const clients = as();

const rows = [
  ["状态", "单位"],
  ["已完成", "甲"],
  ["办理中", "乙"],
  ["已完成", "丙"],
  ["", "丁"],
  ["办理中", "戊"],
];
const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 10, startColumnIndex: 0, endColumnIndex: 2 };
const hiding = (columnIndex: number, ...hiddenValues: string[]) => ({ columnIndex, filterCriteria: { hiddenValues } });

/** Rows that the filter hides, and the filter as it is answered. */
async function look(id: string) {
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "sheets(basicFilter,data.rowMetadata.hiddenByFilter)",
  });
  const sheet = data.sheets![0]!;
  const hidden = sheet.data![0]!.rowMetadata!.flatMap((row, index) => (row.hiddenByFilter === true ? [index] : []));
  return { hidden, filter: sheet.basicFilter };
}

// "True if this dimension is being filtered. This field is read-only."
it("[G125] a filter hides the rows below its header that show one of its hidden values, and no value is lost", async () => {
  const id = await makeSpreadsheet(clients, rows);
  await batch(clients, id, { setBasicFilter: { filter: { range, filterSpecs: [hiding(0, "已完成", "")] } } });
  const first = (await look(id)).hidden;
  await batch(clients, id, {
    setBasicFilter: { filter: { range, filterSpecs: [hiding(0, "状态"), hiding(1, "乙")] } },
  });
  const second = (await look(id)).hidden;
  await batch(clients, id, { clearBasicFilter: { sheetId: 0 } });
  expect([first, second, (await look(id)).hidden, (await read(clients, id, "A1:B9")).length]).toEqual([
    [1, 3, 4],
    [2],
    [],
    6,
  ]);
});

// "Both criteria and filter_specs are populated in responses. If both fields are specified in an update request, this field takes precedence."
it("[G126] criteria and filterSpecs say the same in answers, and filterSpecs go before", async () => {
  const id = await makeSpreadsheet(clients, rows);
  const set = async (filter: object) => {
    await batch(clients, id, { setBasicFilter: { filter: { range, ...filter } } });
    const { criteria, filterSpecs } = (await look(id)).filter!;
    return { criteria, filterSpecs };
  };
  const answer = { criteria: { "1": { hiddenValues: ["乙"] } }, filterSpecs: [hiding(1, "乙")] };
  expect([
    await set({ criteria: { "1": { hiddenValues: ["乙"] } } }),
    await set({ filterSpecs: [hiding(1, "乙")], criteria: { "0": { hiddenValues: ["x"] } } }),
    await set({}),
  ]).toEqual([answer, answer, { criteria: undefined, filterSpecs: undefined }]);
});

it("[G126] a filter's columns follow insertions, moves and deletions of columns", async () => {
  const id = await makeSpreadsheet(clients, rows);
  await batch(
    clients,
    id,
    { setBasicFilter: { filter: { range, filterSpecs: [hiding(0, "已完成"), hiding(1, "乙")] } } },
    { insertDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 } } },
  );
  const inserted = (await look(id)).filter!.filterSpecs;
  await batch(clients, id, {
    deleteDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } },
  });
  const { filter, hidden } = await look(id);
  expect([inserted, filter!.filterSpecs, hidden]).toEqual([
    [hiding(0, "已完成"), hiding(2, "乙")],
    [hiding(1, "乙")],
    [2],
  ]);
});
