import { expect, it } from "vitest";
import { seededRandom } from "../../../local/google/ids.ts";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, openInProcess, refusal, rowAnchor, startOfTime } from "./bench.ts";

const sameOptions = () => ({ now: () => startOfTime, random: seededRandom(3) });

/** Everything the two ways of reaching the service answer, of calls of every sort. */
async function talk(clients: Clients): Promise<unknown[]> {
  const { sheets, drive } = clients;
  const id = await makeSpreadsheet(clients, [
    ["编号", "问题"],
    ["P1", "路灯 & 'a'"],
  ]);
  const spreadsheetId = id;
  const answers: unknown[] = [id, await batch(clients, id, rowAnchor(5, 1))];
  const data = [{ dataFilter: { developerMetadataLookup: { metadataId: 5 } }, values: [[null, "新"]] }];
  const requestBody = { valueInputOption: "RAW", includeValuesInResponse: true, data };
  for (const call of [
    () => sheets.spreadsheets.values.batchUpdateByDataFilter({ spreadsheetId, requestBody }),
    () => sheets.spreadsheets.values.get({ spreadsheetId, range: "'Sheet1'!A1:B9", majorDimension: "COLUMNS" }),
    () => sheets.spreadsheets.get({ spreadsheetId, ranges: ["A1", "B2"], fields: "sheets.data.rowData.values.note" }),
    () => drive.files.list({ q: "name = '台账'", fields: "files(id,name)" }),
    () => drive.changes.list({ pageToken: "1" }),
    () => drive.files.delete({ fileId: id }),
  ] as (() => Promise<{ status: number; data: unknown }>)[]) {
    const { status, data: body } = await call();
    answers.push([status, body]);
  }
  answers.push(await refusal(sheets.spreadsheets.get({ spreadsheetId })));
  answers.push(await refusal(drive.files.get({ fileId: id })));
  return answers;
}

it("[G230] the unmodified client gets the same answers in process as over a socket", async () => {
  const http = await openHttp(sameOptions());
  const overSocket = await talk(http.as());
  await http.close();
  expect(await talk(openInProcess(sameOptions()).as())).toEqual(overSocket);
});

it("[G230] in process nothing leaves the process", async () => {
  const real = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new Error("a request left the process"));
  try {
    expect((await talk(openInProcess(sameOptions()).as())).length).toBe(10);
  } finally {
    globalThis.fetch = real;
  }
});
