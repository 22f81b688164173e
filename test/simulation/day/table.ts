import type { Day, DayOptions } from "./day.ts";
import { reportOf, type Spread } from "./report.ts";

/** A day as lines of Markdown tables. */
export function dayTable(options: DayOptions, day: Day): readonly string[] {
  const { editToStore, shownToStore, storeToSheet, lost, lostBy, commands, neverArrived } = reportOf(day);
  const { usage, events, deadlineMs, emptyAtMs } = day;
  const waits: readonly (readonly [what: string, waits: Spread])[] = [
    ["edit in a sheet → store", editToStore.ordinary],
    ["… in the rush", editToStore.rush],
    ["Google tells of the edit → store", shownToStore.ordinary],
    ["… in the rush", shownToStore.rush],
    ["change through the API → sheet", storeToSheet.ordinary],
    ["… in the rush", storeToSheet.rush],
    ["edit that Google never tells of → store", lost],
    ["a person's own sync, in the rush and after it", commands],
  ];
  const { busiest } = usage;
  const facts: readonly (readonly [what: string, count: string | number])[] = [
    ["bureaus · service accounts", `${options.bureaus} · ${options.accounts}`],
    ["reads · writes · requests to Drive", `${usage.reads} · ${usage.writes} · ${usage.drive}`],
    [
      "busiest minute of the project, reads · writes (300 each)",
      `${busiest.readsOfProject} · ${busiest.writesOfProject}`,
    ],
    [
      "busiest minute of an account, reads · writes (60 each)",
      `${busiest.readsOfAccount} · ${busiest.writesOfAccount}`,
    ],
    ["refused by Google (429)", usage.refused],
    [
      "queue empty again after the deadline, minutes",
      emptyAtMs === null ? "never" : ((emptyAtMs - deadlineMs) / 60_000).toFixed(1),
    ],
    ["most messages waiting", day.longestQueue],
    ["lost entries brought by the sweep · by a later change", `${lostBy.SWEEP} · ${lost.count - lostBy.SWEEP}`],
    ["changes that never arrived", neverArrived],
    [
      "commands met by a pass at work · workers killed · failed polls and sweeps · dead letters",
      [day.refusedCommands, day.killedWorkers, day.failedTicks, day.deadLetters].join(" · "),
    ],
    ["passes that found something · nothing", `${events["pass DONE"] ?? 0} · ${events["pass NOTHING"] ?? 0}`],
  ];
  return [
    "| | changes | median | p95 | longest |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...waits.map(([what, { count, median, p95, longest }]) =>
      row([what, count, ...[median, p95, longest].map(duration)]),
    ),
    "",
    "| | |",
    "| --- | ---: |",
    ...facts.map(([what, count]) => row([what, count])),
  ];
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

function duration(ms: number | null): string {
  if (ms === null) return "–";
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7_200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
