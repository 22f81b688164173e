/**
 * Every failure that people or programs are told about, once: the code is what they switch on, so it never changes.
 * A bug is not in this table: it throws a plain Error and ends in the log as an error.
 */
const errorTable = {
  "spreadsheet.notLinked": { retryable: false, meaning: "No unit is linked to this spreadsheet." },
  "spreadsheet.unreachable": {
    retryable: false,
    meaning: "Google answers that the file is gone or not shared with the account.",
  },
  "spreadsheet.rejected": {
    retryable: false,
    meaning: "Google refuses the request as invalid: the plan no longer fits the spreadsheet.",
  },
  "spreadsheet.changed": {
    retryable: true,
    meaning: "The spreadsheet changed under the pass; a fresh read is needed.",
  },
  "google.quota": { retryable: true, meaning: "Google's per-minute quota is used up; nothing was applied." },
  "google.unavailable": {
    retryable: true,
    meaning: "Google did not answer properly; the request may or may not have been applied.",
  },
  "google.unauthorized": { retryable: false, meaning: "Google does not accept the credentials." },
  "lease.held": { retryable: true, meaning: "Another worker is syncing this spreadsheet." },
  "lease.lost": { retryable: true, meaning: "This worker took longer than its lease and must stop." },
  "item.stale": { retryable: true, meaning: "The item was changed by somebody else since it was read." },
  "item.tooLarge": { retryable: false, meaning: "The item would exceed what one database item may hold." },
  "cursor.malformed": { retryable: false, meaning: "The page cursor is not one that this list has given." },
  "store.unavailable": { retryable: true, meaning: "The database did not answer properly." },
  "store.format": { retryable: false, meaning: "A stored record has a format this version cannot read." },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** An expected failure of a whole pass or request. `detail` is English, for developers, and never holds cell values. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  constructor(code: ErrorCode, detail: string, options?: { cause?: unknown }) {
    super(`${code}: ${detail}`, options);
    this.name = "AppError";
    this.code = code;
    this.retryable = errorTable[code].retryable;
  }
}

export function meaningOf(code: ErrorCode): string {
  return errorTable[code].meaning;
}
