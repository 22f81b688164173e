import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { as, google } = openInProcess();
const [owner, clerk, guest] = [as("owner@example.com"), as("clerk@example.com"), as("guest@example.com")];

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
const { sheetId: _, ...shown } = range;

it("[G120] named ranges are added, changed, read through and deleted", async () => {
  const id = await makeSpreadsheet(owner, [
    ["a", "b"],
    ["c", "d"],
  ]);
  const [reply] = await batch(owner, id, { addNamedRange: { namedRange: { name: "表头", range } } });
  const { namedRangeId } = reply!.addNamedRange!.namedRange!;
  await batch(owner, id, {
    updateNamedRange: { namedRange: { namedRangeId: namedRangeId!, name: "Head" }, fields: "name" },
  });
  const values = await read(owner, id, "Head");
  await batch(owner, id, { deleteNamedRange: { namedRangeId: namedRangeId! } });
  expect([values, (await refusal(read(owner, id, "Head"))).code]).toEqual([
    [
      ["a", "b"],
      ["c", "d"],
    ],
    400,
  ]);
});

it("[G120] a name that looks like a cell, is taken or is empty is refused", async () => {
  const id = await makeSpreadsheet(owner);
  await batch(owner, id, { addNamedRange: { namedRange: { name: "Taken", range } } });
  const codes = await Promise.all(
    ["A1", "R1C1", "taken", "", "a b", "1x"].map(
      async (name) => (await refusal(batch(owner, id, { addNamedRange: { namedRange: { name, range } } }))).code,
    ),
  );
  expect(codes).toEqual([400, 400, 400, 400, 400, 400]);
});

it("[G121] a protected range stops everyone but the owner and its editors, and nothing of the batch is applied", async () => {
  const id = await makeSpreadsheet(owner, [["a", "b", "c"]]);
  await batch(owner, id, {
    addProtectedRange: { protectedRange: { range, editors: { users: ["clerk@example.com"] } } },
  });
  const write = (clients: typeof owner, cell: string) =>
    clients.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: cell,
      valueInputOption: "RAW",
      requestBody: { values: [["x"]] },
    });
  await write(owner, "A1");
  await write(clerk, "B1");
  await write(guest, "C1");
  const refused = await refusal(
    batch(
      guest,
      id,
      { updateCells: { start: { sheetId: 0, rowIndex: 9 }, rows: [{ values: [{ note: "n" }] }], fields: "note" } },
      { deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
    ),
  );
  expect([refused.message, (await refusal(write(guest, "A1"))).code, await read(owner, id, "A1:C1")]).toEqual([
    "Invalid requests[1].deleteDimension: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    400,
    [["x", "x", "x"]],
  ]);
});

it("[G122] a warning only warns, unprotected parts are free, and the switch lifts it all", async () => {
  const id = await makeSpreadsheet(owner);
  const write = (cell: string) =>
    guest.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: cell,
      valueInputOption: "RAW",
      requestBody: { values: [["x"]] },
    });
  await batch(
    owner,
    id,
    { addProtectedRange: { protectedRange: { range: { ...range, endRowIndex: 1 }, warningOnly: true } } },
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId: 0, startRowIndex: 5 },
          unprotectedRanges: [{ sheetId: 0, startRowIndex: 6, endRowIndex: 7 }],
        },
      },
    },
  );
  await write("A1");
  await write("A7");
  const refused = await refusal(write("A6"));
  google.switches.protectionStopsApi = false;
  await write("A6");
  google.switches.protectionStopsApi = true;
  expect([refused.code, await read(owner, id, "A1:A7")]).toEqual([400, [["x"], [], [], [], [], ["x"], ["x"]]]);
});

it("[G123] adding answers that the caller may edit; reading lists the owner among the editors", async () => {
  const id = await makeSpreadsheet(owner);
  const [reply] = await batch(owner, id, {
    addProtectedRange: {
      protectedRange: {
        range,
        description: "系统列",
        requestingUserCanEdit: false,
        editors: { users: ["clerk@example.com"] },
      },
    },
  });
  const { protectedRangeId, ...added } = reply!.addProtectedRange!.protectedRange!;
  await batch(owner, id, {
    updateProtectedRange: {
      protectedRange: { protectedRangeId: protectedRangeId!, description: "改" },
      fields: "description",
    },
  });
  const seen = async (clients: typeof owner) =>
    (
      await clients.sheets.spreadsheets.get({
        spreadsheetId: id,
        fields: "sheets.protectedRanges(description,requestingUserCanEdit,editors)",
      })
    ).data.sheets![0]!.protectedRanges![0];
  const editors = { users: ["owner@example.com", "clerk@example.com"] };
  const before = [await seen(owner), await seen(guest)];
  await batch(owner, id, { deleteProtectedRange: { protectedRangeId: protectedRangeId! } });
  expect([
    added,
    before,
    (await owner.sheets.spreadsheets.get({ spreadsheetId: id, fields: "sheets.protectedRanges" })).data,
  ]).toEqual([
    { range: shown, description: "系统列", requestingUserCanEdit: true, editors: { users: ["clerk@example.com"] } },
    [
      { description: "改", requestingUserCanEdit: true, editors },
      { description: "改", editors },
    ],
    { sheets: [{}] },
  ]);
});

it("[G124] a filter over a sheet alone covers its grid, and is cleared again", async () => {
  const id = await makeSpreadsheet(owner);
  const filter = async () =>
    (await owner.sheets.spreadsheets.get({ spreadsheetId: id, fields: "sheets.basicFilter" })).data.sheets;
  await batch(owner, id, { setBasicFilter: { filter: { range: { sheetId: 0 } } } });
  const set = await filter();
  await batch(owner, id, { clearBasicFilter: { sheetId: 0 } });
  expect([set, await filter()]).toEqual([
    [{ basicFilter: { range: { startRowIndex: 0, endRowIndex: 20, startColumnIndex: 0, endColumnIndex: 8 } } }],
    [{}],
  ]);
});
