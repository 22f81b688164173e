import { describe, expect, it } from "vitest";
import { limits } from "../../../core/limits.ts";
import { silentLog } from "../../../core/log.ts";
import type { Priority } from "../../../core/sync/job.ts";
import { makeQuota } from "../../../core/sync/quota.ts";
import { linkedLedger, sortBy, type, typeAt } from "../../support/ledger-sheet.ts";
import { makeSyncWorld } from "../../support/sync-world.ts";
import { busyLedger, meaning } from "./busy.ts";
import { codeColumn, type Ledger, ledgerOf, settledLedger } from "./ledger.ts";
import { type Moments, passWith } from "./moments.ts";
import { differing } from "./picture.ts";
import { putNote, reverse } from "./windows.ts";

describe("two workers", () => {
  it("[P9] the second is refused while the first holds the lease", async () => {
    const ledger = await settledLedger();
    let refused: unknown;
    await passWith(ledger.world, {
      "after read 1": async () => {
        refused = await ledger.world.pass("s1").catch((error) => error);
      },
    });
    expect(refused).toMatchObject({ code: "lease.held" });
  });

  it("[P9] a worker that slept through its lease writes neither base nor journal nor sheet any more", async () => {
    const ledger = await busyLedger();
    const wanted = await busyLedger();
    await wanted.rest();
    const { error } = await passWith(ledger.world, {
      "after read 1": async () => {
        ledger.world.wait(400_000);
        await ledger.rest();
      },
    });
    expect(error).toMatchObject({ code: "lease.lost" });
    await ledger.rest();
    expect(differing(await meaning(wanted), await meaning(ledger))).toEqual({});
  });

  it("[P9] two workers that take turns at every request of the first end where one alone does", async () => {
    const wanted = await busyLedger();
    const { requests } = await passWith(wanted.world, {});
    await wanted.rest();
    const counts = new Map<string, number>();
    const wrong: Record<string, unknown> = {};
    for (const name of requests) {
      const n = (counts.get(name) ?? 0) + 1;
      counts.set(name, n);
      for (const when of ["before", "after"]) {
        const ledger = await busyLedger();
        await passWith(ledger.world, {
          [`${when} ${name} ${n}`]: async () => {
            ledger.world.wait(400_000);
            await ledger.rest();
          },
        });
        await ledger.rest();
        const found = differing(await meaning(wanted), await meaning(ledger));
        if (Object.keys(found).length > 0) wrong[`${when} ${name} ${n}`] = found;
      }
    }
    expect(wrong).toEqual({});
  });

  /** Passes that make every kind of write there is. */
  const kinds: Readonly<Record<string, () => Promise<{ ledger: Ledger; moments?: Moments }>>> = {
    "the first pass": async () => {
      const world = makeSyncWorld();
      await linkedLedger(world, 3);
      return { ledger: await ledgerOf(world) };
    },
    "a busy pass": async () => ({ ledger: await busyLedger() }),
    "a repair": async () => {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
      return { ledger, moments: { "before writeRows 1": reverse(ledger) } };
    },
    "a note taken back": async () => {
      const ledger = await settledLedger();
      putNote(ledger, "第3个示例问题", "整改时限", "三号的便条");
      type(ledger.world, "第1个示例问题", "整改时限", "不知道");
      return { ledger, moments: { "before restructure 1": reverse(ledger) } };
    },
    "a brake": async () => {
      const ledger = await settledLedger();
      for (const row of [1, 2, 3]) typeAt(ledger.world, { row, column: codeColumn }, "");
      return { ledger };
    },
    "a quarantine": async () => {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
      const turn = (order: "ASCENDING" | "DESCENDING") => () => sortBy(ledger.world, "序号", order);
      const moments = {
        "before writeRows 1": turn("DESCENDING"),
        "before writeRows 2": turn("ASCENDING"),
        "before writeRows 3": turn("DESCENDING"),
      };
      return { ledger, moments };
    },
  };

  it("[P9] one whose lease another took after any request writes nothing more to the sheet", async () => {
    const written: string[] = [];
    let tried = 0;
    for (const [kind, make] of Object.entries(kinds)) {
      const undisturbed = await make();
      const { requests } = await passWith(undisturbed.ledger.world, undisturbed.moments ?? {});
      const counts = new Map<string, number>();
      for (const [at, name] of requests.entries()) {
        const n = (counts.get(name) ?? 0) + 1;
        counts.set(name, n);
        const { ledger, moments = {} } = await make();
        const { world } = ledger;
        // What the person does later in the pass is not reached any more.
        const done = Object.entries(moments).filter(([moment]) => {
          const [, request = "", number = ""] = moment.split(" ");
          return requests.slice(0, at + 1).filter((each) => each === request).length >= Number(number);
        });
        const late = await passWith(world, {
          ...Object.fromEntries(done),
          [`after ${name} ${n}`]: async () => {
            world.wait(limits.leaseSeconds * 1000 + 1);
            await world.store.acquireLease("s1", "another", world.world.nowMs(), limits.leaseSeconds * 1000);
          },
        });
        const more = late.requests.slice(at + 1).filter((request) => request !== "read");
        if (more.length > 0) written.push(`${kind}, after ${name} ${n}: ${more.join(" ")}`);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(30);
    expect(written).toEqual([]);
  });

  it("[P9] at its look a worker has 305 s left or more, in which no other gets the lease", async () => {
    const startAfter = async (usedMs: number, stoodMs: number) => {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
      let other: unknown;
      await passWith(ledger.world, {
        "after read 1": () => ledger.world.wait(usedMs),
        "before writeRows 1": async () => {
          ledger.world.wait(stoodMs);
          other = await ledger.world.sync.run("s1").then(
            ({ outcome }) => outcome,
            ({ code }) => code,
          );
        },
      });
      return other;
    };
    for (let usedMs = 0; usedMs < limits.leaseSeconds * 1000; usedMs += 10_000)
      expect([usedMs, await startAfter(usedMs, 305_000)]).toEqual([usedMs, "lease.held"]);
    // The look found 305.001 s left, and renewed nothing.
    expect([await startAfter(84_999, 305_000), await startAfter(84_999, 305_001)]).toEqual(["lease.held", "DONE"]);
  });

  it("[P9] between that look and the request lies the wait for a place in the quota, up to 75 s for a change and 120 s for the sweep", async () => {
    const longestWait = async (priority: Priority) => {
      const { store, world } = makeSyncWorld();
      const waits: number[] = [];
      const pause = async (ms: number) => void waits.push(ms);
      const quota = makeQuota({ store, world, log: silentLog, pause });
      for (;;) {
        try {
          await quota.take("sync@ledger", "write", priority);
        } catch {
          return Math.max(0, ...waits) / 1000;
        }
      }
    };
    expect(await longestWait("CHANGE")).toBeCloseTo(74, 0);
    expect(await longestWait("SWEEP")).toBe(120);
  });
});
