import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read } from "./bench.ts";

const clients = openInProcess().as();

async function evaluate(
  formulas: readonly string[],
  data: readonly (readonly (string | number | boolean | null)[])[] = [],
): Promise<Record<string, unknown>> {
  const id = await makeSpreadsheet(clients, data, { rowCount: 30, columnCount: 12 });
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "K1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: formulas.map((formula) => [formula]) },
  });
  const values = await read(clients, id, `K1:K${formulas.length}`, { valueRenderOption: "UNFORMATTED_VALUE" });
  return Object.fromEntries(formulas.map((formula, index) => [formula, values[index]?.[0]]));
}

it("[G130] arithmetic, comparison, text joining and references", async () => {
  expect(
    await evaluate(
      ["=1+2*3", "=(1+2)*3", "=2^3", "=7/2", "=-A1", "=50%", '="a"&1&TRUE', "=A1<>B1", '="a"="A"', "=A1+C9", "=$B$1"],
      [[5, "x"]],
    ),
  ).toEqual({
    "=1+2*3": 7,
    "=(1+2)*3": 9,
    "=2^3": 8,
    "=7/2": 3.5,
    "=-A1": -5,
    "=50%": 0.5,
    '="a"&1&TRUE': "a1TRUE",
    "=A1<>B1": true,
    '="a"="A"': true,
    "=A1+C9": 5,
    "=$B$1": "x",
  });
});

it("[G131] the functions a ledger uses", async () => {
  const data = [
    ["已完成", 3, true],
    ["未完成", 4, false],
    ["已完成", "文字", null],
  ];
  const formulas = {
    "=SUM(B1:B3,10)": 17,
    "=SUM(B:B)": 7,
    "=COUNTA(A1:A9)": 3,
    '=COUNTIF(A1:A3,"已完成")': 2,
    '=COUNTIF(A1:A3,"*完成")': 3,
    '=COUNTIF(B1:B3,">3")': 1,
    '=COUNTIFS(A1:A3,"已完成",B1:B3,3)': 1,
    '=SUMIF(A1:A3,"已完成",B1:B3)': 3,
    '=IF(B1>2,"是","否")': "是",
    "=IFERROR(1/0,7)": 7,
    "=AVERAGE(B1:B2)": 3.5,
    "=MAX(B1:B3)-MIN(B1:B3)": 1,
    '=TEXTJOIN("、",TRUE,A1:A3)': "已完成、未完成、已完成",
    '=CONCATENATE(A1,"-",B1)': "已完成-3",
    "=ROW()-1": 16 - 2,
    "=COUNTBLANK(C1:C3)": 1,
    "=ROUND(2.345,2)": 2.35,
    "=LEN(A1)": 3,
    "=AND(TRUE,B1=3)": true,
  };
  expect(await evaluate(Object.keys(formulas), data)).toEqual(formulas);
});

it("[G132] failures are the values people know", async () => {
  expect(
    await evaluate(["=NOPE(1)", "=1/0", "=1+", '="a"+1', "=K5", "=Missing!A1", "=UnknownName", "=SUM(K2)"]),
  ).toEqual({
    "=NOPE(1)": "#NAME?",
    "=1/0": "#DIV/0!",
    "=1+": "#ERROR!",
    '="a"+1': "#VALUE!",
    "=K5": "#REF!",
    "=Missing!A1": "#REF!",
    "=UnknownName": "#NAME?",
    "=SUM(K2)": "#DIV/0!",
  });
});

it("[G133] a formula follows its cells, over sheets, and NOW follows the clock passed in", async () => {
  const id = await makeSpreadsheet(clients, [[1]]);
  await batch(clients, id, { addSheet: { properties: { title: "二 表" } } });
  const enter = (range: string, value: unknown) =>
    clients.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range,
      valueInputOption: "USER_ENTERED",
      requestBody: { values: [[value]] },
    });
  await enter("'二 表'!A1", "=Sheet1!A1*10");
  await enter("B1", "='二 表'!A1+1");
  await enter("C1", "=TODAY()");
  const before = await read(clients, id, "B1:C1", { valueRenderOption: "UNFORMATTED_VALUE" });
  await enter("A1", 5);
  expect([before, await read(clients, id, "B1", { valueRenderOption: "UNFORMATTED_VALUE" })]).toEqual([
    [[11, 46027]],
    [[51]],
  ]);
});
