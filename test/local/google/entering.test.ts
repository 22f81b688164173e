import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read } from "./bench.ts";

const clients = openInProcess().as();

/** text -> [stored value, shown text]. */
async function enter(locale: string, texts: readonly unknown[]) {
  const id = await makeSpreadsheet(clients, [], { locale, rowCount: 60 });
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "A1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: texts.map((text) => [text]) },
  });
  const stored = await read(clients, id, "A1:A60", { valueRenderOption: "UNFORMATTED_VALUE" });
  const shown = await read(clients, id, "A1:A60");
  return Object.fromEntries(texts.map((text, index) => [String(text), [stored[index]?.[0], shown[index]?.[0]]]));
}

it("[G140] numbers, percents, money and booleans are read as a person means them", async () => {
  expect(
    await enter("en_US", [
      "0042",
      "2,000,000.01",
      "50%",
      "-3",
      "1e3",
      "TRUE",
      "false",
      "$5.20",
      ".5",
      "3_1_0",
      "12 apples",
      "42",
    ]),
  ).toEqual({
    "0042": [42, "42"],
    "2,000,000.01": [2000000.01, "2,000,000.01"],
    "50%": [0.5, "50%"],
    "-3": [-3, "-3"],
    "1e3": [1000, "1.00E+03"],
    TRUE: [true, "TRUE"],
    false: [false, "FALSE"],
    "$5.20": [5.2, "$5.20"],
    ".5": [0.5, "0.5"],
    "3_1_0": ["3_1_0", "3_1_0"],
    "12 apples": ["12 apples", "12 apples"],
    "42": [42, "42"],
  });
});

it("[G141] a leading apostrophe keeps a text a text and is not part of it", async () => {
  expect(await enter("zh_CN", ["'0042", "'=1+1", "'TRUE", "''x"])).toEqual({
    "'0042": ["0042", "0042"],
    "'=1+1": ["=1+1", "=1+1"],
    "'TRUE": ["TRUE", "TRUE"],
    "''x": ["'x", "'x"],
  });
});

it("[G142] dates in en_US are month first and keep the way they were typed", async () => {
  expect(await enter("en_US", ["2020-01-01", "1/2/2024", "Jan 5, 2024", "12:30", "13/2/2024", "2024年1月5日"])).toEqual(
    {
      "2020-01-01": [43831, "2020-01-01"],
      "1/2/2024": [45293, "1/2/2024"],
      "Jan 5, 2024": [45296, "Jan 5, 2024"],
      "12:30": [0.5208333333333334, "12:30"],
      "13/2/2024": ["13/2/2024", "13/2/2024"],
      "2024年1月5日": ["2024年1月5日", "2024年1月5日"],
    },
  );
});

it("[G143] dates in zh_CN are year first; a date without a year is this year's", async () => {
  expect(
    await enter("zh_CN", [
      "2024/1/5",
      "2024-01-05",
      "2024.1.5",
      "2024年1月5日",
      "2024年6月",
      "6月30日",
      "24/1/5",
      "2024/13/5",
      "2月30日",
    ]),
  ).toEqual({
    "2024/1/5": [45296, "2024/1/5"],
    "2024-01-05": [45296, "2024-1-5"],
    "2024.1.5": [45296, "2024.1.5"],
    "2024年1月5日": [45296, "2024年1月5日"],
    "2024年6月": [45444, "2024年6月"],
    "6月30日": [46203, "6月30日"],
    "24/1/5": [45296, "2024/1/5"],
    "2024/13/5": ["2024/13/5", "2024/13/5"],
    "2月30日": ["2月30日", "2月30日"],
  });
});

it("[G146] times, and dates with times, are fractions of a day", async () => {
  const both = {
    "15:30": [0.6458333333333334, "15:30"],
    "2024/1/5 8:00": [45296.333333333336, "2024/1/5 8:00"],
    "2024-01-05 18:00:00": [45296.75, "2024-01-05 18:00:00"],
  };
  const english = { ...both, "3:30 PM": [0.6458333333333334, "3:30 PM"] };
  expect([await enter("en_US", Object.keys(english)), await enter("zh_CN", Object.keys(both))]).toEqual([
    english,
    both,
  ]);
});

it("[G147] what only looks like a number, date or formula to a program stays text in both locales", async () => {
  const texts = [
    "3月底前",
    "1月5日前",
    "P-001",
    "12 号楼",
    "+",
    "-",
    ".",
    "=",
    "5元",
    "0x10",
    "二〇二四年",
    "Q1",
    "是",
    "1-2-3-4",
  ];
  const same = Object.fromEntries(texts.map((text) => [text, [text, text]]));
  expect([await enter("en_US", texts), await enter("zh_CN", texts)]).toEqual([same, same]);
});

it("[G147] codes that a person means as text become dates and numbers all the same, which is why we write RAW", async () => {
  const stored = async (locale: string) =>
    Object.values(await enter(locale, ["1-2", "3 5", "1/2", "1e5", "007"])).map((pair) => (pair as unknown[])[0]);
  expect([await stored("en_US"), await stored("zh_CN")]).toEqual([
    [46024, 46086, 46024, 100000, 7],
    [46024, 46086, 46024, 100000, 7],
  ]);
});

it("[G144] a cell formatted as text keeps whatever is typed", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(clients, id, {
    repeatCell: {
      range: { sheetId: 0 },
      cell: { userEnteredFormat: { numberFormat: { type: "TEXT" } } },
      fields: "userEnteredFormat.numberFormat",
    },
  });
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "A1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: [["0042", "2020-01-01", "=1+1"]] },
  });
  expect(await read(clients, id, "A1:C1", { valueRenderOption: "UNFORMATTED_VALUE" })).toEqual([
    ["0042", "2020-01-01", "=1+1"],
  ]);
});

it("[G145] numbers are shown by their format; without a pattern by the locale's", async () => {
  const show = async (locale: string) => {
    const id = await makeSpreadsheet(clients, [[1234.5, 45296, 0.256, 45296.5]], { locale });
    const formats = [
      { type: "CURRENCY" },
      { type: "DATE" },
      { type: "PERCENT", pattern: "0.0%" },
      { type: "DATE_TIME", pattern: "yyyy-mm-dd hh:mm" },
    ];
    await batch(clients, id, {
      updateCells: {
        start: { sheetId: 0 },
        rows: [{ values: formats.map((numberFormat) => ({ userEnteredFormat: { numberFormat } })) }],
        fields: "userEnteredFormat.numberFormat",
      },
    });
    return (await read(clients, id, "A1:D1"))[0];
  };
  expect([await show("en_US"), await show("zh_CN")]).toEqual([
    ["$1,234.50", "1/5/2024", "25.6%", "2024-01-05 12:00"],
    ["¥1,234.50", "2024/1/5", "25.6%", "2024-01-05 12:00"],
  ]);
});
