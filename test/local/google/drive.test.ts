import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, refusal } from "./bench.ts";

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
const spreadsheet = "application/vnd.google-apps.spreadsheet";

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
});
afterAll(() => http.close());

it("[G150] a file is made, found, renamed and deleted", async () => {
  const { data: made, status } = await clients.drive.files.create({
    requestBody: { name: "台账甲", mimeType: spreadsheet, parents: ["folder1"] },
  });
  const { data: found } = await clients.drive.files.list({
    q: `mimeType='${spreadsheet}' and name='台账甲' and 'folder1' in parents and trashed=false`,
  });
  const { data: renamed } = await clients.drive.files.update({
    fileId: made.id!,
    requestBody: { name: "乙", appProperties: { unit: "qh" } },
    fields: "id,name,appProperties",
  });
  const deleted = await clients.drive.files.delete({ fileId: made.id! });
  const after = await refusal(clients.sheets.spreadsheets.get({ spreadsheetId: made.id! }));
  expect([status, made, found, renamed, deleted.status, after]).toEqual([
    200,
    { kind: "drive#file", id: made.id, name: "台账甲", mimeType: spreadsheet },
    { kind: "drive#fileList", incompleteSearch: false, files: [made] },
    { id: made.id, name: "乙", appProperties: { unit: "qh" } },
    204,
    { code: 404, message: "Requested entity was not found.", status: "NOT_FOUND" },
  ]);
});

it("[G151] Drive's failures have Drive's form", async () => {
  expect([
    await refusal(clients.drive.files.get({ fileId: "nope" })),
    await refusal(clients.drive.files.list({ q: "name ~ 'x'" })),
  ]).toEqual([
    {
      code: 404,
      message: "File not found: nope.",
      errors: [
        {
          message: "File not found: nope.",
          domain: "global",
          reason: "notFound",
          location: "fileId",
          locationType: "parameter",
        },
      ],
    },
    {
      code: 400,
      message: "Invalid Value",
      errors: [
        { message: "Invalid Value", domain: "global", reason: "invalid", location: "q", locationType: "parameter" },
      ],
    },
  ]);
});

it("[G152] lists are paged, and an unknown search gives an empty list, not none", async () => {
  for (let n = 0; n < 5; n++)
    await clients.drive.files.create({ requestBody: { name: `page-${n}`, mimeType: spreadsheet } });
  const names: string[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await clients.drive.files.list({
      q: "name contains 'page-'",
      pageSize: 2,
      orderBy: "name",
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    names.push(...data.files!.map((file) => file.name!));
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  const { data: none } = await clients.drive.files.list({ q: "name = 'no such file'" });
  expect([names, none.files]).toEqual([["page-0", "page-1", "page-2", "page-3", "page-4"], []]);
});

it("[G153] an edit moves modifiedTime, version and lastModifyingUser, and leaves createdTime", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const look = async () =>
    (
      await clients.drive.files.get({
        fileId: id,
        fields: "createdTime,modifiedTime,version,lastModifyingUser(emailAddress,me)",
      })
    ).data;
  const before = await look();
  await batch(http.as("clerk@example.com"), id, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });
  const after = await look();
  expect([
    before.createdTime === after.createdTime,
    Date.parse(after.modifiedTime!) > Date.parse(before.modifiedTime!),
    Number(after.version) > Number(before.version),
    before.lastModifyingUser,
    after.lastModifyingUser,
  ]).toEqual([
    true,
    true,
    true,
    { emailAddress: "service@example.com", me: true },
    { emailAddress: "clerk@example.com", me: false },
  ]);
});

it("[G154] permissions open and close a file; a reader may not write", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  await clients.drive.permissions.delete({ fileId: id, permissionId: "anyoneWithLink" });
  const clerk = http.as("clerk@example.com");
  const values = () => clerk.sheets.spreadsheets.values.get({ spreadsheetId: id, range: "A1" });
  const write = () =>
    clerk.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: "A1",
      valueInputOption: "RAW",
      requestBody: { values: [["b"]] },
    });
  const closed = [await refusal(values()), await refusal(clerk.drive.files.get({ fileId: id }))];
  const { data: permission } = await clients.drive.permissions.create({
    fileId: id,
    requestBody: { type: "user", role: "reader", emailAddress: "clerk@example.com" },
  });
  const reading = (await values()).data.values;
  const refused = await refusal(write());
  await clients.drive.permissions.update({ fileId: id, permissionId: permission.id!, requestBody: { role: "writer" } });
  await write();
  const { data: list } = await clients.drive.permissions.list({ fileId: id, fields: "permissions(role,emailAddress)" });
  expect([
    closed.map(({ code, message }) => [code, message]),
    reading,
    refused,
    (await values()).data.values,
    list.permissions,
  ]).toEqual([
    [
      [403, "The caller does not have permission"],
      [404, `File not found: ${id}.`],
    ],
    [["a"]],
    { code: 403, message: "The caller does not have permission", status: "PERMISSION_DENIED" },
    [["b"]],
    [
      { role: "owner", emailAddress: "service@example.com" },
      { role: "writer", emailAddress: "clerk@example.com" },
    ],
  ]);
});

it("[G155] a copy is a file of its own with the content of that moment", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const { data } = await http
    .as("clerk@example.com")
    .drive.files.copy({ fileId: id, requestBody: { name: "副本" }, fields: "id,name,ownedByMe" });
  await clients.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: "A1" });
  const copied = await clients.sheets.spreadsheets.values.get({ spreadsheetId: data.id!, range: "A1" });
  expect([data.name, data.ownedByMe, copied.data.values, data.id === id]).toEqual(["副本", true, [["a"]], false]);
});

it("[G156] without credentials both APIs answer 401 in their own form", async () => {
  const sheets = await fetch(`${http.url}/v4/spreadsheets/x`);
  const drive = await fetch(`${http.url}/drive/v3/files`);
  const bodies = [await sheets.json(), await drive.json()] as {
    error: { status?: string; errors?: { reason: string }[] };
  }[];
  expect([sheets.status, bodies[0]!.error.status, drive.status, bodies[1]!.error.errors![0]!.reason]).toEqual([
    401,
    "UNAUTHENTICATED",
    401,
    "required",
  ]);
});

it("[G156] a token names its user: an address, the one in a JWT, or a word", async () => {
  const jwt = `x.${Buffer.from(JSON.stringify({ email: "who@example.com" })).toString("base64url")}.y`;
  const users = await Promise.all(
    ["a@b.c", jwt, "test"].map(
      async (token) => (await http.as(token).drive.about.get({ fields: "user.emailAddress" })).data.user!.emailAddress,
    ),
  );
  expect(users).toEqual(["a@b.c", "who@example.com", "test@local.test"]);
});
