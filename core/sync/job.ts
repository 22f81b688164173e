import * as z from "zod/mini";

/** Who waits for a pass: a person who pressed a button, a change that was noticed, or nobody in particular. */
export const priorities = ["INTERACTIVE", "CHANGE", "SWEEP"] as const;
export type Priority = (typeof priorities)[number];

/** A message on the queue: make one pass over this spreadsheet. */
export const syncJobSchema = z.object({
  spreadsheetId: z.string().check(z.minLength(1), z.maxLength(128)),
  priority: z.enum(priorities),
  /** A pass that began later than this has seen what the job is about. */
  noticedAtMs: z.int().check(z.nonnegative()),
  /** Two jobs of one spreadsheet with the same cause are one job. */
  cause: z.string().check(z.minLength(1), z.maxLength(300)),
});
export type SyncJob = z.infer<typeof syncJobSchema>;

/** First in, first out within a spreadsheet; at least once. */
export interface JobQueue {
  /** Resolves when all are durably queued; throws when any is not, and then some may be. */
  send(jobs: readonly SyncJob[]): Promise<void>;
}
