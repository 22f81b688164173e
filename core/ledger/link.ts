import * as z from "zod/mini";
import { kindNames } from "./kind.ts";

export const spreadsheetStates = ["ACTIVE", "BRAKED", "QUARANTINED", "UNREACHABLE", "PAUSED"] as const;
export type SpreadsheetState = (typeof spreadsheetStates)[number];

/** LIVE is synced. ARCHIVE holds what was, SUMMARY what is counted elsewhere, IGNORED is no ledger: all three are only looked at. */
export const tabRoles = ["LIVE", "ARCHIVE", "SUMMARY", "IGNORED"] as const;

/** What is remembered of a tab between passes. */
const tabBindingSchema = z.object({
  tabId: z.int(),
  title: z.string(),
  kind: z.enum(kindNames),
  role: z.enum(tabRoles),
  /** field -> header text at the last good pass: a field that vanishes from the header is noticed. */
  headers: z.record(z.string(), z.string()),
  rows: z.int(),
  /** Digest of what is odd about the tab itself, e.g. a 合计 that does not add up; "" when nothing is. */
  oddities: z.string(),
});
export type TabBinding = z.infer<typeof tabBindingSchema>;

/** A spreadsheet tied to a unit. */
export const linkSchema = z.object({
  format: z.literal(1),
  spreadsheetId: z.string(),
  unit: z.string(),
  title: z.nullable(z.string()),
  state: z.enum(spreadsheetStates),
  /** Chinese: why it is not ACTIVE. */
  reason: z.nullable(z.string()),
  /** The braked pass that a person has allowed to go on. */
  releasedPass: z.nullable(z.string()),
  /** The braked pass, while BRAKED. */
  brakedPass: z.nullable(z.string()),
  tabs: z.array(tabBindingSchema),
  /** The bureau's own headers: normalised header -> field, per kind; `""` marks a header as private. */
  aliases: z.record(z.string(), z.record(z.string(), z.string())),
  /** tab -> the role a person gave it; it stands over whatever title and content say. */
  tabRoles: z.optional(z.record(z.string(), z.enum(tabRoles))),
  referenceDate: z.nullable(z.string()),
  createdAt: z.string(),
  lastPass: z.nullable(z.string()),
  revision: z.int().check(z.minimum(1)),
});
export type Link = z.infer<typeof linkSchema>;

const passOutcomes = ["DONE", "NOTHING", "BRAKED", "QUARANTINED", "UNREACHABLE", "FAILED"] as const;

/** One run over one spreadsheet, as people see it. */
export const passRecordSchema = z.object({
  id: z.string(),
  spreadsheetId: z.string(),
  startedAt: z.string(),
  finishedAt: z.nullable(z.string()),
  rowsRead: z.int(),
  toStore: z.int(),
  toSheet: z.int(),
  conflicts: z.int(),
  problems: z.int(),
  outcome: z.enum(passOutcomes),
  /** The brake's or failure's reason, Chinese. */
  reason: z.nullable(z.string()),
  requests: z.object({ read: z.int(), write: z.int() }),
});
export type PassRecord = z.infer<typeof passRecordSchema>;

/**
 * What a pass is about to do to the sheet, stored before it does: a crash between a write and its verification must
 * not let a value that landed in the wrong row pass for a clerk's edit, nor hand out a code twice.
 */
export const journalSchema = z.object({
  passId: z.string(),
  fence: z.int(),
  /** Codes handed out to rows that had none; an item exists only once its code is in the sheet. */
  allotted: z.array(z.object({ code: z.string(), kind: z.enum(kindNames), tabId: z.int() })),
  /** Items stored before the base knew of it: until it does, a row that looks as agreed may be a row put back. */
  stored: z._default(z.array(z.string()), []),
  /** Cell writes sent and not yet verified. `before`: digest of the text to be replaced; absent in older records, like times. */
  writes: z.array(
    z.object({
      tabId: z.int(),
      code: z.string(),
      field: z.string(),
      text: z.string(),
      before: z.optional(z.string()),
      atMs: z.optional(z.number()),
    }),
  ),
  /**
   * Cells that changed lately, by our writes or by a clerk, with the digest of the text that was replaced: a read that
   * shows that text again is either old or a clerk's undo.
   */
  recent: z.array(
    z.object({
      code: z.string(),
      field: z.string(),
      before: z.string(),
      atMs: z.optional(z.number()),
      /** Of older records, which believed the second read whenever it came. */
      doubted: z.optional(z.boolean()),
    }),
  ),
});
export type Journal = z.infer<typeof journalSchema>;
