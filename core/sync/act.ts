import { AppError } from "../errors.ts";
import type { Edited } from "../ledger/edit.ts";
import { limits } from "../limits.ts";
import type { RowWritten, Sheet } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import type { Lease, Store } from "../store/store.ts";
import { advanceBase } from "./advance.ts";
import { forEachOf, type ItemWriter, itemsAtOnce } from "./commit.ts";
import type { Look } from "./look.ts";
import { planRepair } from "./repair.ts";
import type { RoundPlan, RowAction } from "./round-plan.ts";
import { makeTabWrite, type TabWrite, type Verdict, verify } from "./verify.ts";
import { closeJournal, openJournal } from "./write-journal.ts";

/** The one place that acts. Order: journal, store, sheet, proof, base. A crash after any await leaves a state that the next pass finishes. */

export interface ActParts {
  readonly store: Store;
  readonly sheet: Sheet;
  readonly writer: ItemWriter;
  readonly lease: Lease;
  readonly passId: string;
  readonly nowMs: () => number;
  readonly resolveTopic: (text: string) => Promise<string | null>;
  /** Renews the lease when it is due; throws lease.lost. */
  readonly hold: () => Promise<void>;
}

export interface Acted {
  /** Something is left that needs a fresh look. */
  readonly again: boolean;
  /** Writes that landed elsewhere and were given back. */
  readonly repairs: number;
  /** Notes that were written by position, to be checked at the next look. */
  readonly notes: readonly RowAction[];
}

/** Rows in one write, so that a request stays well below Google's advised 2 MB. */
const rowsPerRequest = 500;

export async function act(parts: ActParts, looked: Look, plan: RoundPlan): Promise<Acted> {
  await openJournal(parts, looked, plan);
  const stored = await storeFirst(parts, plan.rows);
  const ready = plan.rows.filter((action) => !stored.stale.has(action));

  let again = stored.stale.size > 0;
  let repairs = 0;
  const verified = new Set<RowAction>(ready.filter((action) => action.writes.size === 0));
  // A write that landed elsewhere shows that the read is no longer true: what is left waits for a fresh one.
  for (const { table, actions } of writesOf(ready)) {
    const verdict = await writeTab(parts, looked, table, actions);
    for (const action of verdict.verified) verified.add(action);
    repairs += verdict.misplaced.length;
    if (verdict.vanished.length + verdict.misplaced.length > 0) again = true;
    if (verdict.misplaced.length > 0) break;
  }
  // Notes go by position: after such a write they wait for a fresh read, and their rows are not done.
  const annotated = [...verified].filter((action) => action.notes.length > 0);
  const noted = repairs > 0 ? [] : annotated;
  await annotate(parts, noted);

  // A worker that was away too long may have written codes over those of a newer one: no items come of them.
  await parts.hold();
  await forEachOf([...verified], itemsAtOnce, async (action) => {
    const create = stored.creates.get(action);
    if (create !== undefined) await parts.writer.put(null, create);
    else if (action.shown.size > 0 && action.before !== null) await parts.writer.settle(action.code, action.shown);
  });
  const unfinished = new Set(repairs > 0 ? annotated : []);
  await advanceBase(parts.store, parts.lease, looked, plan, { verified, unfinished });
  await closeJournal(parts, looked, plan, verified);
  if ([...verified].some((action) => action.shown.has("#code") && action.create === null)) again = true;
  return { again: again || noted.length > 0, repairs, notes: noted };
}

interface TabActions {
  readonly table: TableFound;
  readonly actions: readonly RowAction[];
}

/** The rows of one request each. */
function writesOf(actions: readonly RowAction[]): TabActions[] {
  const byTable = new Map<TableFound, RowAction[]>();
  for (const action of actions) {
    if (action.row === null || action.writes.size === 0) continue;
    const rows = byTable.get(action.row.table);
    if (rows === undefined) byTable.set(action.row.table, [action]);
    else rows.push(action);
  }
  return [...byTable].flatMap(([table, all]) =>
    Array.from({ length: Math.ceil(all.length / rowsPerRequest) }, (_, i) => ({
      table,
      actions: all.slice(i * rowsPerRequest, (i + 1) * rowsPerRequest),
    })),
  );
}

/** Changes from the sheet are stored before the sheet is written; what lost a race is left to the next round. */
async function storeFirst(
  parts: ActParts,
  rows: readonly RowAction[],
): Promise<{ stale: ReadonlySet<RowAction>; creates: ReadonlyMap<RowAction, Edited> }> {
  const stale = new Set<RowAction>();
  const creates = new Map<RowAction, Edited>();
  await parts.hold();
  const first = rows.filter((action) => action.edited !== null);
  await forEachOf(first, itemsAtOnce, async (action) => {
    if (action.edited === null) return;
    const edited = await withTopic(parts, action, action.edited);
    if (!(await parts.writer.put(action.before, edited))) stale.add(action);
  });
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

async function writeTab(
  parts: ActParts,
  looked: Look,
  table: TableFound,
  rows: readonly RowAction[],
): Promise<Verdict> {
  const { spreadsheetId } = parts.lease;
  await parts.hold();
  const write = makeTabWrite(table, rows, looked.read);
  if (write === null) throw new AppError("spreadsheet.changed", `the header of tab ${table.tabId} has no anchor`);
  const answers = await parts.sheet.writeRows(spreadsheetId, table.tabId, write.rows);
  const verdict = verify(write, await withHeader(parts, write, answers), looked.read);
  let given = false;
  let hidden = false;
  for (let attempt = 0; verdict.misplaced.length > 0 && attempt < limits.repairRounds; attempt++) {
    const { actions, unseen } = planRepair(table, verdict, looked.read, await parts.sheet.read(spreadsheetId));
    await parts.hold();
    if (actions.length > 0) await parts.sheet.restructure(spreadsheetId, actions);
    else if (given || !unseen) break;
    given ||= actions.length > 0;
    hidden = unseen;
  }
  // As after a death: the next pass finds by the journal what is where it should not be.
  if (hidden && !given) throw new AppError("google.unavailable", "what was written is not in what is read yet");
  return verdict;
}

/**
 * Nothing is written to the header row, and that Google answers such a row all the same is nowhere said: where it does
 * not, a read tells how the header stands.
 */
async function withHeader(
  { sheet, lease }: ActParts,
  { table, rows }: TabWrite,
  answers: readonly RowWritten[],
): Promise<readonly RowWritten[]> {
  const [header, ...others] = answers;
  if (header === undefined || header.row !== null || others.every(({ row }) => row === null)) return answers;
  const { tabs } = await sheet.read(lease.spreadsheetId);
  const anchored = tabs
    .find((tab) => tab.tabId === table.tabId)
    ?.rows.find(({ anchors }) => anchors.some((anchor) => anchor === rows[0]?.anchor));
  return anchored === undefined
    ? answers
    : [{ anchor: header.anchor, row: anchored.cells.map(({ value }) => value) }, ...others];
}

/** Notes are by position; the next look finds one that landed on a wrong row. */
async function annotate(parts: ActParts, noted: readonly RowAction[]): Promise<void> {
  if (noted.length === 0) return;
  await parts.hold();
  await parts.sheet.restructure(
    parts.lease.spreadsheetId,
    noted.flatMap((action) => action.notes),
  );
}
