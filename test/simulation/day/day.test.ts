import { beforeAll, describe, expect, it } from "vitest";
import { googleQuotas } from "../../../local/google/quota.ts";
import { type Day, runDay } from "./day.ts";
import { type DayReport, reportOf } from "./report.ts";
import { twoHours } from "./shapes.ts";

const minuteMs = 60_000;

describe("two hours of a hundred bureaus with one account, all of them busy in the two minutes before a deadline", () => {
  let day: Day;
  let report: DayReport;
  beforeAll(async () => {
    day = await runDay(twoHours);
    report = reportOf(day);
  }, 120_000);

  it("[Q35] every change arrives on the other side, nobody is refused by Google, no message is lost, nothing fails", () => {
    const { deadLetters, killedWorkers, failedTicks, errors, usage } = day;
    expect(day.changes.length).toBeGreaterThan(400);
    expect({
      deadLetters,
      killedWorkers,
      failedTicks,
      errors,
      refused: usage.refused,
      neverArrived: report.neverArrived,
    }).toEqual({ deadLetters: 0, killedWorkers: 0, failedTicks: 0, errors: [], refused: 0, neverArrived: 0 });
  });

  it("[Q35] the busiest minute uses the quota well and stays within it", () => {
    const { readsOfAccount, readsOfProject } = day.usage.busiest;
    expect(readsOfProject).toBe(readsOfAccount); // There is one account.
    expect(readsOfAccount).toBeGreaterThan(0.6 * googleQuotas.readPerMinutePerUser);
    expect(readsOfAccount).toBeLessThanOrEqual(0.95 * googleQuotas.readPerMinutePerUser);
  });

  it("[Q36] in ordinary hours what Google tells is stored within two minutes, and what the API changes is shown within two", () => {
    expect(report.shownToStore.ordinary.p95).toBeLessThan(2 * minuteMs);
    expect(report.storeToSheet.ordinary.p95).toBeLessThan(2 * minuteMs);
  });

  it("[Q36] the rush is worked off at the pace of the quota", () => {
    const { emptyAtMs, deadlineMs } = day;
    const paceMs = (twoHours.bureaus / 39) * minuteMs;
    expect((emptyAtMs ?? Number.POSITIVE_INFINITY) - deadlineMs).toBeLessThan(twoHours.changeDelayMs + 2 * paceMs);
  });

  it("[Q11] a person who presses sync in the middle of it waits for no queue", () => {
    expect(report.commands.count).toBeGreaterThan(20);
    expect(report.commands.longest).toBeLessThan(10_000);
  });

  it("[Q20] edits that Google never tells of are stored within 6 hours, some of them by the sweep alone", () => {
    expect(report.lost.count).toBeGreaterThan(10);
    expect(report.lost.longest).toBeLessThan(6 * 60 * minuteMs);
    expect(report.lostBy.SWEEP).toBeGreaterThan(0);
  });
});
