import { openGoogle } from "../../../local/google/start.ts";

/**
 * Run as a process of its own, to be killed: appends one row after the other and prints each number once the append is
 * acknowledged.
 */
const [dataDir = ""] = process.argv.slice(2);
const { google } = openGoogle(dataDir);
const ask = async (method: string, path: string, body: object, query = "") =>
  (await google.handle({ method, path, query, headers: { authorization: "Bearer writer@example.com" }, body })).body;
const { spreadsheetId } = (await ask("POST", "/v4/spreadsheets", { properties: { title: "台账" } })) as {
  spreadsheetId: string;
};
process.stdout.write(`${spreadsheetId}\n`);
for (let number = 1; ; number++) {
  const values = [[number, "示例".repeat(300)]];
  await ask("POST", `/v4/spreadsheets/${spreadsheetId}/values/A1:append`, { values }, "valueInputOption=RAW");
  process.stdout.write(`${number}\n`);
}
