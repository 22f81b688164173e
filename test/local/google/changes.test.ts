import { expect, it } from "vitest";
import type { GoogleOptions } from "../../../local/google/google.ts";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openInProcess, refusal, startOfTime } from "./bench.ts";

/** A clock that stands still until it is moved. */
function stillClock() {
  let at = startOfTime;
  return { now: () => at, advance: (ms: number) => (at += ms) };
}

interface Message {
  readonly address: string;
  readonly headers: Record<string, string>;
}

function open(options: GoogleOptions = {}) {
  const clock = stillClock();
  const messages: Message[] = [];
  const push = async (address: string, headers: Record<string, string>) => {
    messages.push({ address, headers });
  };
  const { google, as } = openInProcess({ now: clock.now, push, ...options });
  return { google, as, clock, messages, clients: as() };
}

const token = async ({ drive }: Clients) => (await drive.changes.getStartPageToken()).data.startPageToken!;

async function changes({ drive }: Clients, pageToken: string) {
  const { data } = await drive.changes.list({
    pageToken,
    pageSize: 1000,
    includeItemsFromAllDrives: true,
    supportsAllDrives: true,
  });
  return { ids: data.changes!.map((change) => [change.fileId, change.removed]), next: data.newStartPageToken! };
}

const edit = (clients: Clients, id: string) =>
  batch(clients, id, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });

it("[G160] several edits of a file are one entry, the newest position of each file", async () => {
  const { clients } = open();
  const [a, b] = [await makeSpreadsheet(clients), await makeSpreadsheet(clients)];
  const start = await token(clients);
  await edit(clients, a);
  await edit(clients, b);
  await edit(clients, a);
  const { ids, next } = await changes(clients, start);
  expect([ids, await changes(clients, next)]).toEqual([
    [
      [b, false],
      [a, false],
    ],
    { ids: [], next },
  ]);
});

it("[G161] with a delay, an entry, the version and modifiedTime come later, and edits meanwhile are one entry", async () => {
  const { clients, clock, google } = open();
  const id = await makeSpreadsheet(clients);
  google.switches.changeDelayMs = 180_000;
  const start = await token(clients);
  const version = async () => Number((await clients.drive.files.get({ fileId: id, fields: "version" })).data.version);
  const before = await version();
  await edit(clients, id);
  clock.advance(100_000);
  await edit(clients, id);
  const early = await changes(clients, start);
  const hidden = await version();
  clock.advance(80_000);
  const late = await changes(clients, start);
  expect([early.ids, hidden === before, late.ids, (await version()) - before]).toEqual([[], true, [[id, false]], 2]);
});

it("[G162] a deleted file is an entry that says removed", async () => {
  const { clients } = open();
  const id = await makeSpreadsheet(clients);
  const start = await token(clients);
  await clients.drive.files.delete({ fileId: id });
  expect((await changes(clients, start)).ids).toEqual([[id, true]]);
});

it("[G162] lost access is removed for the one who lost it only, and comes back when shared again", async () => {
  const { clients, as } = open();
  const owner = as("owner@example.com");
  const id = await makeSpreadsheet(owner);
  const start = await token(clients);
  await clients.drive.files.get({ fileId: id });
  await clients.drive.permissions.delete({ fileId: id, permissionId: "anyoneWithLink" });
  const lost = await changes(clients, start);
  const owners = await changes(owner, start);
  await owner.drive.permissions.create({
    fileId: id,
    requestBody: { type: "user", role: "writer", emailAddress: "service@example.com" },
  });
  expect([lost.ids, owners.ids, (await changes(clients, lost.next)).ids]).toEqual([
    [[id, true]],
    [[id, false]],
    [[id, false]],
  ]);
});

it("[G163] pages go on with nextPageToken; only the last carries newStartPageToken", async () => {
  const { clients } = open();
  const start = await token(clients);
  const made = [await makeSpreadsheet(clients), await makeSpreadsheet(clients), await makeSpreadsheet(clients)];
  const { data: first } = await clients.drive.changes.list({ pageToken: start, pageSize: 2 });
  const { data: second } = await clients.drive.changes.list({ pageToken: first.nextPageToken!, pageSize: 2 });
  expect([
    [...first.changes!, ...second.changes!].map((change) => change.fileId),
    first.newStartPageToken,
    second.nextPageToken,
    typeof second.newStartPageToken,
  ]).toEqual([made, undefined, undefined, "string"]);
});

it("[G163] a page token that is none is refused", async () => {
  const { clients, google } = open();
  const headers = { authorization: "Bearer service@example.com" };
  const { body } = await google.handle({ method: "GET", path: "/drive/v3/changes", headers });
  const refused = (message: string, reason: string) => ({
    code: 400,
    message,
    errors: [{ message, domain: "global", reason, location: "pageToken", locationType: "parameter" }],
  });
  expect([await refusal(clients.drive.changes.list({ pageToken: "x" })), body]).toEqual([
    refused("Invalid Value", "invalid"),
    { error: refused("Required parameter: pageToken", "required") },
  ]);
});

it("[G164] a channel gets sync, then a message for each change, with Google's headers", async () => {
  const { clients, messages } = open();
  const id = await makeSpreadsheet(clients);
  const { data } = await clients.drive.changes.watch({
    pageToken: "1",
    requestBody: { id: "ch1", type: "web_hook", address: "https://example.com/push", token: "secret" },
  });
  await edit(clients, id);
  const seen = messages.map(({ address, headers }) => [
    address,
    headers["x-goog-resource-state"],
    headers["x-goog-channel-token"],
    headers["x-goog-channel-id"],
  ]);
  expect([data.kind, data.expiration, messages[0]!.headers["x-goog-resource-id"] === data.resourceId, seen]).toEqual([
    "api#channel",
    String(startOfTime + 3_600_000),
    true,
    [
      ["https://example.com/push", "sync", "secret", "ch1"],
      ["https://example.com/push", "change", "secret", "ch1"],
    ],
  ]);
});

// "Value is always 1 for sync messages. Message numbers increase for each subsequent message on the channel"
it("[G164] message numbers begin with 1 and increase; each change is one message", async () => {
  const { clients, messages } = open();
  const id = await makeSpreadsheet(clients);
  await clients.drive.changes.watch({
    pageToken: "1",
    requestBody: { id: "ch1", type: "web_hook", address: "https://example.com/push" },
  });
  for (let n = 0; n < 4; n++) await edit(clients, id);
  await clients.drive.files.delete({ fileId: id });
  const numbers = messages.map(({ headers }) => Number(headers["x-goog-message-number"]));
  expect([
    numbers[0],
    numbers.length,
    numbers.every((number, index) => index === 0 || number > numbers[index - 1]!),
  ]).toEqual([1, 6, true]);
});

it("[G165] a channel ends when stopped or expired; a file's lives a day at most, the feed's a week", async () => {
  const { clients, messages, clock } = open();
  const id = await makeSpreadsheet(clients);
  const month = String(startOfTime + 30 * 86_400_000);
  const body = (channel: string) => ({
    id: channel,
    type: "web_hook",
    address: "https://example.com/push",
    expiration: month,
  });
  const { data: file } = await clients.drive.files.watch({ fileId: id, requestBody: body("file") });
  const { data: feed } = await clients.drive.changes.watch({ pageToken: "1", requestBody: body("feed") });
  await clients.drive.channels.stop({ requestBody: { id: "feed", resourceId: feed.resourceId! } });
  await edit(clients, id);
  clock.advance(86_400_001);
  await edit(clients, id);
  expect([
    Number(file.expiration) - startOfTime,
    Number(feed.expiration) - startOfTime,
    messages.map(({ headers }) => `${headers["x-goog-channel-id"]} ${headers["x-goog-resource-state"]}`),
    (await refusal(clients.drive.channels.stop({ requestBody: { id: "feed", resourceId: feed.resourceId! } }))).code,
  ]).toEqual([86_400_000, 7 * 86_400_000, ["file sync", "feed sync", "file update"], 404]);
});

it("[G166] an entry dropped on command never shows, though the edit was made", async () => {
  const { clients, google } = open();
  const id = await makeSpreadsheet(clients);
  const start = await token(clients);
  google.faults.add({ kind: "dropChange", method: "batchUpdate" });
  await edit(clients, id);
  expect([(await changes(clients, start)).ids, google.state(id)!.sheets[0]!.rowCount]).toEqual([[], 21]);
});
