import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { as, google } = openInProcess();
const clients = as();

const titles = (id: string) => google.state(id)!.sheets.map((sheet) => sheet.title);
const box = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };

async function threeTabs(): Promise<string> {
  const id = await makeSpreadsheet(clients, [["a"]]);
  await batch(
    clients,
    id,
    { addSheet: { properties: { sheetId: 1, title: "S2" } } },
    { addSheet: { properties: { sheetId: 2, title: "S3" } } },
  );
  return id;
}

// "if there were three sheets (S1, S2, S3) in order to move S1 ahead of S2 [to before S3] the index would have to be set to 2"
it("[G110] a sheet's index counts before the move", async () => {
  const id = await threeTabs();
  const move = async (sheetId: number, index: number) => {
    await batch(clients, id, { updateSheetProperties: { properties: { sheetId, index }, fields: "index" } });
    return titles(id);
  };
  expect([await move(0, 2), await move(2, 0), await move(2, 1), await move(2, 3)]).toEqual([
    ["S2", "Sheet1", "S3"],
    ["S3", "S2", "Sheet1"],
    ["S3", "S2", "Sheet1"],
    ["S2", "Sheet1", "S3"],
  ]);
});

it("[G111] renaming a sheet renames it in formulas; deleting it leaves #REF!", async () => {
  const id = await threeTabs();
  const enter = (range: string, value: unknown) =>
    clients.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range,
      valueInputOption: "USER_ENTERED",
      requestBody: { values: [[value]] },
    });
  await enter("S2!A1", 7);
  await enter("Sheet1!B1", "=S2!A1+1");
  await batch(clients, id, {
    updateSheetProperties: { properties: { sheetId: 1, title: "问题 清单" }, fields: "title" },
  });
  const renamed = [
    await read(clients, id, "Sheet1!B1", { valueRenderOption: "FORMULA" }),
    await read(clients, id, "Sheet1!B1"),
  ];
  await batch(clients, id, { deleteSheet: { sheetId: 1 } });
  expect([renamed, await read(clients, id, "Sheet1!B1")]).toEqual([[[["='问题 清单'!A1+1"]], [["8"]]], [["#REF!"]]]);
});

it("[G112] titles are unique without regard to case, never empty, at most 100 characters", async () => {
  const id = await threeTabs();
  const add = async (title: string) =>
    (await refusal(batch(clients, id, { addSheet: { properties: { title } } }))).message;
  expect([await add("s2"), await add(""), await add("x".repeat(101)), titles(id).length]).toEqual([
    'Invalid requests[0].addSheet: A sheet with the name "s2" already exists. Please enter another name.',
    "Invalid requests[0].addSheet: The sheet name cannot be empty.",
    "Invalid requests[0].addSheet: The sheet name cannot be greater than 100 characters.",
    3,
  ]);
});

it("[G113] the last sheet, or the last visible one, cannot be deleted or hidden", async () => {
  const id = await threeTabs();
  await batch(
    clients,
    id,
    { updateSheetProperties: { properties: { sheetId: 1, hidden: true }, fields: "hidden" } },
    { deleteSheet: { sheetId: 2 } },
  );
  const refused = async (request: object) => (await refusal(batch(clients, id, request))).message;
  expect([
    await refused({ updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: "hidden" } }),
    await refused({ deleteSheet: { sheetId: 0 } }),
    await refused({ deleteSheet: { sheetId: 99 } }),
  ]).toEqual([
    "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
    "Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document.",
    "Invalid requests[0].deleteSheet: No grid with id: 99",
  ]);
});

it("[G114] a smaller grid cuts off what stood outside; a larger one keeps everything", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "b"],
    ["c", "d"],
  ]);
  const size = (rowCount: number, columnCount: number) =>
    batch(clients, id, {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount, columnCount } },
        fields: "gridProperties(rowCount,columnCount)",
      },
    });
  await size(1, 1);
  await size(3, 3);
  expect([
    await read(clients, id, "Sheet1"),
    (await refusal(size(0, 3))).code,
    (await refusal(size(10_000_001, 3))).code,
  ]).toEqual([[["a"]], 400, 400]);
});

it("[G115] a duplicate carries cells, formats, merges, protection and filter, at the place asked for", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  await batch(
    clients,
    id,
    { mergeCells: { range: box } },
    { setBasicFilter: { filter: { range: box } } },
    { addProtectedRange: { protectedRange: { range: box } } },
  );
  const [reply] = await batch(clients, id, {
    duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 0, newSheetId: 5, newSheetName: "copy" },
  });
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id });
  const copy = data.sheets![0]!;
  const here = { ...box, sheetId: 5 };
  expect([
    reply!.duplicateSheet!.properties!.sheetId,
    copy.merges,
    copy.basicFilter!.range,
    copy.protectedRanges![0]!.range,
    await read(clients, id, "copy!A1"),
  ]).toEqual([5, [here], here, here, [["a"]]]);
});

it("[G116] colours go through eight bits, and the two ways of saying a tab's colour are one", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(clients, id, {
    updateSheetProperties: {
      properties: { sheetId: 0, tabColorStyle: { rgbColor: { red: 0.5, green: 1, blue: 0 } } },
      fields: "tabColorStyle",
    },
  });
  const rgb = { red: 0.49803922, green: 1 };
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "sheets.properties(tabColor,tabColorStyle)",
  });
  await batch(clients, id, { updateSheetProperties: { properties: { sheetId: 0 }, fields: "tabColor" } });
  const { data: cleared } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "sheets.properties(tabColor,tabColorStyle)",
  });
  expect([data.sheets, cleared.sheets]).toEqual([
    [{ properties: { tabColor: rgb, tabColorStyle: { rgbColor: rgb } } }],
    [{ properties: {} }],
  ]);
});

it("[G117] the spreadsheet's title is the file's name, both ways; locale and time zone are checked", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(clients, id, {
    updateSpreadsheetProperties: {
      properties: { title: "甲", locale: "zh_CN", timeZone: "Asia/Shanghai" },
      fields: "title,locale,timeZone",
    },
  });
  const { data: file } = await clients.drive.files.get({ fileId: id });
  await clients.drive.files.update({ fileId: id, requestBody: { name: "乙" } });
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "properties(title,locale,timeZone)",
  });
  const wrong = await Promise.all(
    [{ timeZone: "Mars/Base" }, { locale: "!!" }, { title: "" }].map((properties) =>
      refusal(batch(clients, id, { updateSpreadsheetProperties: { properties, fields: Object.keys(properties)[0]! } })),
    ),
  );
  expect([file.name, data.properties, wrong.map(({ code }) => code)]).toEqual([
    "甲",
    { title: "乙", locale: "zh_CN", timeZone: "Asia/Shanghai" },
    [400, 400, 400],
  ]);
});

it("[G118] merging over merges replaces them, over part of one is refused; only the top left cell keeps its value", async () => {
  const id = await makeSpreadsheet(clients, [
    ["", "b"],
    ["c", "d"],
  ]);
  const merge = (endRowIndex: number, endColumnIndex: number) =>
    batch(clients, id, { mergeCells: { range: { ...box, endRowIndex, endColumnIndex }, mergeType: "MERGE_ALL" } });
  await merge(1, 2);
  await merge(2, 2);
  const { sheetId: _, ...whole } = box;
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id, fields: "sheets.merges" });
  const partly = await refusal(merge(1, 2));
  await batch(clients, id, { unmergeCells: { range: { sheetId: 0 } } });
  expect([data.sheets, partly.code, await read(clients, id, "A1:B2")]).toEqual([[{ merges: [whole] }], 400, [["b"]]]);
});

it("[G244] a merge over the edge of frozen rows or columns is refused, and so is a freeze through a merge", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b", "c"], ["d"], ["e"]]);
  const merge = (range: object) => ({ mergeCells: { range: { sheetId: 0, ...range }, mergeType: "MERGE_ALL" } });
  const freeze = (gridProperties: { frozenRowCount?: number; frozenColumnCount?: number }) => ({
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties },
      fields: Object.keys(gridProperties)
        .map((name) => `gridProperties.${name}`)
        .join(),
    },
  });
  const across = merge({ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 });
  const down = merge({ startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 });
  await batch(clients, id, freeze({ frozenRowCount: 1, frozenColumnCount: 1 }));
  const overColumns = await refusal(batch(clients, id, across));
  await batch(clients, id, freeze({ frozenRowCount: 2, frozenColumnCount: 0 }));
  const overRows = await refusal(batch(clients, id, down));
  await batch(clients, id, freeze({ frozenRowCount: 1 }), across, down);
  const throughColumns = await refusal(batch(clients, id, freeze({ frozenColumnCount: 1 })));
  const throughRows = await refusal(batch(clients, id, freeze({ frozenRowCount: 2 })));
  expect([overColumns, overRows, throughColumns, throughRows].map(({ code, message }) => [code, message])).toEqual([
    [400, "Invalid requests[0].mergeCells: You can't merge frozen and non-frozen columns."],
    [400, "Invalid requests[0].mergeCells: You can't merge frozen and non-frozen rows."],
    [
      400,
      "Invalid requests[0].updateSheetProperties: You can't freeze columns which contain only part of a merged cell.",
    ],
    [400, "Invalid requests[0].updateSheetProperties: You can't freeze rows which contain only part of a merged cell."],
  ]);
});
