import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../core/limits.ts";
import { indicatorFigure } from "../../core/rollup/fold.ts";
import type { Store } from "../../core/store/store.ts";
import { demoSpreadsheets } from "../../local/demo/demo.ts";
import { type RunningGoogle, startGoogle } from "../../local/google/start.ts";
import { seedDemo, seedRoot } from "../../local/seed.ts";
import { wireStore } from "../../local/wiring.ts";
import { recordingLog } from "../functions/machine.ts";
import { articleFigures, articleKeys } from "../support/article-figures.ts";
import { Crash, makeFaulty } from "../support/faulty.ts";
import { makeMemoryStore } from "../support/memory-store.ts";

/** The making of the demo, ended in the middle and begun again. */

let google: RunningGoogle;
let store: Store;

beforeEach(async () => {
  google = await startGoogle({ port: 0 });
  store = makeMemoryStore();
});
afterEach(() => google.close());

const wiringOf = (over: Store) => wireStore(over, google.url, recordingLog().log);

/** A start. The lines it printed. */
async function start(over: Store): Promise<readonly string[]> {
  // As npm start does: whoever held a lease has died.
  const later = Date.now() + limits.leaseSeconds * 1000;
  for (const { spreadsheetId } of await store.listLinks()) {
    const lease = await store.acquireLease(spreadsheetId, "start", later, 0);
    if (lease !== null) await store.releaseLease(lease);
  }
  const lines: string[] = [];
  await seedRoot(over);
  await seedDemo({ wiring: wiringOf(over), google: google.url, print: (line) => lines.push(line) });
  return lines;
}

/** A store of a process that dies right after, or right before, the n-th call of a method. */
function mortal(when: "before" | "after", method: string, n: number): Store {
  let calls = 0;
  let dead = false;
  return makeFaulty(store, (moment, called) => {
    if (called === method && moment === when && ++calls === n) dead = true;
    if (dead) throw new Crash(`${when} ${method} ${n}`);
  });
}

async function figures() {
  const rollups = await wiringOf(store).rollups();
  const total = (await rollups.rollupOf("cn"))?.total ?? {};
  return Object.fromEntries(articleKeys.map((key) => [key, indicatorFigure(total, key)]));
}

async function codes(): Promise<number> {
  const items = await Promise.all(
    (["problem", "topic", "activity", "measure", "opinion", "outcome", "request", "plan", "class"] as const).map(
      async (kind) => (await store.listItems({ kind, path: "cn/", descendants: true, first: 500 })).rows.length,
    ),
  );
  return items.reduce((sum, count) => sum + count, 0);
}

/** Rows of the eight ledgers, archived tabs left out. */
const allRows = 722;

describe("the seeding of the demo", () => {
  it("[E7] a start after the first does nothing at all, whatever people have changed since", async () => {
    const lines = await start(store);
    expect(lines.filter((line) => /^demo \d\/8/.test(line))).toHaveLength(demoSpreadsheets.length);
    expect(await codes()).toBe(allRows);
    expect(await start(mortal("before", "putItem", 1))).toEqual([]);
  });

  it.each([
    ["after", "putUnit", 6],
    ["before", "putLink", 2],
    ["after", "putJournal", 9],
    ["after", "putItem", 40],
    ["before", "putItem", 333],
    // The rows are there; now the ten are verified and filed.
    ["after", "putItem", allRows + 3],
    ["after", "putItem", allRows + 13],
    ["before", "putRecord", 30],
  ] as const)(
    "[E7] a start that ends %s %s number %i is finished by the next",
    async (when, method, n) => {
      await expect(start(mortal(when, method, n))).rejects.toThrow(/^crash|^demo: Internal error/);
      await start(store);
      expect({ items: await codes(), figures: await figures() }).toEqual({
        items: allRows,
        figures: articleFigures.cn,
      });
    },
    60_000,
  );
});
