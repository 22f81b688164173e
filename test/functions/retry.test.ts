import { expect, it } from "vitest";
import { AppError, type ErrorCode } from "../../core/errors.ts";
import type { Sheet } from "../../core/sheet/sheet.ts";
import { makeSync } from "../../core/sync/pass.ts";
import { workOff } from "../../core/sync/work-off.ts";
import { deployedQueue, makeLocalQueue } from "../../local/queue.ts";
import { cellsOf, linkedLedger } from "../support/ledger-sheet.ts";
import { makeSyncWorld } from "../support/sync-world.ts";
import { recordingLog } from "./machine.ts";

/** What happens to one request to Google: refused before anything was done, or done although the answer says failure. */
interface Fault {
  readonly method: keyof Sheet;
  readonly code: ErrorCode;
  readonly applied: boolean;
}

/** A worker that meets those faults, one after the other, and whose messages come back as the queue brings them. */
async function worked(faults: readonly Fault[]) {
  const world = makeSyncWorld();
  await linkedLedger(world, 3);
  const waiting = [...faults];
  const meet = async <T>(method: keyof Sheet, request: () => Promise<T>): Promise<T> => {
    const fault = waiting[0]?.method === method ? waiting.shift() : undefined;
    const answer = fault === undefined || fault.applied ? await request() : undefined;
    if (fault !== undefined) throw new AppError(fault.code, "as the test says");
    return answer as T;
  };
  const sheet: Sheet = {
    read: (id) => meet("read", () => world.sheet.read(id)),
    writeRows: (id, tabId, rows) => meet("writeRows", () => world.sheet.writeRows(id, tabId, rows)),
    restructure: (id, actions) => meet("restructure", () => world.sheet.restructure(id, actions)),
  };
  const { log, events } = recordingLog();
  const sync = makeSync({ store: world.store, sheet, world: world.world, log });
  const queue = makeLocalQueue({ world: world.world, ...deployedQueue });
  await queue.send([{ spreadsheetId: "s1", priority: "CHANGE", noticedAtMs: world.world.nowMs(), cause: "c" }]);
  let passes = 0;
  const deps = { store: world.store, sync: async () => sync, world: world.world, log, remainingMs: () => 300_000 };
  for (; queue.size() > 0; world.wait(60_000)) {
    const Records = queue.receive();
    if (Records.length === 0) continue;
    passes += 1;
    const notDone = await workOff(
      deps,
      Records.map(({ messageId, body, attributes }) => ({
        id: messageId,
        group: attributes.MessageGroupId ?? "",
        body,
        receives: Number(attributes.ApproximateReceiveCount),
      })),
    );
    queue.settle(Records, { batchItemFailures: notDone.map(({ id }) => ({ itemIdentifier: id })) });
    for (const { retryInMs } of notDone) await queue.putBack(Records[0]?.receiptHandle ?? "", retryInMs / 1000);
  }
  const items = await world.items("s1");
  const [header = [], ...rows] = cellsOf(world);
  const codes = rows.map((row) => row[header.indexOf("系统编号")]).filter(Boolean);
  return {
    passes,
    left: waiting.length,
    deadLetters: queue.deadLetters.length,
    items: items.map(({ texts }) => texts.description).sort(),
    codes: new Set(codes).size === codes.length ? codes.length : "a code twice",
    columns: header.filter((text) => text === "系统编号").length,
    failed: events("job.failed").length,
    records: (await world.store.listPasses("s1", { first: 100 })).rows.map(({ outcome }) => outcome),
  };
}

const inStep = {
  left: 0,
  deadLetters: 0,
  items: ["第1个示例问题", "第2个示例问题", "第3个示例问题"],
  codes: 3,
  columns: 1,
  failed: 0,
};

it.each<[string, Fault]>([
  ["a read refused with 429", { method: "read", code: "google.quota", applied: false }],
  ["a read answered 503", { method: "read", code: "google.unavailable", applied: false }],
  ["new columns refused with 429", { method: "restructure", code: "google.quota", applied: false }],
  ["new columns made, and answered 503", { method: "restructure", code: "google.unavailable", applied: true }],
  ["cells refused with 429", { method: "writeRows", code: "google.quota", applied: false }],
  ["cells not written, and answered 503", { method: "writeRows", code: "google.unavailable", applied: false }],
  ["cells written, and answered 503", { method: "writeRows", code: "google.unavailable", applied: true }],
])("[Q34] %s: the message comes back, and everything is there once", async (_, fault) => {
  expect(await worked([fault])).toMatchObject({ ...inStep, passes: 2 });
});

it("[Q34] one after the other, each is got over", async () => {
  const faults: readonly Fault[] = [
    { method: "read", code: "google.unavailable", applied: false },
    { method: "restructure", code: "google.unavailable", applied: true },
    { method: "writeRows", code: "google.quota", applied: false },
    { method: "writeRows", code: "google.unavailable", applied: true },
  ];
  expect(await worked(faults)).toMatchObject({ ...inStep, passes: 5, failed: 2 });
});

it("[Q34] a spreadsheet that never gets through ends in the dead letters, with a message a person sees", async () => {
  const always = Array.from(
    { length: 20 },
    (): Fault => ({ method: "read", code: "google.unavailable", applied: false }),
  );
  expect(await worked(always)).toMatchObject({
    deadLetters: 1,
    items: [],
    passes: deployedQueue.maxReceives,
    failed: 12,
  });
});

it("[Q37] a pass that was refused before it could look leaves no record; one that had begun does", async () => {
  const { records } = await worked([{ method: "read", code: "google.quota", applied: false }]);
  expect(records).toEqual(["DONE"]);
  const begun = await worked([{ method: "writeRows", code: "google.quota", applied: false }]);
  expect(begun.records).toEqual(["DONE", "FAILED"]);
});
