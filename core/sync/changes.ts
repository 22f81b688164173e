import { AppError } from "../errors.ts";
import type { World } from "../ledger/code.ts";
import type { Link } from "../ledger/link.ts";
import type { Log } from "../log.ts";
import type { Drive, DriveChanges } from "../sheet/drive.ts";
import type { Store, StoreRecord } from "../store/store.ts";
import { homeOf } from "./account-home.ts";
import { decide, type Noticed } from "./decide.ts";
import { getFinished, isWorthAPass, waitingItems } from "./finished.ts";
import type { JobQueue } from "./job.ts";

/**
 * Who changed since last time, on either side, and one job for each of them. When nothing did, this costs one request
 * to Drive per account and one query of the store.
 */
export interface Changes {
  /** @param accounts those whose Drive is asked; absent: all of them, and the store too. */
  notice(accounts?: readonly string[]): Promise<{ readonly jobs: number; readonly suspended: number }>;
}

export interface ChangesDeps {
  readonly store: Store;
  readonly drive: (account: string) => Promise<Drive>;
  readonly accounts: readonly string[];
  readonly queue: JobQueue;
  readonly world: World;
  readonly log: Log;
}

const tokenPartition = "drive-page";
/** Pages of changes taken in one tick; the rest waits for the next one. */
const pagesPerTick = 20;
/** From here on, one query for all links is cheaper than one read each. */
const manyIds = 100;
/** A job that has not begun after this long is queued once more. */
const againAfterMs = 30 * 60_000;

export function makeChanges({ store, drive, accounts, queue, world, log }: ChangesDeps): Changes {
  /** The last page token of each account as this process knows it; another process may have gone further. */
  let tokens: Map<string, StoreRecord> | null = null;
  /** By spreadsheet: when this process queued its newest job. */
  const queued = new Map<string, number>();

  async function loadTokens(): Promise<Map<string, StoreRecord>> {
    const { rows } = await store.listRecords(tokenPartition, { first: 100 });
    return new Map(rows.map((record) => [record.key, record]));
  }

  async function save(account: string, token: string): Promise<void> {
    const known = tokens?.get(account);
    const written = await store.putRecord(
      { partition: tokenPartition, key: account, value: token, expiresAt: null },
      known?.revision ?? 0,
    );
    // Somebody else noticed the same changes and was first: their token is as good.
    const record = written.ok ? written.value : written.current;
    if (record === null) tokens = null;
    else tokens?.set(account, record);
  }

  async function ask(account: string): Promise<DriveChanges & { readonly from: string }> {
    const api = await drive(account);
    const from = tokens?.get(account)?.value;
    if (from === undefined) {
      return { from: "", changed: [], gone: [], next: await api.startPageToken(), more: false };
    }
    const changed = new Set<string>();
    const gone = new Set<string>();
    let next = from;
    try {
      for (let page = 0; page < pagesPerTick; page++) {
        const answer = await api.listChanges(next);
        for (const id of answer.changed) {
          changed.add(id);
          gone.delete(id);
        }
        for (const id of answer.gone) {
          gone.add(id);
          changed.delete(id);
        }
        next = answer.next;
        if (!answer.more) break;
      }
    } catch (error) {
      if (!(error instanceof AppError && error.code === "spreadsheet.rejected")) throw error;
      log.error("drive.tokenRefused", { account });
      next = await api.startPageToken(); // What happened in between is found by the sweep.
    }
    return { from, changed: [...changed], gone: [...gone], next, more: false };
  }

  async function linksOf(ids: readonly string[]): Promise<ReadonlyMap<string, Link>> {
    const links =
      ids.length > manyIds ? await store.listLinks() : await Promise.all(ids.map((id) => store.getLink(id)));
    return new Map(links.flatMap((link) => (link === null ? [] : [[link.spreadsheetId, link] as const])));
  }

  /**
   * Not while a job waits that has not begun: in a rush there would soon be one for each minute. Nor for items for which
   * the last pass found no row in the sheet, unless they have changed since. What waits is asked again at each tick.
   */
  async function worthAPass(spreadsheetId: string): Promise<boolean> {
    const finished = await getFinished(store, spreadsheetId);
    const queuedAtMs = queued.get(spreadsheetId);
    if (queuedAtMs !== undefined && (finished?.startedAtMs ?? 0) < queuedAtMs) return false;
    const left = finished?.left ?? null;
    return left === null || isWorthAPass(await waitingItems(store, spreadsheetId), left);
  }

  async function suspend(link: Link, account: string): Promise<void> {
    // With several accounts, losing one is not losing all: a pass tries the others and decides.
    const home = accounts.length > 1 ? await homeOf(store, link.spreadsheetId) : account;
    if (home !== account) return;
    const reason = "表格已被删除，或不再与系统账号共享；数据原样保留，重新共享后自动恢复";
    await store.putLink({ ...link, state: "UNREACHABLE", reason, brakedPass: null }, link.revision);
    log.info("spreadsheet.suspended", { spreadsheetId: link.spreadsheetId, account });
  }

  return {
    async notice(only) {
      const nowMs = world.nowMs();
      tokens ??= await loadTokens();
      const asked = await Promise.allSettled(
        (only ?? accounts).map(async (account) => ({ account, ...(await ask(account)) })),
      );
      const answers: Noticed[] = [];
      const failures: unknown[] = [];
      for (const each of asked) each.status === "fulfilled" ? answers.push(each.value) : failures.push(each.reason);
      const dirty = only === undefined ? await store.listDirtySpreadsheets() : [];
      const ids = [...new Set([...answers.flatMap(({ changed, gone }) => [...changed, ...gone]), ...dirty])];
      const links = await linksOf(ids);
      for (const [id, atMs] of queued) if (nowMs - atMs >= againAfterMs) queued.delete(id);
      const waiting = (
        await Promise.all(dirty.map(async (id) => (links.has(id) && (await worthAPass(id)) ? [id] : [])))
      ).flat();

      const { jobs, suspend: lost } = decide({ answers, dirty: waiting, links, nowMs });
      for (const { link, account } of lost) await suspend(link, account);
      await queue.send(jobs);
      for (const { spreadsheetId } of jobs) queued.set(spreadsheetId, nowMs);
      // Only now: a crash before this line notices the same changes once more, never less.
      for (const { account, from, next, changed, gone } of answers) {
        if (from === "" || changed.length + gone.length > 0) await save(account, next);
      }
      if (jobs.length + lost.length > 0) {
        log.info("changes.noticed", { jobs: jobs.length, suspended: lost.length });
      }
      if (failures.length > 0) throw failures[0]; // After the others were served.
      return { jobs: jobs.length, suspended: lost.length };
    },
  };
}
