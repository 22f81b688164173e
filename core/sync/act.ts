import { hash } from "node:crypto";
import { AppError } from "../errors.ts";
import type { Edited } from "../ledger/edit.ts";
import type { Journal } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import type { Sheet, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import type { Lease, Store } from "../store/store.ts";
import { bucketAfter, bucketOf, digestBucket, digestText, unknownDigest } from "./base.ts";
import { forEachOf, type ItemWriter } from "./commit.ts";
import type { Look } from "./look.ts";
import type { InsertAction, RoundPlan, RowAction } from "./plan.ts";
import { recheckField } from "./plan-row.ts";
import { makeTabWrite, planRepair, verify } from "./verify.ts";

/** The one place that acts. Order: journal, store, sheet, proof, base. A crash after any await leaves a state that the next pass finishes. */

export interface ActParts {
  readonly store: Store;
  readonly sheet: Sheet;
  readonly writer: ItemWriter;
  readonly lease: Lease;
  readonly passId: string;
  /** Which round of the pass this is, so that its token differs from the last round's. */
  readonly round: number;
  readonly resolveTopic: (text: string) => Promise<string | null>;
  /** Renews the lease when it is due; throws lease.lost. */
  readonly hold: () => Promise<void>;
}

export interface Acted {
  /** Something is left that needs a fresh look. */
  readonly again: boolean;
  /** Writes that landed elsewhere and were given back. */
  readonly repairs: number;
}

export async function act(parts: ActParts, looked: Look, plan: RoundPlan): Promise<Acted> {
  const { sheet, lease } = parts;
  await openJournal(parts, looked, plan);
  const stored = await storeFirst(parts, plan.rows);
  const ready = plan.rows.filter((action) => !stored.stale.has(action));

  const outcome = { again: stored.stale.size > 0, repairs: 0 };
  const verified = new Set<RowAction>(ready.filter((action) => action.writes.size === 0));
  for (const [table, actions] of writesByTable(ready)) {
    for (let from = 0; from < actions.length; from += rowsPerRequest) {
      await parts.hold();
      const batch = actions.slice(from, from + rowsPerRequest);
      const write = makeTabWrite(table, batch, looked.read);
      if (write === null) throw new AppError("spreadsheet.changed", `the header of tab ${table.tabId} has no anchor`);
      const verdict = verify(write, await sheet.writeRows(lease.spreadsheetId, table.tabId, write.rows), looked.read);
      for (const action of verdict.verified) verified.add(action);
      if (verdict.vanished.length > 0) outcome.again = true;
      if (verdict.misplaced.length > 0) {
        outcome.again = true;
        outcome.repairs += verdict.misplaced.length;
        await repair(parts, table, verdict.misplaced, looked);
      }
    }
  }
  await annotate(parts, [...verified], plan.inserts);
  const inserted = await insert(parts, plan.inserts);
  if (inserted) outcome.again = true;

  await forEachOf([...verified], itemsAtOnce, async (action) => {
    const create = stored.creates.get(action);
    if (create !== undefined) await parts.writer.put(null, create);
    else if (action.shown.size > 0 && action.before !== null) await parts.writer.settle(action.code, action.shown);
  });
  await advanceBase(parts, looked, plan.rows, verified);
  await closeJournal(parts, looked, plan, verified);
  if ([...verified].some((action) => action.shown.has("#code") && action.create === null)) outcome.again = true;
  return outcome;
}

/** Rows in one write, so that a request stays well below Google's advised 2 MB. */
const rowsPerRequest = 500;
/** Items written at the same time. */
const itemsAtOnce = 8;
/** Codes remembered as handed out although no row shows them; a request that Google answered late may still bring one. */
const allottedKept = 2_000;
const recentKept = 2_000;

function writesByTable(actions: readonly RowAction[]): Map<TableFound, RowAction[]> {
  const byTable = new Map<TableFound, RowAction[]>();
  for (const action of actions) {
    if (action.row === null || action.writes.size === 0) continue;
    const list = byTable.get(action.row.table);
    if (list === undefined) byTable.set(action.row.table, [action]);
    else list.push(action);
  }
  return byTable;
}

/** Changes from the sheet are stored before the sheet is written; what lost a race is left to the next round. */
async function storeFirst(
  parts: ActParts,
  rows: readonly RowAction[],
): Promise<{ stale: ReadonlySet<RowAction>; creates: ReadonlyMap<RowAction, Edited> }> {
  const stale = new Set<RowAction>();
  const creates = new Map<RowAction, Edited>();
  await parts.hold();
  await forEachOf(
    rows.filter((action) => action.edited !== null),
    itemsAtOnce,
    async (action) => {
      if (action.edited === null) return;
      const edited = await withTopic(parts, action, action.edited);
      if (!(await parts.writer.put(action.before, edited))) stale.add(action);
    },
  );
  for (const action of rows)
    if (action.create !== null) creates.set(action, await withTopic(parts, action, action.create));
  return { stale, creates };
}

async function withTopic(parts: ActParts, action: RowAction, edited: Edited): Promise<Edited> {
  const text = edited.item.texts.topic ?? "";
  if (text === (action.before?.texts.topic ?? "")) return edited;
  const topicCode = text === "" ? null : await parts.resolveTopic(text);
  return { ...edited, item: { ...edited.item, topicCode } };
}

async function repair(
  parts: ActParts,
  table: TableFound,
  misplaced: Parameters<typeof planRepair>[1],
  looked: Look,
): Promise<void> {
  for (let attempt = 0; attempt < limits.repairRounds; attempt++) {
    const now = await parts.sheet.read(parts.lease.spreadsheetId);
    const repairs = planRepair(table, misplaced, looked.read, now);
    if (repairs.length === 0) return;
    await parts.sheet.restructure(parts.lease.spreadsheetId, repairs);
  }
}

/** Notes are by position: one that lands on a wrong row makes that row differ, and the next pass puts it right. */
async function annotate(
  parts: ActParts,
  verified: readonly RowAction[],
  inserts: readonly InsertAction[],
): Promise<void> {
  const notes = verified.flatMap((action) => action.notes);
  if (notes.length === 0) return;
  if (inserts.length > 0) await parts.hold();
  await parts.sheet.restructure(parts.lease.spreadsheetId, notes);
}

function tokenText({ passId, round }: ActParts): string {
  return `${passId}.${round}`;
}

/** 31 bits, positive (DeveloperMetadata.metadataId is an int32). */
function tokenNumber(text: string): number {
  return Number.parseInt(hash("sha1", text, "hex").slice(0, 8), 16) & 0x7fffffff || 1;
}

async function insert(parts: ActParts, inserts: readonly InsertAction[]): Promise<boolean> {
  const ready: InsertAction[] = [];
  for (const action of inserts) {
    const items = [];
    const rows = [];
    for (const [i, item] of action.items.entries()) {
      // From here on `ahead` counts from the row as inserted.
      const clear =
        Object.keys(item.ahead).length === 0 ||
        (await parts.writer.put(item, { item: { ...item, ahead: {} }, changes: [] }));
      const row = action.rows[i];
      if (!clear || row === undefined) continue;
      items.push(item);
      rows.push(row);
    }
    if (items.length > 0) ready.push({ ...action, items, rows });
  }
  if (ready.length === 0) return false;
  const text = tokenText(parts);
  const actions: Structural[] = [
    { kind: "token", number: tokenNumber(text), text },
    ...ready.map(
      (action): Structural => ({ kind: "insertRows", tabId: action.tabId, row: action.row, rows: action.rows }),
    ),
  ];
  await parts.hold();
  await parts.sheet.restructure(parts.lease.spreadsheetId, actions);
  return true;
}

async function openJournal(parts: ActParts, looked: Look, plan: RoundPlan): Promise<void> {
  const touches = plan.inserts.length > 0 || plan.rows.some((action) => action.writes.size > 0);
  if (!touches) return;
  const text = tokenText(parts);
  const created = plan.rows.flatMap((action) =>
    action.create === null || action.row === null
      ? []
      : [{ code: action.code, kind: action.create.item.kind, tabId: action.row.table.tabId }],
  );
  const writes = plan.rows.flatMap((action) =>
    [...action.shown]
      .filter(([field]) => !field.startsWith("#"))
      .map(([field, shown]) => ({ tabId: action.row?.table.tabId ?? 0, code: action.code, field, text: shown })),
  );
  const journal: Journal = {
    passId: parts.passId,
    fence: parts.lease.fence,
    allotted: [...carriedAllotted(looked), ...created].slice(-allottedKept),
    writes,
    recent: looked.journal?.recent ?? [],
    inserts: [
      ...carriedInserts(looked),
      ...plan.inserts.map(({ tabId, items }) => ({
        tabId,
        codes: items.map((item) => item.code),
        token: tokenNumber(text),
        text,
      })),
    ],
  };
  if (!(await parts.store.putJournal(parts.lease.spreadsheetId, parts.lease.fence, journal)))
    throw new AppError("lease.lost", "a newer worker has written the journal");
}

/** After the writes of this round are proven, only what still waits to be seen stays. */
async function closeJournal(
  parts: ActParts,
  looked: Look,
  plan: RoundPlan,
  verified: ReadonlySet<RowAction>,
): Promise<void> {
  const wrote = plan.rows.filter((action) => action.writes.size > 0);
  const doubted = new Set(
    plan.rows.filter((action) => action.edited?.item.ahead[recheckField] !== undefined).map((action) => action.code),
  );
  if (
    wrote.length === 0 &&
    plan.inserts.length === 0 &&
    doubted.size === 0 &&
    (looked.journal?.writes.length ?? 0) === 0
  )
    return;
  const text = tokenText(parts);
  const recent = wrote
    .filter((action) => verified.has(action))
    .flatMap((action) =>
      [...action.shown.keys()]
        .filter((field) => !field.startsWith("#"))
        .map((field) => ({
          code: action.code,
          field,
          before: digestText(action.row?.row.cells.get(field)?.text ?? ""),
          doubted: false,
        })),
    )
    .slice(-recentKept);
  const created = new Set(
    plan.rows.filter((action) => verified.has(action) && action.create !== null).map((action) => action.code),
  );
  const journal: Journal = {
    passId: parts.passId,
    fence: parts.lease.fence,
    allotted: [...carriedAllotted(looked), ...unverifiedCreates(plan, verified)]
      .filter(({ code }) => !created.has(code))
      .slice(-allottedKept),
    writes: [],
    recent:
      recent.length > 0
        ? recent
        : (looked.journal?.recent ?? []).map((entry) =>
            doubted.has(entry.code) ? { ...entry, doubted: true } : entry,
          ),
    inserts: [
      ...carriedInserts(looked),
      ...plan.inserts.map(({ tabId, items }) => ({
        tabId,
        codes: items.map((item) => item.code),
        token: tokenNumber(text),
        text,
      })),
    ],
  };
  if (!(await parts.store.putJournal(parts.lease.spreadsheetId, parts.lease.fence, journal)))
    throw new AppError("lease.lost", "a newer worker has written the journal");
}

function unverifiedCreates(plan: RoundPlan, verified: ReadonlySet<RowAction>): Journal["allotted"] {
  return plan.rows.flatMap((action) =>
    action.create !== null && action.row !== null && !verified.has(action)
      ? [{ code: action.code, kind: action.create.item.kind, tabId: action.row.table.tabId }]
      : [],
  );
}

function carriedAllotted({ journal, items }: Look): Journal["allotted"] {
  return (journal?.allotted ?? []).filter(({ code }) => !items.has(code));
}

/** Insertions whose items have not been seen in the sheet yet. */
function carriedInserts({ journal, items }: Look): Journal["inserts"] {
  return (journal?.inserts ?? []).filter(({ codes }) =>
    codes.some((code) => items.get(code)?.row?.presence === "PENDING"),
  );
}

/** Writes only the buckets of rows that were looked at, then the root. */
async function advanceBase(
  parts: ActParts,
  looked: Look,
  rows: readonly RowAction[],
  verified: ReadonlySet<RowAction>,
): Promise<void> {
  const byTab = new Map<number, Map<string, string | null>>();
  const note = (tabId: number, code: string, digest: string | null) => {
    const changes = byTab.get(tabId) ?? new Map<string, string | null>();
    byTab.set(tabId, changes.set(code, digest));
  };
  for (const action of rows) {
    const tabId = action.row?.table.tabId ?? action.before?.row?.tabId;
    if (tabId === undefined) continue;
    const digest = verified.has(action) ? action.digest : unknownDigest;
    // A row moved between tabs leaves the agreed rows of the other one.
    for (const [other, buckets] of looked.buckets)
      if (other !== tabId && buckets.get(bucketOf(action.code))?.[action.code] !== undefined)
        note(other, action.code, null);
    if (digest !== null || looked.buckets.get(tabId)?.get(bucketOf(action.code))?.[action.code] !== undefined)
      note(tabId, action.code, digest);
  }
  for (const [tabId, changes] of byTab) {
    const numbers = new Set([...changes.keys()].map(bucketOf));
    const before = new Map(looked.buckets.get(tabId));
    const unread = [...numbers].filter((number) => !before.has(number));
    if (unread.length > 0)
      for (const [number, bucket] of await parts.store.getBaseBuckets(parts.lease.spreadsheetId, tabId, unread))
        before.set(number, bucket);
    const after = new Map<number, Record<string, string>>();
    const digests: Record<number, string> = { ...looked.roots.get(tabId)?.digests };
    for (const number of numbers) {
      const mine = new Map([...changes].filter(([code]) => bucketOf(code) === number));
      const bucket = bucketAfter(before.get(number) ?? {}, mine);
      if (JSON.stringify(bucket) === JSON.stringify(before.get(number) ?? {})) continue;
      after.set(number, bucket);
      if (Object.keys(bucket).length === 0) delete digests[number];
      else digests[number] = digestBucket(Object.entries(bucket));
    }
    if (after.size === 0) continue;
    const root = { spreadsheetId: parts.lease.spreadsheetId, tabId, fence: parts.lease.fence, digests };
    if (!(await parts.store.putBase(root, after)))
      throw new AppError("lease.lost", "a newer worker has written the base");
  }
}
