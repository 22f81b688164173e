import type { Link } from "../ledger/link.ts";
import type { SyncJob } from "./job.ts";

/** What one account's Drive told. */
export interface Noticed {
  readonly account: string;
  /** Page token that was asked with; "" on the very first time. */
  readonly from: string;
  readonly next: string;
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

export interface Decision {
  /** In an order that lets no bureau wait behind all the spreadsheets of another. */
  readonly jobs: readonly SyncJob[];
  readonly suspend: readonly { readonly link: Link; readonly account: string }[];
}

/**
 * States in which a change on the sheet is worth a look: a braked spreadsheet may have been put right by its clerk, a
 * suspended one shared again; the pass finds out.
 */
const looksAtSheet = new Set(["ACTIVE", "BRAKED", "UNREACHABLE"]);
const mayBeSuspended = new Set(["ACTIVE", "BRAKED"]);

/** Pure: from what was noticed to what is to be done. Files that are linked to no unit are not ours. */
export function decide(given: {
  readonly answers: readonly Noticed[];
  readonly dirty: readonly string[];
  readonly links: ReadonlyMap<string, Link>;
  readonly nowMs: number;
}): Decision {
  const { answers, dirty, links, nowMs } = given;
  const jobs = new Map<string, SyncJob>();
  const suspend: { link: Link; account: string }[] = [];
  const changedSomewhere = new Set(answers.flatMap(({ changed }) => changed));

  for (const { spreadsheetId, cause } of oneOfEach(answers)) {
    const link = links.get(spreadsheetId);
    if (link === undefined || !looksAtSheet.has(link.state)) continue;
    jobs.set(spreadsheetId, { spreadsheetId, priority: "CHANGE", noticedAtMs: nowMs, cause });
  }
  for (const { account, gone } of answers) {
    for (const spreadsheetId of gone) {
      const link = links.get(spreadsheetId);
      // What a person has stopped stays so: whether the file can be reached shows when they let it go on.
      if (link === undefined || !mayBeSuspended.has(link.state) || changedSomewhere.has(spreadsheetId)) continue;
      suspend.push({ link, account });
    }
  }
  for (const spreadsheetId of dirty) {
    if (jobs.has(spreadsheetId) || links.get(spreadsheetId)?.state !== "ACTIVE") continue;
    jobs.set(spreadsheetId, { spreadsheetId, priority: "CHANGE", noticedAtMs: nowMs, cause: `store ${nowMs}` });
  }
  return { jobs: inTurns([...jobs.values()], links), suspend };
}

/**
 * The first change of every account, then the second of every account, and so on: each account has a quota of its own,
 * and workers that all wait for one of them leave the others unused.
 */
function* oneOfEach(
  answers: readonly Noticed[],
): Generator<{ readonly spreadsheetId: string; readonly cause: string }> {
  const longest = Math.max(0, ...answers.map(({ changed }) => changed.length));
  for (let i = 0; i < longest; i++) {
    for (const { account, from, changed } of answers) {
      const spreadsheetId = changed[i];
      if (spreadsheetId !== undefined) yield { spreadsheetId, cause: `${account} ${from}` };
    }
  }
}

/** The first job of every unit, then the second of every unit, and so on. */
export function inTurns(jobs: readonly SyncJob[], links: ReadonlyMap<string, Link>): readonly SyncJob[] {
  const turns = new Map<string, number>();
  return jobs
    .map((job) => {
      const unit = links.get(job.spreadsheetId)?.unit ?? "";
      const turn = turns.get(unit) ?? 0;
      turns.set(unit, turn + 1);
      return { job, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ job }) => job);
}
