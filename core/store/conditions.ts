import type { Condition } from "./table-client.ts";

/** Every condition of a write, by name. */

export const mustNotExist: Condition = { kind: "absent", attribute: "pk" };

/** 0: it must not exist. */
export const ifRevision = (revision: number): Condition =>
  revision === 0 ? mustNotExist : { kind: "equal", attribute: "revision", value: revision };

/** The revision, and room on the row for new history entries. */
export const ifRevisionWithRoom = (revision: number, entries: number, chars: number): Condition => ({
  kind: "all",
  of: [
    ifRevision(revision),
    { kind: "sizeAtMost", attribute: "changes", value: entries },
    { kind: "atMost", attribute: "changeChars", value: chars },
  ],
});

/** Nobody with a newer fence has written it. */
export const ifFenceNotPassed = (attribute: "fence" | "journalFence", fence: number): Condition => ({
  kind: "any",
  of: [
    { kind: "absent", attribute },
    { kind: "atMost", attribute, value: fence },
  ],
});

/** Nobody with a newer fence holds the lease or has written the journal. */
export const ifJournalNotPassed = (fence: number): Condition => ({
  kind: "all",
  of: [ifFenceNotPassed("fence", fence), ifFenceNotPassed("journalFence", fence)],
});

/** Free, run out, or held by the same owner, who thereby fences off an older self. */
export const ifLeaseOpenTo = (owner: string, nowMs: number): Condition => ({
  kind: "any",
  of: [
    { kind: "absent", attribute: "holder" },
    { kind: "atMost", attribute: "expiresAtMs", value: nowMs },
    { kind: "equal", attribute: "holder", value: owner },
  ],
});

export const ifLeaseStillOurs = (owner: string, fence: number): Condition => ({
  kind: "all",
  of: [
    { kind: "equal", attribute: "holder", value: owner },
    { kind: "equal", attribute: "fence", value: fence },
  ],
});

export const always: Condition = { kind: "all", of: [] };
