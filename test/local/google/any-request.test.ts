import fc from "fast-check";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { requestKinds } from "../../../local/google/apply-request.ts";
import { message, requestOf } from "./arbitrary-request.ts";
import { batch, makeSpreadsheet, openInProcess, rowAnchor } from "./bench.ts";

/** Whatever is sent is applied or refused, and never a bug. */

const bugs: unknown[] = [];
const { google, as } = openInProcess({ onBug: (error) => bugs.push(error) });
const clients = as();
let id: string;
const at = (rest: string) => `/v4/spreadsheets/${id}${rest}`;

beforeAll(async () => {
  id = await makeSpreadsheet(clients, [
    ["b", 2, "=x"],
    ["a", 1, true],
  ]);
  await batch(
    clients,
    id,
    rowAnchor(7, 1),
    { mergeCells: { range: { sheetId: 0, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 } } },
    { addNamedRange: { namedRange: { name: "N", range: { sheetId: 0, endRowIndex: 2 } } } },
    { setBasicFilter: { filter: { range: { sheetId: 0 } } } },
    {
      addTable: {
        table: { tableId: "N", range: { startRowIndex: 7, endRowIndex: 10, startColumnIndex: 1, endColumnIndex: 4 } },
      },
    },
  );
});
beforeEach(() => {
  bugs.length = 0;
});

for (const kind of requestKinds) {
  it(`[G217] ${kind} with anything in it is applied or refused, and never a bug`, () => {
    fc.assert(
      fc.property(requestOf(kind), (request) => {
        const before = google.state(id)!;
        const file = google.store.files.get(id)!;
        const { status } = google.act("service@example.com", {
          method: "POST",
          path: at(":batchUpdate"),
          body: { requests: [request] },
        });
        const after = google.state(id)!;
        file.state = before;
        // 501: what the service would only forget.
        expect([status === 200 || after === before, status < 500 || status === 501, bugs]).toEqual([true, true, []]);
        JSON.stringify(after);
      }),
      { seed: 31, numRuns: 150 },
    );
  });
}

it("[G217] spreadsheets.create with anything in it makes one or none, and is never a bug", () => {
  fc.assert(
    fc.property(message("Spreadsheet"), (body) => {
      const before = [...google.store.files.keys()];
      const { status } = google.act("service@example.com", { method: "POST", path: "/v4/spreadsheets", body });
      const made = [...google.store.files.keys()].slice(before.length);
      for (const file of made) google.store.files.delete(file);
      expect([made.length, status < 500, bugs]).toEqual([status === 200 ? 1 : 0, true, []]);
    }),
    { seed: 32, numRuns: 300 },
  );
});

it("[G217] Drive's methods with anything in them are answered or refused, and never a bug", () => {
  const file = `/drive/v3/files/${id}`;
  const method = fc.constantFrom(
    ["POST", "/drive/v3/files"],
    ["PATCH", file],
    ["POST", `${file}/copy`],
    ["POST", `${file}/permissions`],
    ["PATCH", `${file}/permissions/anyoneWithLink`],
    ["POST", `${file}/watch`],
    ["POST", "/drive/v3/changes/watch"],
    ["POST", "/drive/v3/channels/stop"],
  );
  const field = fc.constantFrom(
    ..."id name mimeType parents trashed type role emailAddress address expiration".split(" "),
  );
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom("user", "anyone", "writer", "web_hook", "https://x", "a@b.c"));
  const bodies = fc.oneof(fc.dictionary(field, value), fc.jsonValue());
  fc.assert(
    fc.property(method, bodies, ([verb, path], body) => {
      const request = { method: verb!, path: path!, query: "pageToken=1", body: JSON.stringify(body) };
      const { status } = google.act("stranger@example.com", request);
      expect([status < 500, bugs]).toEqual([true, []]);
    }),
    { seed: 33, numRuns: 400 },
  );
});

const bodies: Record<string, string> = {
  "/values:batchUpdate": "BatchUpdateValuesRequest",
  "/values:batchClear": "BatchClearValuesRequest",
  "/values:batchGetByDataFilter": "BatchGetValuesByDataFilterRequest",
  "/values:batchUpdateByDataFilter": "BatchUpdateValuesByDataFilterRequest",
  "/values:batchClearByDataFilter": "BatchClearValuesByDataFilterRequest",
  "/values/A1:append?valueInputOption=USER_ENTERED": "ValueRange",
  "/developerMetadata:search": "SearchDeveloperMetadataRequest",
  ":getByDataFilter": "GetSpreadsheetByDataFilterRequest",
};
for (const [path, name] of Object.entries(bodies)) {
  it(`[G217] ${path} with anything in it is answered or refused, and never a bug`, () => {
    fc.assert(
      fc.property(message(name), (body) => {
        const before = google.state(id)!;
        const [bare, query] = at(path).split("?");
        const { status } = google.act("service@example.com", {
          method: "POST",
          path: bare!,
          ...(query === undefined ? {} : { query }),
          body: JSON.stringify(body),
        });
        const after = google.state(id)!;
        google.store.files.get(id)!.state = before;
        expect([status === 200 || after === before, status < 500, bugs]).toEqual([true, true, []]);
      }),
      { seed: 41, numRuns: 150 },
    );
  });
}
