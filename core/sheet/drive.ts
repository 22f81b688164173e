/** What the engine asks of an account's file storage: which files changed, and a doorbell for the next change. */

export interface DriveChanges {
  /** Ids of files that are there and were touched. One entry is the state of a file, not a log of its edits. */
  readonly changed: readonly string[];
  /** Ids of files that were deleted, put into the bin, or are no longer shared with this account. */
  readonly gone: readonly string[];
  /** Where the next call goes on. Tokens do not expire (Drive API, "Retrieve changes"). */
  readonly next: string;
  /** True: there are more changes already, ask again with `next`. */
  readonly more: boolean;
}

export interface Channel {
  readonly id: string;
  readonly resourceId: string;
  readonly expiresAtMs: number;
}

export interface ChannelRequest {
  readonly id: string;
  /** Comes back in a header with every ring. */
  readonly token: string;
  readonly url: string;
  readonly expiresAtMs: number;
  readonly pageToken: string;
}

/** Errors of every method: AppError as those of Sheet. */
export interface Drive {
  startPageToken(): Promise<string>;
  /** One request, at most 1,000 changes. `spreadsheet.rejected` when the token is not one of this account's. */
  listChanges(pageToken: string): Promise<DriveChanges>;
  watch(request: ChannelRequest): Promise<Channel>;
  /** A channel that is gone already counts as stopped. */
  stop(channel: Pick<Channel, "id" | "resourceId">): Promise<void>;
}
