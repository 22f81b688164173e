import type { SpreadsheetState } from "./state.ts";

/** A Drive file and, when it is a spreadsheet, its content. Content values never change; the record holds the newest. */

export const spreadsheetType = "application/vnd.google-apps.spreadsheet";

export interface Permission {
  readonly id: string;
  readonly type: "user" | "group" | "domain" | "anyone";
  readonly role: "owner" | "organizer" | "fileOrganizer" | "writer" | "commenter" | "reader";
  readonly emailAddress?: string;
  readonly domain?: string;
}

/** What Drive shows of the newest edits; it may lag behind them. */
export interface Shown {
  readonly modifiedAt: number;
  readonly version: number;
  readonly modifiedBy: string;
}

export interface Past {
  readonly at: number;
  readonly user: string;
  readonly state: SpreadsheetState;
}

export interface FileRecord {
  readonly id: string;
  name: string;
  readonly mimeType: string;
  readonly createdAt: number;
  readonly owner: string;
  permissions: readonly Permission[];
  parents: readonly string[];
  trashed: boolean;
  description?: string;
  appProperties?: Readonly<Record<string, string>>;
  properties?: Readonly<Record<string, string>>;
  state: SpreadsheetState | undefined;
  /** The truth, and what the change feed has published of it. */
  current: Shown;
  shown: Shown;
  /** Position in the change log of the newest published change; 0 before the first. */
  changeSeq: number;
  /** When the first unpublished edit happened. */
  pendingSince?: number;
  /** People who lost access: position in the log. */
  lost: Readonly<Record<string, number>>;
  deletedSeq?: number;
  /** Newest last; for undo and for stale reads. Not kept over a restart. */
  past: Past[];
}

/** Earlier contents kept per spreadsheet; they share what they have in common. */
export const pastLimit = 100;
