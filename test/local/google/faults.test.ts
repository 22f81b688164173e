import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, read, refusal, startOfTime } from "./bench.ts";

/** Faults on command, over the admin path that people and scripts use. */

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
const slept: { ms: number; seen: unknown }[] = [];
/** Stands still between requests, so that "so long ago" is exact. */
let at = startOfTime;
let whileAsleep: () => unknown = () => undefined;

beforeAll(async () => {
  http = await openHttp({
    now: () => at,
    sleep: async (ms) => {
      slept.push({ ms, seen: whileAsleep() });
    },
  });
  clients = http.as();
});
afterAll(() => http.close());
afterEach(() => local("DELETE", "/local/faults"));

async function local(method: string, path: string, body?: object | string): Promise<{ status: number; body: unknown }> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(`${http.url}${path}`, { method, ...(body === undefined ? {} : { body: text }) });
  const raw = await answer.text();
  return { status: answer.status, body: raw === "" ? undefined : JSON.parse(raw) };
}
const fault = (body: object) => local("POST", "/local/faults", body);

const write = (id: string, range: string, value: string) =>
  clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: "RAW",
    requestBody: { values: [[value]] },
  });

it("[G190] failBefore: the request is refused and nothing of it is applied", async () => {
  const id = await makeSpreadsheet(clients, [["old"]]);
  await fault({ kind: "failBefore", status: "INTERNAL", method: "values.update" });
  const refused = await refusal(write(id, "A1", "new"));
  const before = await read(clients, id, "A1");
  await write(id, "A1", "new");
  expect([refused.code, before, await read(clients, id, "A1")]).toEqual([500, [["old"]], [["new"]]]);
});

it("[G191] failAfter: the request is refused and all of it was applied, once", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  await fault({ kind: "failAfter", method: "batchUpdate" });
  const row = { values: [{ userEnteredValue: { stringValue: "b" } }] };
  const refused = await refusal(
    batch(clients, id, { appendCells: { sheetId: 0, rows: [row], fields: "userEnteredValue" } }),
  );
  expect([refused, await read(clients, id, "A1:A9")]).toEqual([
    { code: 503, message: "The service is currently unavailable.", status: "UNAVAILABLE" },
    [["a"], ["b"]],
  ]);
});

it("[G192] delay: the request is held, and with `when: after` its answer", async () => {
  const id = await makeSpreadsheet(clients, [["old"]]);
  slept.length = 0;
  whileAsleep = () => http.google.state(id)!.sheets[0]!.rows[0]![0]!.value;
  await fault({ kind: "delay", ms: 250, method: "values.update" });
  await fault({ kind: "delay", ms: 750, when: "after", method: "values.update" });
  await write(id, "A1", "new");
  expect(slept).toEqual([
    { ms: 250, seen: "old" },
    { ms: 750, seen: "new" },
  ]);
});

it("[G193] stale: the read sees the spreadsheet as it was so long ago, and the next one as it is", async () => {
  const id = await makeSpreadsheet(clients, [["old"]]);
  at += 1000;
  await write(id, "A1", "new");
  at += 249;
  await fault({ kind: "stale", ms: 250, method: "values.get" });
  const stale = await read(clients, id, "A1");
  expect([stale, await read(clients, id, "A1")]).toEqual([[["old"]], [["new"]]]);
});

it("[G193] with the switch every read may lag, but a write's own answer does not", async () => {
  const id = await makeSpreadsheet(clients, [["old"]]);
  at += 1000;
  await local("PATCH", "/local/switches", { staleReadMs: 150 });
  const { data } = await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "A1",
    valueInputOption: "RAW",
    includeValuesInResponse: true,
    requestBody: { values: [["new"]] },
  });
  at += 149;
  const soon = await read(clients, id, "A1");
  at += 1;
  const later = await read(clients, id, "A1");
  await local("PATCH", "/local/switches", { staleReadMs: 0 });
  expect([data.updatedData!.values, soon, later]).toEqual([[["new"]], [["old"]], [["new"]]]);
});

it("[G194] act: somebody's requests run just before a request is applied, or just after", async () => {
  const id = await makeSpreadsheet(clients, [["a"], ["b"]]);
  const insert = { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } };
  const act = (when: string, requests: object[]) =>
    fault({ kind: "act", when, as: "clerk@example.com", method: "values.update", requests });
  await act("before", [{ method: "POST", path: `/v4/spreadsheets/${id}:batchUpdate`, body: { requests: [insert] } }]);
  await act("after", [
    {
      method: "PUT",
      path: `/v4/spreadsheets/${id}/values/A3?valueInputOption=USER_ENTERED`,
      body: { values: [["=1+1"]] },
    },
    { method: "POST", path: `/v4/spreadsheets/${id}/values/Nope!A1:clear` },
  ]);
  await write(id, "A1", "mine");
  const { body } = await local("GET", "/local/faults");
  const { acted } = body as { acted: { as: string; status: number }[] };
  expect([
    await read(clients, id, "A1:A3"),
    acted.map(({ as, status }) => [as, status]),
    (await clients.drive.files.get({ fileId: id, fields: "lastModifyingUser(emailAddress)" })).data,
  ]).toEqual([
    [["mine"], ["a"], ["2"]],
    [
      ["clerk@example.com", 200],
      ["clerk@example.com", 200],
      ["clerk@example.com", 400],
    ],
    { lastModifyingUser: { emailAddress: "clerk@example.com" } },
  ]);
});

it("[G195] a fault waits for the request it fits: method, spreadsheet, user, so many later, so many times", async () => {
  const [one, other] = [await makeSpreadsheet(clients), await makeSpreadsheet(clients)];
  await fault({
    kind: "failBefore",
    method: "values\\.get$",
    spreadsheetId: one,
    user: "b@example.com",
    after: 1,
    times: 2,
  });
  const [a, b] = [http.as("a@example.com"), http.as("b@example.com")];
  const passes = async (who: Clients, id: string) =>
    read(who, id, "A1").then(
      () => true,
      () => false,
    );
  const seen = [];
  for (const [who, id] of [
    [a, one],
    [b, other],
    [b, one],
    [b, one],
    [b, one],
    [b, one],
  ] as const)
    seen.push(await passes(who, id));
  expect(seen).toEqual([true, true, true, false, false, true]);
});

it("[G195] faults are listed with what is left of them, taken back, and malformed ones refused", async () => {
  const added = await fault({ kind: "failAfter", times: 3 });
  await refusal(clients.drive.files.get({ fileId: "nope" }));
  const listed = await local("GET", "/local/faults");
  const cleared = await local("DELETE", "/local/faults");
  const { id } = added.body as { id: number };
  expect([
    listed.body,
    cleared.status,
    (await local("GET", "/local/faults")).body,
    (await fault({ kind: "explode" })).status,
    (await fault({ kind: "delay", ms: -1 })).status,
    (await fault({ kind: "failBefore", method: "(" })).status,
    (await local("POST", "/local/faults", "{")).status,
    (await local("GET", "/local/nothing")).status,
  ]).toEqual([
    { faults: [{ id, kind: "failAfter", times: 3, left: 2 }], acted: [] },
    204,
    { faults: [], acted: [] },
    400,
    400,
    400,
    400,
    404,
  ]);
});
