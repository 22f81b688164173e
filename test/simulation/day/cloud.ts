import type { SQSBatchResponse } from "aws-lambda";
import type { World } from "../../../core/ledger/code.ts";
import type { Log } from "../../../core/log.ts";
import type { Drive } from "../../../core/sheet/drive.ts";
import { makeGoogleSheet } from "../../../core/sheet/google.ts";
import { makeGoogleDrive } from "../../../core/sheet/google-drive.ts";
import type { Sheet } from "../../../core/sheet/sheet.ts";
import type { Store } from "../../../core/store/store.ts";
import { makeQuota } from "../../../core/sync/quota.ts";
import { makeSharedSync } from "../../../core/sync/shared-sync.ts";
import { handlePoll } from "../../../functions/poll-changes.ts";
import { handleSweep } from "../../../functions/sweep.ts";
import { handleSyncMessages } from "../../../functions/sync-spreadsheet.ts";
import type { Wiring } from "../../../functions/wiring.ts";
import type { Fetch } from "../../../local/google/in-process.ts";
import { deployedQueue, type LocalQueue, makeLocalQueue } from "../../../local/queue.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** The deployed parts on virtual time: the handlers that run on AWS, fed as stacks/ says. */

export const deployed = {
  workers: 5,
  workerTimeoutMs: 5 * 60_000,
  pollEveryMs: 60_000,
  sweepEveryMs: 5 * 60_000,
} as const;

/** An idle receive of the queue; Lambda's own pollers ask about once a second. */
const receiveEveryMs = 1_000;
/** How long Google takes for a request, milliseconds: at least, and at most this much more. */
const latencyMs = { read: [300, 500], write: [400, 700], drive: [150, 250] } as const;

export interface CloudParts {
  readonly time: VirtualTime;
  readonly store: Store;
  readonly world: World;
  readonly log: Log;
  readonly accounts: readonly string[];
  readonly fetchImplementation: Fetch;
  /** Drops from an account's list of changes what Google forgets to tell. */
  readonly forgetful: (drive: Drive) => Drive;
}

export interface Cloud {
  readonly queue: LocalQueue;
  /** What the API's function would use for a person who waits. */
  readonly api: Wiring;
  /** Workers that were stopped in the middle, because they took longer than Lambda allows. */
  readonly killed: () => number;
  readonly failedTicks: () => number;
}

export function startCloud(parts: CloudParts): Cloud {
  const { time, world } = parts;
  const queue = makeLocalQueue({ world, ...deployedQueue });
  let killed = 0;
  let failedTicks = 0;

  async function work(): Promise<never> {
    let process = makeProcess(parts, queue);
    for (;;) {
      const Records = [...queue.receive()];
      if (Records.length === 0) {
        await time.pause(receiveEveryMs);
        continue;
      }
      const endMs = time.nowMs() + deployed.workerTimeoutMs;
      const failed = { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
      const answer = await Promise.race<SQSBatchResponse | null>([
        handleSyncMessages(process.wiring, { Records }, () => endMs - time.nowMs()).catch(() => failed),
        time.pause(deployed.workerTimeoutMs).then(() => null),
      ]);
      if (answer === null) {
        process.kill();
        process = makeProcess(parts, queue);
        killed++;
      } else queue.settle(Records, answer);
    }
  }

  async function every(everyMs: number, job: () => Promise<unknown>): Promise<never> {
    for (;;) {
      const next = time.nowMs() + everyMs;
      await job().catch(() => failedTicks++);
      await time.pause(next - time.nowMs());
    }
  }

  const poll = makeProcess(parts, queue).wiring;
  const sweep = makeProcess(parts, queue).wiring;
  void every(deployed.pollEveryMs, () => handlePoll(poll));
  void every(deployed.sweepEveryMs, () => handleSweep(sweep));
  for (let i = 0; i < deployed.workers; i++) void work();
  return { queue, api: makeProcess(parts, queue).wiring, killed: () => killed, failedTicks: () => failedTicks };
}

/** A Lambda's process: its own memory of quota and accounts, and an end at which all it waits for stops coming. */
function makeProcess(parts: CloudParts, queue: LocalQueue): { readonly wiring: Wiring; readonly kill: () => void } {
  const { time, store, world, log, accounts, fetchImplementation, forgetful } = parts;
  let alive = true;
  const pause = async (waitMs: number) => {
    await time.pause(waitMs);
    if (!alive) await new Promise<never>(() => {});
  };
  const through = async <T>(kind: keyof typeof latencyMs, request: () => Promise<T>): Promise<T> => {
    const [least, spread] = latencyMs[kind];
    const wholeMs = least + world.random(spread);
    // Half the way there, half the way back: what a person does meanwhile comes before or after.
    await pause(wholeMs / 2);
    const answer = await time.busy(request()).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    await pause(wholeMs / 2);
    if ("error" in answer) throw answer.error;
    return answer.value;
  };
  const settings = (bearer: string) => ({ auth: { bearer }, fetchImplementation });
  const sheetOf = (account: string): Sheet => {
    const sheet = makeGoogleSheet(settings(account));
    return {
      read: (id) => through("read", () => sheet.read(id)),
      writeRows: (id, tabId, rows) => through("write", () => sheet.writeRows(id, tabId, rows)),
      restructure: (id, actions) => through("write", () => sheet.restructure(id, actions)),
    };
  };
  const drives = new Map(
    accounts.map((account) => {
      const drive = forgetful(makeGoogleDrive(settings(account)));
      const timed: Drive = {
        ...drive,
        startPageToken: () => through("drive", () => drive.startPageToken()),
        listChanges: (token) => through("drive", () => drive.listChanges(token)),
      };
      return [account, timed] as const;
    }),
  );
  const syncOf = makeSharedSync({
    store,
    world,
    log,
    accounts,
    sheetOf,
    quota: makeQuota({ store, world, log, pause }),
  });
  const notHere = () => Promise.reject(new Error("not part of the simulated day"));
  const wiring: Wiring = {
    store,
    world,
    log,
    accounts,
    queue: async () => queue,
    sync: async (priority) => syncOf(priority),
    drive: async (account) => drives.get(account) ?? notHere(),
    rollups: notHere,
    grids: notHere,
    webhookSecret: () => "",
    webhookUrl: null,
  };
  return {
    wiring,
    kill: () => {
      alive = false;
    },
  };
}
