import type { PassRecord } from "../ledger/link.ts";
import type { SpreadsheetReading } from "./reading.ts";

/** What callers (API, command line, workers) may ask of the sync engine. */

/** One planned change, in words a person can check. */
export interface PlanLine {
  readonly action:
    | "CREATE_ITEM"
    | "UPDATE_ITEM"
    | "MARK_MISSING"
    | "ARCHIVE_ITEM"
    | "REVIVE_ITEM"
    | "WRITE_CODE"
    | "WRITE_CELL"
    | "INSERT_ROW"
    | "ADD_COLUMN"
    | "NOTE"
    | "CONFLICT"
    | "PROBLEM";
  readonly tab: string;
  /** A1 cell, null when the row is not in the sheet yet. */
  readonly cell: string | null;
  readonly code: string | null;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Chinese; for problems and conflicts. */
  readonly message: string | null;
}

export interface Brake {
  readonly reason: "HEADER_GONE" | "CODES_GONE" | "ROWS_MISSING" | "ALL_CHANGED" | "TAB_GONE" | "FOREIGN_CODES";
  /** Chinese, with the figures. */
  readonly message: string;
}

/** The very plan a run would execute now. Counts cover everything; `lines` holds the first of each action. */
export interface PlanPreview {
  readonly spreadsheetId: string;
  readonly rowsRead: number;
  readonly toStore: number;
  readonly toSheet: number;
  readonly conflicts: number;
  readonly problems: number;
  readonly brake: Brake | null;
  readonly lines: readonly PlanLine[];
}

/** Throws AppError for what stops a whole pass; `lease.held` when another worker is at it. */
export interface Sync {
  preview(spreadsheetId: string): Promise<PlanPreview>;
  run(spreadsheetId: string): Promise<PassRecord>;
  /** Says in the sheet of a paused spreadsheet that it is paused; nothing else is touched. */
  tellPaused(spreadsheetId: string): Promise<void>;
  /** What is recognised now: one request to Google, nothing stored. */
  read(spreadsheetId: string): Promise<SpreadsheetReading>;
}
