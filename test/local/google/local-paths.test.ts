import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cautiousSwitches } from "../../../local/google/switches.ts";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, read, startOfTime } from "./bench.ts";

/** The admin paths besides faults: switches, quotas, clock, undo, events. */

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;

beforeAll(async () => {
  http = await openHttp({ now: () => startOfTime });
  clients = http.as();
});
afterAll(() => http.close());

async function local(method: string, path: string, body?: object | string): Promise<{ status: number; body: unknown }> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(`${http.url}${path}`, { method, ...(body === undefined ? {} : { body: text }) });
  const raw = await answer.text();
  return { status: answer.status, body: raw === "" ? undefined : JSON.parse(raw) };
}

const write = (id: string, range: string, value: string) =>
  clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: "RAW",
    requestBody: { values: [[value]] },
  });

it("[G196] switches, quotas and the clock are read and set; a value that cannot be is refused", async () => {
  const { body } = await local("GET", "/local/switches");
  const set = await local("PATCH", "/local/switches", { dataFilterWithoutMatch: "fail" });
  const refused = [
    await local("PATCH", "/local/switches", { dataFilterWithoutMatch: "maybe" }),
    await local("PATCH", "/local/switches", { noSuchSwitch: true }),
    await local("PATCH", "/local/quotas", { readPerMinute: -1 }),
  ];
  const quotas = await local("PATCH", "/local/quotas", { readPerMinute: 7 });
  const [before, moved] = [http.google.now(), await local("POST", "/local/clock", { advanceMs: 3_600_000 })];
  Object.assign(http.google.switches, cautiousSwitches);
  http.google.quotas.readPerMinute = 300;
  expect([
    body,
    (set.body as { switches: unknown }).switches,
    refused.map(({ status }) => status),
    (quotas.body as { readPerMinute: number }).readPerMinute,
    (moved.body as { now: number }).now - before,
  ]).toEqual([
    { switches: cautiousSwitches, cautious: cautiousSwitches },
    { ...cautiousSwitches, dataFilterWithoutMatch: "fail" },
    [400, 400, 400],
    7,
    3_600_000,
  ]);
});

it("[G197] every switch stands in the table of the spec and can be set over the admin path to its other way", async () => {
  const table = readFileSync("docs/spec/google.md", "utf8");
  const others: Record<string, unknown> = {
    dataFilterWithoutMatch: "empty",
    metadataIdInUse: "ALREADY_EXISTS",
    metadataUpdateWithoutMatch: "fail",
    updatedDataExtent: "written",
    findReplaceMatches: "stored",
    changeDelayMs: 5,
    staleReadMs: 5,
  };
  const seen: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(cautiousSwitches)) {
    const other = others[name] ?? !value;
    const { body } = await local("PATCH", "/local/switches", { [name]: other });
    const now = (body as { switches: Record<string, unknown> }).switches[name];
    seen[name] = [now === other && other !== value, new RegExp(`^\\| \`${name}\` +\\| \`${value}\``, "m").test(table)];
  }
  Object.assign(http.google.switches, cautiousSwitches);
  expect(seen).toEqual(Object.fromEntries(Object.keys(cautiousSwitches).map((name) => [name, [true, true]])));
});

it("[G198] a person's undo over the admin path: once, and not when somebody built on it", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const undo = (user: string) => local("POST", `/local/spreadsheets/${id}/undo`, { user });
  await write(id, "A1", "b");
  const answers = [await undo("clerk"), await undo("service@example.com")];
  const back = await read(clients, id, "A1");
  await write(id, "A1", "c");
  await batch(http.as("clerk@local.test"), id, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });
  answers.push(await undo("service@example.com"));
  expect([answers, back, await read(clients, id, "A1")]).toEqual([
    [
      { status: 409, body: { undone: false } },
      { status: 200, body: { undone: true } },
      { status: 409, body: { undone: false } },
    ],
    [["a"]],
    [["c"]],
  ]);
});

it("[G199] the stream of events tells an open page of each change at once, and nothing of other spreadsheets", async () => {
  const [id, other] = [await makeSpreadsheet(clients), await makeSpreadsheet(clients)];
  const stop = new AbortController();
  const stream = await fetch(`${http.url}/local/spreadsheets/${id}/events`, { signal: stop.signal });
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await write(other, "A1", "x");
  await write(id, "A1", "y");
  const { value } = await reader.read();
  stop.abort();
  const event = JSON.parse(/^event: change\ndata: (.*)$/m.exec(value!)![1]!) as object;
  expect([stream.headers.get("content-type"), event]).toEqual([
    "text/event-stream",
    { spreadsheetId: id, user: "service@example.com", at: expect.any(Number), version: 2 },
  ]);
});
