import { z } from "zod";
import type { Fault } from "./faults.ts";
import type { Google } from "./google.ts";
import { cautiousSwitches } from "./switches.ts";

/**
 * The admin paths, for this machine only: faults, switches, quotas, clock, undo.
 *   GET|PATCH /local/switches · GET|PATCH /local/quotas · GET|POST|DELETE /local/faults · POST /local/clock {advanceMs}
 *   POST /local/spreadsheets/<id>/undo {user} · GET /local/spreadsheets
 */

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const status = z.enum([
  "INVALID_ARGUMENT",
  "UNAUTHENTICATED",
  "PERMISSION_DENIED",
  "NOT_FOUND",
  "ABORTED",
  "RESOURCE_EXHAUSTED",
  "INTERNAL",
  "UNAVAILABLE",
]);

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

const faultShape = z.strictObject({
  kind: z.enum(["failBefore", "failAfter", "delay", "stale", "dropChange", "act"]),
  method: z.string().max(200).refine(isPattern, "must be a regular expression").optional(),
  spreadsheetId: z.string().max(200).optional(),
  user: z.string().max(200).optional(),
  after: z.int().min(0).optional(),
  times: z.int().min(1).optional(),
  status: status.optional(),
  reason: z.enum(["rateLimitExceeded", "userRateLimitExceeded"]).optional(),
  ms: z.int().min(0).max(600_000).optional(),
  when: z.enum(["before", "after"]).optional(),
  as: z.string().max(200).optional(),
  requests: z
    .array(z.strictObject({ method: z.string(), path: z.string(), body: z.unknown().optional() }))
    .max(100)
    .optional(),
});

const switchShape = z
  .strictObject({
    metadataFollowsSort: z.boolean(),
    metadataFollowsCutPaste: z.boolean(),
    undoRestoresMetadata: z.boolean(),
    duplicateSheetCopiesMetadata: z.boolean(),
    fileCopyKeepsMetadata: z.boolean(),
    dataFilterWithoutMatch: z.enum(["omit", "empty", "fail"]),
    metadataIdInUse: z.enum(["INVALID_ARGUMENT", "ALREADY_EXISTS"]),
    metadataUpdateWithoutMatch: z.enum(["empty", "fail"]),
    updatedDataExtent: z.enum(["range", "written"]),
    skippedWriteAnswers: z.boolean(),
    findReplaceMatches: z.enum(["shown", "stored"]),
    findReplaceCountsIdentical: z.boolean(),
    findReplaceParsesReplacement: z.boolean(),
    findReplaceInHiddenRows: z.boolean(),
    changeDelayMs: z.int().min(0),
    staleReadMs: z.int().min(0),
    quotaUserSplitsQuota: z.boolean(),
    validationStopsApi: z.boolean(),
    protectionStopsApi: z.boolean(),
    mergedCellsKeepValues: z.boolean(),
    tablesGrowAtTheirEnd: z.boolean(),
    tableRowsArePreset: z.boolean(),
  })
  .partial();

const quotaShape = z
  .strictObject({
    enabled: z.boolean(),
    readPerMinute: z.int().min(0),
    writePerMinute: z.int().min(0),
    readPerMinutePerUser: z.int().min(0),
    writePerMinutePerUser: z.int().min(0),
  })
  .partial();

function parse<T>(shape: z.ZodType<T>, text: string, use: (value: T) => Answer): Answer {
  let json: unknown;
  try {
    json = text === "" ? {} : JSON.parse(text);
  } catch {
    return { status: 400, body: { error: "not JSON" } };
  }
  const read = shape.safeParse(json);
  return read.success ? use(read.data) : { status: 400, body: { error: z.prettifyError(read.error) } };
}

const ok = (body: unknown): Answer => ({ status: 200, body });

function spreadsheets(google: Google): Answer {
  const files = [...google.store.files.values()].filter((file) => file.state !== undefined);
  return ok({
    spreadsheets: files.map(({ id, name, owner, current }) => ({ id, title: name, owner, version: current.version })),
  });
}

/** Answers one admin request; 404 for anything else. */
export function handleLocal(google: Google, method: string, path: string, body: string): Answer {
  const undo = /^\/local\/spreadsheets\/([^/]+)\/undo$/.exec(path);
  if (undo !== null && method === "POST") {
    return parse(z.strictObject({ user: z.string().min(1) }), body, ({ user }) => {
      const done = google.undo(undo[1]!, user.includes("@") ? user : `${user}@local.test`);
      return { status: done ? 200 : 409, body: { undone: done } };
    });
  }
  switch (`${method} ${path}`) {
    case "GET /local/spreadsheets":
      return spreadsheets(google);
    case "GET /local/switches":
      return ok({ switches: google.switches, cautious: cautiousSwitches });
    case "PATCH /local/switches":
      return parse(switchShape, body, (changes) => ok({ switches: Object.assign(google.switches, changes) }));
    case "GET /local/quotas":
      return ok(google.quotas);
    case "PATCH /local/quotas":
      return parse(quotaShape, body, (changes) => ok(Object.assign(google.quotas, changes)));
    case "GET /local/faults":
      return ok({ faults: google.faults.list(), acted: google.faults.acted });
    case "POST /local/faults":
      return parse(faultShape, body, (fault) => ok({ id: google.faults.add(fault as Fault) }));
    case "DELETE /local/faults":
      google.faults.clear();
      return { status: 204, body: undefined };
    case "POST /local/clock":
      return parse(z.strictObject({ advanceMs: z.int().min(0) }), body, ({ advanceMs }) => {
        google.clockOffsetMs += advanceMs;
        google.tick();
        return ok({ now: google.now() });
      });
    default:
      return { status: 404, body: { error: "no such local path" } };
  }
}
