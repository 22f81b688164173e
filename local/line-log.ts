import type { Log, LogFields } from "../core/log.ts";

/**
 * The log of `npm start`, for people: one line a pass, in words. What tells nothing beside those lines is left to
 * `DEBUG=1`, which shows every event with all its fields instead.
 */
export function makeLineLog(write: (line: string) => void, timeOfDay: () => string, debug: boolean): Log {
  const line = (level: string, text: string) =>
    write([timeOfDay(), ...(level === "info" ? [] : [level]), text].join(" "));
  return {
    error: (event, fields) => line("ERROR", plain(event, fields)),
    info: (event, fields) => {
      if (debug) line("info", plain(event, fields));
      else if (!beside.has(event)) line("info", words[event]?.(fields ?? {}) ?? plain(event, fields));
    },
    debug: (event, fields) => {
      if (debug) line("debug", plain(event, fields));
    },
  };
}

/** Said again by the line of the pass that follows. */
const beside: ReadonlySet<string> = new Set(["job.done", "changes.noticed", "sweep.queued"]);

const words: Readonly<Record<string, (fields: LogFields) => string>> = {
  pass: ({ unit, outcome, rows, reads, writes, ms, ...counts }) =>
    `pass ${unit}: ${[counted(rows, "row"), ...whatPass(outcome, counts), counted(reads, "read"), counted(writes, "write"), `${ms} ms`].join(", ")}`,
  "rollup.done": ({ counted: units, changed, ms }) =>
    `rollup: ${counted(units, "unit")} counted, ${changed} changed, ${ms} ms`,
  "summary.done": ({ written }) => `summary: ${counted(written, "spreadsheet")} written`,
};

function whatPass(outcome: LogFields[string], { toStore, toSheet, conflicts, problems }: LogFields): string[] {
  if (outcome === "NOTHING") return ["quiet"];
  if (outcome !== "DONE") return [`${outcome} (why: npm run bureau -- list)`];
  return [
    `${toStore} to store`,
    `${toSheet} to sheet`,
    ...some(conflicts, "conflict"),
    ...some(problems, "unreadable cell"),
  ];
}

const some = (count: LogFields[string], what: string) => (count === 0 ? [] : [counted(count, what)]);

const counted = (count: LogFields[string], what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

function plain(event: string, fields: LogFields = {}): string {
  const details = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${value}`);
  return [event, ...details].join(" ");
}
