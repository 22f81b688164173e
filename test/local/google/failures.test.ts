import { afterAll, beforeAll, expect, it } from "vitest";
import type { Status } from "../../../local/google/errors.ts";
import type { Clients } from "./bench.ts";
import { makeSpreadsheet, openHttp } from "./bench.ts";

/** Bodies as they go over the wire: what a client's retry and messages are built on. */

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
let id: string;

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
  id = await makeSpreadsheet(clients, [["a"]]);
});
afterAll(() => http.close());

async function ask(path: string, init: { method?: string; body?: string; user?: string | null } = {}) {
  const { method = "GET", body, user = "service@example.com" } = init;
  const answer = await fetch(`${http.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: { ...(user === null ? {} : { authorization: `Bearer ${user}` }), "content-type": "application/json" },
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get("content-type"), body: JSON.parse(text) as unknown };
}

const json = "application/json; charset=UTF-8";
const sheetsError = (code: number, status: string, message: string, details?: unknown[]) => ({
  status: code,
  type: json,
  body: { error: { code, message, status, ...(details === undefined ? {} : { details }) } },
});
const driveError = (code: number, message: string, reason: object) => ({
  status: code,
  type: json,
  body: { error: { code, message, errors: [{ message, domain: "global", ...reason }] } },
});
const badRequest = (message: string, fieldViolations: object[]) =>
  sheetsError(400, "INVALID_ARGUMENT", message, [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations },
  ]);

it("[G170] Sheets: what is not there is 404, what is not shared 403, both without details", async () => {
  const closed = await makeSpreadsheet(http.as("owner@example.com"));
  await http.as("owner@example.com").drive.permissions.delete({ fileId: closed, permissionId: "anyoneWithLink" });
  expect([
    await ask("/v4/spreadsheets/nope"),
    await ask(`/v4/spreadsheets/${id}/nothing`),
    await ask(`/v4/spreadsheets/${closed}`),
    await ask(`/v4/spreadsheets/${closed}:batchUpdate`, { method: "POST", body: "{}" }),
  ]).toEqual([
    sheetsError(404, "NOT_FOUND", "Requested entity was not found."),
    sheetsError(404, "NOT_FOUND", "Requested entity was not found."),
    sheetsError(403, "PERMISSION_DENIED", "The caller does not have permission"),
    sheetsError(403, "PERMISSION_DENIED", "The caller does not have permission"),
  ]);
});

it("[G171] Sheets: a request without credentials is 401 with the reason", async () => {
  const message =
    "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid " +
    "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";
  expect(await ask(`/v4/spreadsheets/${id}`, { user: null })).toEqual(
    sheetsError(401, "UNAUTHENTICATED", message, [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "CREDENTIALS_MISSING",
        domain: "googleapis.com",
        metadata: { service: "sheets.googleapis.com" },
      },
    ]),
  );
});

it("[G171] Drive: without credentials 401 required, for what is not shared 404, for who may only read 403", async () => {
  const owner = http.as("owner@example.com");
  const closed = await makeSpreadsheet(owner);
  await owner.drive.permissions.update({
    fileId: closed,
    permissionId: "anyoneWithLink",
    requestBody: { role: "reader" },
  });
  const renamed = { method: "PATCH", body: JSON.stringify({ name: "x" }) };
  const readOnly = await ask(`/drive/v3/files/${closed}`, renamed);
  await owner.drive.permissions.delete({ fileId: closed, permissionId: "anyoneWithLink" });
  expect([await ask("/drive/v3/files", { user: null }), await ask(`/drive/v3/files/${closed}`), readOnly]).toEqual([
    driveError(401, "Login Required.", { reason: "required", location: "Authorization", locationType: "header" }),
    driveError(404, `File not found: ${closed}.`, {
      reason: "notFound",
      location: "fileId",
      locationType: "parameter",
    }),
    driveError(403, "The user does not have sufficient permissions for this file.", {
      reason: "insufficientFilePermissions",
    }),
  ]);
});

it("[G172] a body that is no JSON, and fields that the message does not have, are refused before anything is looked at", async () => {
  const put = (body: string) =>
    ask(`/v4/spreadsheets/${id}/values/Nope!A1?valueInputOption=RAW`, { method: "PUT", body });
  const unknown = "Invalid JSON payload received. Unknown name \"colour\" at 'data': Cannot find field.";
  const notJson = 'Invalid JSON payload received. Unexpected token.\n{"values": [\n^';
  expect([await put('{"values": ['), await put('{"colour": 1, "values": [["a"]]}')]).toEqual([
    badRequest(notJson, [{ description: notJson }]),
    badRequest(unknown, [{ field: "data", description: unknown }]),
  ]);
});

it("[G172] a wrong JSON type names the field, its type and the value", async () => {
  const put = (body: object) =>
    ask(`/v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`, { method: "PUT", body: JSON.stringify(body) });
  const batch = (request: object) =>
    ask(`/v4/spreadsheets/${id}:batchUpdate`, { method: "POST", body: JSON.stringify({ requests: [request] }) });
  const violation = (field: string, description: string) => badRequest(description, [{ field, description }]);
  const list = "type.googleapis.com/google.protobuf.ListValue";
  expect([
    await put({ values: "X" }),
    await put({ values: [["a"], "X"] }),
    await put({ majorDimension: "DIAGONAL", values: [["a"]] }),
    await batch({ deleteSheet: { sheetId: "abc" } }),
    await batch({ deleteSheet: { sheetId: 1.5 } }),
    await batch({ appendDimension: { sheetId: 0, dimension: "ROWS", length: true } }),
  ]).toEqual([
    violation("data.values", `Invalid value at 'data.values' (${list}), "X"`),
    violation("data.values[1]", `Invalid value at 'data.values[1]' (${list}), "X"`),
    violation(
      "data.major_dimension",
      `Invalid value at 'data.major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "DIAGONAL"`,
    ),
    violation(
      "requests[0].delete_sheet.sheet_id",
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "abc"`,
    ),
    violation(
      "requests[0].delete_sheet.sheet_id",
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5`,
    ),
    violation(
      "requests[0].append_dimension.length",
      `Invalid value at 'requests[0].append_dimension.length' (TYPE_INT32), true`,
    ),
  ]);
});

it("[G173] valueInputOption must be given; unknown query parameters and enum values are refused", async () => {
  const put = (query: string) =>
    ask(`/v4/spreadsheets/${id}/values/A1${query}`, { method: "PUT", body: '{"values":[["b"]]}' });
  const required = "'valueInputOption' is required but not specified";
  const wrong =
    "Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), \"COOKED\"";
  const unknown =
    "Invalid JSON payload received. Unknown name \"colour\": Cannot bind query parameter. Field 'colour' could not be found in request message.";
  expect([
    await put(""),
    await put("?valueInputOption=COOKED"),
    await put("?valueInputOption=RAW&colour=red"),
    (await ask(`/v4/spreadsheets/${id}/values/A1`)).body,
  ]).toEqual([
    badRequest(required, [{ field: "valueInputOption", description: required }]),
    badRequest(wrong, [{ field: "value_input_option", description: wrong }]),
    badRequest(unknown, [{ description: unknown }]),
    { range: "Sheet1!A1", majorDimension: "ROWS", values: [["a"]] },
  ]);
});

it("[G174] a failing request of a batch says which it is and of what kind", async () => {
  const message = async (...requests: object[]) =>
    (
      (await ask(`/v4/spreadsheets/${id}:batchUpdate`, { method: "POST", body: JSON.stringify({ requests }) }))
        .body as { error: { message: string } }
    ).error.message;
  const good = { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } };
  expect([
    await message(good, { deleteSheet: { sheetId: 7 } }),
    await message(),
    await message(good, {}),
    await message({ ...good, deleteSheet: { sheetId: 0 } }),
    http.google.state(id)!.sheets[0]!.rowCount,
  ]).toEqual([
    "Invalid requests[1].deleteSheet: No grid with id: 7",
    "Must specify at least one request.",
    "Invalid requests[1]: Must specify exactly one request kind, but got 0.",
    "Invalid requests[0]: Must specify exactly one request kind, but got 2.",
    20,
  ]);
});

const words: readonly (readonly [Status, number, string, number, string, string])[] = [
  ["UNAVAILABLE", 503, "The service is currently unavailable.", 503, "Backend Error", "backendError"],
  ["INTERNAL", 500, "Internal error encountered.", 500, "Internal Error", "internalError"],
  ["NOT_FOUND", 404, "Requested entity was not found.", 404, "File not found: ID.", "notFound"],
  ["ABORTED", 409, "The operation was aborted.", 409, "Conflict", "conflict"],
  [
    "PERMISSION_DENIED",
    403,
    "The caller does not have permission",
    403,
    "The user does not have sufficient permissions for this file.",
    "insufficientFilePermissions",
  ],
];

for (const [status, code, message, driveCode, driveMessage, reason] of words) {
  it(`[G175] ${status} on command is answered in the form of the API that was asked`, async () => {
    http.google.faults.add({ kind: "failBefore", status, times: 2 });
    const sheets = await ask(`/v4/spreadsheets/${id}`);
    const drive = await ask(`/drive/v3/files/${id}`);
    const { error } = drive.body as { error: { code: number; message: string; errors: { reason: string }[] } };
    expect([sheets, [error.code, error.message, error.errors[0]!.reason]]).toEqual([
      sheetsError(code, status, message),
      [driveCode, driveMessage.replace("ID", id), reason],
    ]);
  });
}

for (const [reason, message] of [
  ["rateLimitExceeded", "Rate Limit Exceeded"],
  ["userRateLimitExceeded", "User Rate Limit Exceeded"],
] as const) {
  it(`[G175] Drive's 403 ${reason} on command is no missing permission`, async () => {
    http.google.faults.add({ kind: "failBefore", reason });
    expect(await ask(`/drive/v3/files/${id}`)).toEqual(driveError(403, message, { reason, domain: "usageLimits" }));
  });
}

it("[G176] a bug of the service is a 500 in the API's form, and is reported", async () => {
  const bugs: unknown[] = [];
  const other = await openHttp({ onBug: (error) => bugs.push(error) });
  const bug = new Error("a bug");
  other.google.hook = () => {
    throw bug;
  };
  const answer = await fetch(`${other.url}/v4/spreadsheets/x`, { headers: { authorization: "Bearer a" } });
  const body: unknown = await answer.json();
  await other.close();
  expect([answer.status, body, bugs]).toEqual([
    500,
    { error: { code: 500, message: "Internal error encountered.", status: "INTERNAL" } },
    [bug],
  ]);
});
