import type { Log, LogFields } from "../core/log.ts";

/** A log for people: `09:12:03 pass unit=qh-haixi outcome=DONE …`, one line an event. */
export function makeLineLog(write: (line: string) => void, nowMs: () => number, debug: boolean): Log {
  const line = (level: string, event: string, fields: LogFields = {}) => {
    const time = new Date(nowMs()).toISOString().slice(11, 19);
    const details = Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => `${name}=${value}`);
    write([time, ...(level === "info" ? [] : [level]), event, ...details].join(" "));
  };
  return {
    error: (event, fields) => line("ERROR", event, fields),
    info: (event, fields) => line("info", event, fields),
    debug: (event, fields) => {
      if (debug) line("debug", event, fields);
    },
  };
}
