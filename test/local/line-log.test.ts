import { expect, it } from "vitest";
import { makeLineLog } from "../../local/line-log.ts";

function logged(debug: boolean): { readonly log: ReturnType<typeof makeLineLog>; readonly lines: string[] } {
  const lines: string[] = [];
  return {
    log: makeLineLog(
      (line) => lines.push(line),
      () => "09:12:03",
      debug,
    ),
    lines,
  };
}

const pass = {
  pass: "01HF",
  spreadsheet: "1AbC",
  unit: "qh-haixi",
  outcome: "DONE",
  rows: 31,
  toStore: 2,
  toSheet: 3,
  conflicts: 0,
  problems: 0,
  reads: 1,
  writes: 1,
  ms: 70,
};

it("[B14] a pass is one line; a quiet one says so; a braked one says where the reason is", () => {
  const { log, lines } = logged(false);
  log.info("pass", pass);
  log.info("pass", { ...pass, conflicts: 1, problems: 4 });
  log.info("pass", { ...pass, outcome: "NOTHING", toStore: 0, toSheet: 0, writes: 0 });
  log.info("pass", { ...pass, outcome: "BRAKED", toStore: 0, toSheet: 0, writes: 0 });
  expect(lines).toEqual([
    "09:12:03 pass qh-haixi: 31 rows, 2 to store, 3 to sheet, 1 read, 1 write, 70 ms",
    "09:12:03 pass qh-haixi: 31 rows, 2 to store, 3 to sheet, 1 conflict, 4 unreadable cells, 1 read, 1 write, 70 ms",
    "09:12:03 pass qh-haixi: 31 rows, quiet, 1 read, 0 writes, 70 ms",
    "09:12:03 pass qh-haixi: 31 rows, BRAKED (why: npm run bureau -- list), 1 read, 0 writes, 70 ms",
  ]);
});

it("[B14] what the line of a pass tells anyway is not told again; everything else is, and errors stand out", () => {
  const { log, lines } = logged(false);
  log.info("changes.noticed", { jobs: 1, suspended: 0 });
  log.info("job.done", { spreadsheetId: "1AbC", outcome: "DONE" });
  log.info("sweep.queued", { jobs: 8 });
  log.debug("job.seen", { spreadsheetId: "1AbC" });
  log.info("rollup.done", { counted: 1, folded: 3, changed: 2, ms: 40 });
  log.info("summary.done", { written: 1, unchanged: 0, failed: 0 });
  log.info("spreadsheet.suspended", { spreadsheetId: "1AbC", account: null });
  log.error("job.failed", { code: "bug" });
  expect(lines).toEqual([
    "09:12:03 rollup: 1 unit counted, 2 changed, 40 ms",
    "09:12:03 summary: 1 spreadsheet written",
    "09:12:03 spreadsheet.suspended spreadsheetId=1AbC",
    "09:12:03 ERROR job.failed code=bug",
  ]);
});

it("[B14] DEBUG shows every event with all its fields", () => {
  const { log, lines } = logged(true);
  log.info("sweep.queued", { jobs: 8 });
  log.info("rollup.done", { counted: 1, ms: 40 });
  log.debug("job.seen");
  expect(lines).toEqual([
    "09:12:03 sweep.queued jobs=8",
    "09:12:03 rollup.done counted=1 ms=40",
    "09:12:03 debug job.seen",
  ]);
});
