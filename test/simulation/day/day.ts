import type { World } from "../../../core/ledger/code.ts";
import type { Log } from "../../../core/log.ts";
import type { Drive } from "../../../core/sheet/drive.ts";
import type { Store } from "../../../core/store/store.ts";
import type { Priority } from "../../../core/sync/job.ts";
import { makeGoogle } from "../../../local/google/google.ts";
import { type Fetch, inProcessFetch } from "../../../local/google/in-process.ts";
import { makeMemoryStore } from "../../support/memory-store.ts";
import { seededRandom } from "../../support/random.ts";
import { startCloud } from "./cloud.ts";
import { type DayShape, planDay } from "./day-plan.ts";
import { type Change, makeFollow } from "./follow.ts";
import { makePeople } from "./people.ts";
import { columnOf, settleBureaus } from "./province.ts";
import { makeUsage, type Usage } from "./usage.ts";
import { makeVirtualTime } from "./virtual-time.ts";

/** One day of an office with many bureaus: the deployed code, the local Google with its quotas on, people at work. */

export interface DayOptions {
  readonly bureaus: number;
  readonly rowsEach: number;
  readonly accounts: number;
  readonly seed: number;
  /** Milliseconds from an edit until Google's list of changes shows it. */
  readonly changeDelayMs: number;
  readonly shape: DayShape;
}

/** What happened, as it was seen from outside. */
export interface Day {
  readonly changes: readonly Change[];
  /** How long people's own commands took, milliseconds, and how many were refused. */
  readonly commandsMs: readonly number[];
  readonly refusedCommands: number;
  readonly usage: Usage;
  /** Lines of the log, by event. */
  readonly events: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  readonly deadLetters: number;
  readonly killedWorkers: number;
  readonly failedTicks: number;
  readonly longestQueue: number;
  readonly rushStartMs: number;
  readonly deadlineMs: number;
  /** When the queue was empty after the rush; null: never. */
  readonly emptyAtMs: number | null;
}

const startMs = Date.parse("2023-11-06T16:00:00Z"); // midnight in China
const hourMs = 3_600_000;
/** After the last hour: whatever was lost is swept within 6 hours. */
const tailMs = 7 * hourMs;

export async function runDay(options: DayOptions): Promise<Day> {
  const { bureaus: howMany, rowsEach, seed, changeDelayMs, shape } = options;
  const accounts = Array.from({ length: options.accounts }, (_, i) => `ledger-${i + 1}@example.org`);
  const settledMs = changeDelayMs + 1;
  const time = makeVirtualTime(startMs - settledMs);
  const chance = seededRandom(seed ^ 0x2545f491);
  const world: World = { nowMs: time.nowMs, random: (bound) => Math.floor(chance() * bound) };
  const google = makeGoogle({
    now: time.nowMs,
    random: seededRandom(seed ^ 0x9e3779b9),
    openToAll: false,
    switches: { changeDelayMs },
  });
  const follow = makeFollow(time.nowMs);
  const store = followedStore(makeMemoryStore(), follow.stored);

  const bureaus = await settleBureaus({ count: howMany, rows: rowsEach, accounts, google, store, world });
  await time.runUntil(startMs);
  google.tick(); // What setting up has changed is told before the day begins.
  google.quotas.enabled = true;
  const { usage, refused } = makeUsage(google, time.nowMs);

  const events: Record<string, number> = {};
  const errors: string[] = [];
  const count = (what: string) => {
    events[what] = (events[what] ?? 0) + 1;
  };
  const log: Log = {
    debug: (event) => count(event),
    error: (event, fields) => errors.push(`${event} ${JSON.stringify(fields)}`),
    info(event, { outcome, priority, spreadsheetId, code } = {}) {
      if (event === "pass") count(`pass ${outcome}`);
      else count(code === undefined ? event : `${event} ${code}`);
      if (event === "job.done") follow.passEnded(String(spreadsheetId), priority as Priority);
    },
  };
  /** Spreadsheets whose next entry in the list of changes is never told. */
  const forgotten = new Set<string>();
  const fetchImplementation: Fetch = async (input, init) => {
    const answer = await inProcessFetch(google)(input, init);
    if (answer.status === 429) refused();
    return answer;
  };
  const forgetful = (drive: Drive): Drive => ({
    ...drive,
    async listChanges(token) {
      const answer = await drive.listChanges(token);
      return { ...answer, changed: answer.changed.filter((id) => !forgotten.delete(id)) };
    },
  });
  google.subscribe(({ spreadsheetId, user }) => {
    if (accounts.includes(user)) follow.shown(spreadsheetId, () => columnOf(google, spreadsheetId, "责任部门"));
  });

  const cloud = startCloud({ time, store, world, log, accounts, fetchImplementation, forgetful });
  const people = makePeople({ google, store, world, follow, forgotten, changeDelayMs, api: cloud.api });
  for (const planned of planDay(shape, howMany, seed)) {
    const bureau = bureaus[planned.bureau];
    if (bureau === undefined) continue;
    time.at(startMs + planned.atMs, () => {
      if (planned.kind === "edit") people.edit(planned, bureau);
      else void (planned.kind === "api" ? people.changeByApi(bureau) : people.command(bureau));
    });
  }
  let longestQueue = 0;
  let emptyAtMs: number | null = null;
  const deadlineMs = startMs + shape.rush.endHour * hourMs;
  for (let atMs = startMs; atMs < startMs + shape.hours * hourMs + tailMs; atMs += 10_000) {
    time.at(atMs, () => {
      const size = cloud.queue.size();
      longestQueue = Math.max(longestQueue, size);
      if (size === 0 && atMs > deadlineMs + changeDelayMs + 60_000) emptyAtMs ??= atMs;
    });
  }
  await time.runUntil(startMs + shape.hours * hourMs + tailMs);
  return {
    changes: follow.all,
    ...people.commands(),
    usage: usage(),
    events,
    errors,
    deadLetters: cloud.queue.deadLetters.length,
    killedWorkers: cloud.killed(),
    failedTicks: cloud.failedTicks(),
    longestQueue,
    rushStartMs: deadlineMs - shape.rush.minutes * 60_000,
    deadlineMs,
    emptyAtMs,
  };
}

function followedStore(store: Store, stored: (item: Parameters<Store["putItem"]>[0]) => void): Store {
  return {
    ...store,
    async putItem(...args) {
      const written = await store.putItem(...args);
      if (written.ok) stored(written.value);
      return written;
    },
  };
}
