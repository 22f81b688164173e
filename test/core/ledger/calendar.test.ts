import { expect, it } from "vitest";
import { addDays, dayInChina, daysBetween, endOfDay } from "../../../core/ledger/calendar.ts";
import { linkedLedger } from "../../support/ledger-sheet.ts";
import { makeSyncWorld } from "../../support/sync-world.ts";

it("[L4] days begin and end at midnight in China, wherever the program runs", () => {
  const midnight = Date.parse("2023-12-31T16:00:00.000Z");
  expect([dayInChina(midnight - 1), dayInChina(midnight), endOfDay("2023-12-31"), endOfDay("2024-02-29")]).toEqual([
    "2023-12-31",
    "2024-01-01",
    "2023-12-31T15:59:59.999Z",
    "2024-02-29T15:59:59.999Z",
  ]);
  expect([daysBetween("2024-02-28", "2024-03-01"), addDays("2024-02-28", 2)]).toEqual([2, "2024-03-01"]);
});

it("[L4] a ledger without a date of its own is of the year it is in China when it is first read", async () => {
  const world = makeSyncWorld();
  world.wait(Date.parse("2023-12-31T16:30:00Z") - world.world.nowMs());
  await linkedLedger(world, 1);
  await world.pass("s1");
  expect((await world.items("s1")).map(({ referenceDate }) => referenceDate)).toEqual(["2024-01-01"]);
});
