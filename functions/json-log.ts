import type { Log, LogFields } from "../core/log.ts";

/** One JSON object a line, as CloudWatch's metric filters read it (`$.event`). Debug lines only when asked for. */
export function makeJsonLog(write: (line: string) => void, nowMs: () => number, debug = false): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ timestamp: new Date(nowMs()).toISOString(), level, event, ...fields }));
  return { error: line("ERROR"), info: line("INFO"), debug: debug ? line("DEBUG") : () => {} };
}
