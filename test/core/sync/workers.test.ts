import { describe, expect, it } from "vitest";
import { busyLedger, meaning } from "./busy.ts";
import { settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";
import { differing } from "./picture.ts";

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
});
