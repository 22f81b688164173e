import { AppError } from "../errors.ts";
import { dayInChina } from "../ledger/calendar.ts";
import { makeTimeId, type World } from "../ledger/code.ts";
import type { Author } from "../ledger/edit.ts";
import type { Link, PassRecord } from "../ledger/link.ts";
import type { Unit } from "../ledger/unit.ts";
import { limits } from "../limits.ts";
import type { Log } from "../log.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Lease, Store } from "../store/store.ts";
import { type Acted, act } from "./act.ts";
import { rootIsBehind } from "./advance.ts";
import { asideNote, brakeNote, standingNote } from "./brake-note.ts";
import { forEachOf, itemsAtOnce, makeItemWriter } from "./commit.ts";
import { countingSheet } from "./counting-sheet.ts";
import { homelessItems, housed, withHoused } from "./homeless.ts";
import { keepLink, keepState, linkOf, rememberNewTabs } from "./link-state.ts";
import { agreedDigest, type Look, look, tablesOf } from "./look.ts";
import { countLines, planRound, type RoundPlan, type RowAction } from "./plan.ts";
import { makeRowPolicy } from "./policy.ts";
import { previewOf, withColumns } from "./preview.ts";
import { keepProblems, listCellProblems, problemsAfter } from "./problems.ts";
import { readingOf } from "./reading.ts";
import { planNoteRepair } from "./stray-notes.ts";
import type { Brake, Sync } from "./sync.ts";
import { asideTabs, bindTabs, withoutSuperseded } from "./tabs.ts";
import { makeTopicResolver } from "./topics.ts";

export interface SyncParts {
  readonly store: Store;
  readonly sheet: Sheet;
  readonly world: World;
  readonly log: Log;
}

/** Rounds in one pass: columns and blank rows, codes, rows, their confirmation, and three more when somebody types meanwhile. */
const roundsPerPass = 7;

/** One pass over one spreadsheet: look, plan, act, until a look finds nothing left to do. */
export function makeSync(parts: SyncParts): Sync {
  return {
    async preview(spreadsheetId) {
      const link = await linkOf(parts.store, spreadsheetId);
      const pass = await beginPass(parts, link);
      const seen = await look(parts.store, pass.sheet, link, pass.today);
      const looked = withHoused(seen, await homelessItems(parts.store, link, pass.unit, seen), link);
      const known = await listCellProblems(parts.store, spreadsheetId);
      const first = pass.plan(link, looked);
      if (first.brake !== null) return previewOf(looked, first, known);
      const ready = withColumns(looked);
      const plan = ready === looked ? first : pass.plan(link, ready);
      return previewOf(looked, plan, problemsAfter(known, ready, plan));
    },

    async read(spreadsheetId) {
      const link = await linkOf(parts.store, spreadsheetId);
      const today = dayInChina(parts.world.nowMs());
      const read = await parts.sheet.read(spreadsheetId);
      return readingOf(read, tablesOf(read, link, today), link, today);
    },

    async run(spreadsheetId) {
      const { store, world } = parts;
      const owner = makeTimeId(world);
      const leaseMs = limits.leaseSeconds * 1000;
      const lease = await store.acquireLease(spreadsheetId, owner, world.nowMs(), leaseMs);
      if (lease === null)
        throw new AppError("lease.held", `spreadsheet ${spreadsheetId} is being synced by another worker`);
      const held = { lease };
      const hold = async () => {
        if (held.lease.expiresAtMs - world.nowMs() > limits.leaseRenewSeconds * 1000) return;
        const renewed = await store.renewLease(held.lease, world.nowMs(), leaseMs);
        if (renewed === null) throw new AppError("lease.lost", `the lease on ${spreadsheetId} ran out`);
        held.lease = renewed;
      };
      try {
        return await runPass(parts, held, hold, await linkOf(store, spreadsheetId));
      } finally {
        await store.releaseLease(held.lease);
      }
    },
  };
}

async function beginPass(parts: SyncParts, link: Link) {
  const { store, world } = parts;
  const id = makeTimeId(world);
  const units = new Map((await store.listUnits()).map((unit) => [unit.code, unit]));
  const unitByCode = (code: string): Unit | undefined => units.get(code);
  const unit = unitByCode(link.unit);
  if (unit === undefined)
    throw new Error(`spreadsheet ${link.spreadsheetId} is linked to the unknown unit ${link.unit}`);
  const startedAt = new Date(world.nowMs()).toISOString();
  const today = dayInChina(world.nowMs());
  const author: Author = { side: "SHEET", actor: `sheet:${link.spreadsheetId}`, at: startedAt };
  const { sheet, counts } = countingSheet(parts.sheet);
  const released = link.releasedPass === null ? null : await store.getPass(link.spreadsheetId, link.releasedPass);
  const plan = (current: Link, looked: Look): RoundPlan => {
    const referenceDate =
      current.referenceDate ?? looked.tabs.live.find((table) => table.referenceDate !== null)?.referenceDate ?? today;
    return planRound({
      link: withoutSuperseded(current, looked.tables),
      read: looked.read,
      tables: looked.tabs.live,
      survey: looked.survey,
      difference: looked.difference,
      known: looked.known,
      agreed: (code) => agreedDigest(looked, code),
      items: looked.items,
      dirty: looked.dirty,
      journal: looked.journal,
      releasedReason: released?.reason ?? null,
      author,
      world,
      policy: makeRowPolicy({ spreadsheetId: current.spreadsheetId, unit, unitByCode, referenceDate, author }),
    });
  };
  const writer = makeItemWriter(store, unitByCode, () => new Date(world.nowMs()).toISOString());
  return {
    id,
    unit,
    startedAt,
    startMs: world.nowMs(),
    today,
    sheet,
    requests: counts,
    plan,
    writer,
    resolveTopic: makeTopicResolver(store, unit),
  };
}

async function runPass(
  parts: SyncParts,
  held: { lease: Lease },
  hold: () => Promise<void>,
  firstLink: Link,
): Promise<PassRecord> {
  const { store, log } = parts;
  const pass = await beginPass(parts, firstLink);
  const record: PassRecord = {
    id: pass.id,
    spreadsheetId: firstLink.spreadsheetId,
    startedAt: pass.startedAt,
    finishedAt: null,
    rowsRead: 0,
    toStore: 0,
    toSheet: 0,
    conflicts: 0,
    problems: 0,
    outcome: "NOTHING",
    reason: null,
    requests: pass.requests,
  };
  const finish = async (outcome: PassRecord["outcome"], reason: string | null, keep: boolean) => {
    Object.assign(record, { outcome, reason, finishedAt: new Date(parts.world.nowMs()).toISOString() });
    if (keep) await store.putPass(record);
    log.info("pass", {
      pass: record.id,
      spreadsheet: record.spreadsheetId,
      unit: firstLink.unit,
      outcome,
      rows: record.rowsRead,
      toStore: record.toStore,
      toSheet: record.toSheet,
      conflicts: record.conflicts,
      problems: record.problems,
      reads: record.requests.read,
      writes: record.requests.write,
      ms: parts.world.nowMs() - pass.startMs,
    });
    return record;
  };

  let link = firstLink;
  if (link.state === "PAUSED") return finish("NOTHING", "已暂停", false);
  if (link.state === "QUARANTINED") return finish("QUARANTINED", link.reason, false);
  let missed = 0;
  let noted: { readonly actions: readonly RowAction[]; readonly looked: Look } | null = null;
  try {
    for (let round = 0; round < roundsPerPass; round++) {
      const last = round === roundsPerPass - 1;
      await hold();
      const looked = await look(store, pass.sheet, link, pass.today);
      if (noted !== null) {
        const strays = planNoteRepair(noted.actions, noted.looked, looked);
        noted = null;
        if (strays.length > 0) {
          await pass.sheet.restructure(link.spreadsheetId, strays);
          continue;
        }
      }
      if (round === 0 && (await giveHomes(parts, pass, link, looked))) continue;
      const plan = pass.plan(link, looked);
      record.rowsRead = looked.survey.rowCount;
      if (plan.brake !== null) return await brake(parts, pass, finish, link, looked, plan.brake, record);

      link = await rememberNewTabs(store, link, looked);
      let done: Acted;
      try {
        done = await carryOut(parts, pass, held, hold, link, looked, plan, record);
      } catch (error) {
        // The spreadsheet is no longer what the plan was made for: look again.
        const changed =
          error instanceof AppError && (error.code === "spreadsheet.rejected" || error.code === "spreadsheet.changed");
        if (!changed || last) throw error;
        continue;
      }
      if (done.repairs > 0) missed++;
      if (missed >= limits.repairRounds) {
        return await quarantine(parts, pass, finish, link);
      }
      if (done.notes.length > 0) noted = { actions: done.notes, looked };
      if (plan.prepare.length === 0) link = await keepLink(store, link, looked, pass.id, done.again, record);
      if (!done.again) break;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "spreadsheet.unreachable") {
      await keepState(store, link, "UNREACHABLE", "表格已删除，或未共享给同步账号；数据原样保留", pass.id);
      return finish("UNREACHABLE", error.message, link.state !== "UNREACHABLE");
    }
    // It waited for its turn in vain and comes back: nothing that people need to read about.
    const noTurn = error.code === "google.quota" && record.rowsRead === 0 && record.requests.write === 0;
    await finish("FAILED", error.message, !noTurn);
    throw error;
  }
  const quiet = record.toStore + record.toSheet + record.conflicts === 0 && record.requests.write === 0;
  return finish(quiet ? "NOTHING" : "DONE", null, !quiet);
}

/** True: there are items that wait for a row now, and another look sees them. */
async function giveHomes(
  { store }: SyncParts,
  { unit, writer }: Awaited<ReturnType<typeof beginPass>>,
  link: Link,
  looked: Look,
): Promise<boolean> {
  const homeless = await homelessItems(store, link, unit, looked);
  await forEachOf(homeless, itemsAtOnce, async (item) => {
    await writer.put(item, { item: housed(item, link), changes: [] });
  });
  return homeless.length > 0;
}

/** One round's plan, done: first what rows need to be written at all, else everything. */
async function carryOut(
  parts: SyncParts,
  pass: Awaited<ReturnType<typeof beginPass>>,
  held: { lease: Lease },
  hold: () => Promise<void>,
  link: Link,
  looked: Look,
  plan: RoundPlan,
  record: PassRecord,
): Promise<Acted> {
  const { store } = parts;
  const healed = [
    ...standingNote(looked.read, looked.tabs.live),
    ...asideNote(looked.read, asideTabs(looked.tables, looked.tabs)),
  ];
  const prepare = [...plan.prepare, ...healed];
  if (prepare.length > 0) {
    await hold();
    await pass.sheet.restructure(link.spreadsheetId, prepare);
    if (plan.prepare.length > 0) return { again: true, repairs: 0, notes: [] };
  }
  const problems = await problemsIfTouched(store, link, looked, plan);
  let done: Acted = { again: false, repairs: 0, notes: [] };
  const { writes = [], stored = [] } = looked.journal ?? {};
  const pending = writes.length + stored.length > 0 || rootIsBehind(looked);
  if (plan.rows.length > 0 || plan.forget.size > 0 || pending) {
    const { sheet, writer, resolveTopic, id: passId } = pass;
    const { nowMs } = parts.world;
    done = await act({ store, sheet, writer, lease: held.lease, passId, nowMs, resolveTopic, hold }, looked, plan);
    // Rows that wait for their own count when they have it.
    const counts = countLines(plan.rows.flatMap((row) => row.lines));
    record.toStore += counts.toStore;
    record.toSheet += counts.toSheet;
    record.conflicts += counts.conflicts;
  }
  if (problems !== null) {
    const after = problemsAfter(problems, looked, plan);
    await keepProblems(store, link, problems, after);
    record.problems = after.length;
  }
  return done;
}

/** The problems known so far, when this round may change them; null when nothing about them can have changed. */
async function problemsIfTouched(store: Store, link: Link, looked: Look, plan: RoundPlan) {
  const tabs = bindTabs(link, looked.tables, looked.tabs).some((tab) => {
    const known = link.tabs.find(({ tabId }) => tabId === tab.tabId);
    return known === undefined || known.role !== tab.role || known.oddities !== tab.oddities;
  });
  return plan.rows.length > 0 || tabs ? listCellProblems(store, link.spreadsheetId) : null;
}

/** Its rows do not hold still: a person is to look before anything is written again. */
async function quarantine(
  { store }: SyncParts,
  pass: Awaited<ReturnType<typeof beginPass>>,
  finish: (outcome: PassRecord["outcome"], reason: string | null, keep: boolean) => Promise<PassRecord>,
  link: Link,
): Promise<PassRecord> {
  const reason = "写入多次落到别的行，已停止；请检查表格后解除";
  await keepState(store, link, "QUARANTINED", reason, pass.id);
  const looked = await look(store, pass.sheet, link, pass.today);
  const note = brakeNote(looked.read, looked.tabs.live, reason);
  if (note.length > 0) await pass.sheet.restructure(link.spreadsheetId, note);
  return finish("QUARANTINED", reason, true);
}

async function brake(
  parts: SyncParts,
  pass: Awaited<ReturnType<typeof beginPass>>,
  finish: (outcome: PassRecord["outcome"], reason: string | null, keep: boolean) => Promise<PassRecord>,
  link: Link,
  looked: Look,
  pulled: Brake,
  record: PassRecord,
): Promise<PassRecord> {
  if (link.state === "BRAKED" && link.brakedPass !== null && link.reason === pulled.message) {
    record.id = link.brakedPass;
    return finish("BRAKED", pulled.message, false);
  }
  await keepState(parts.store, link, "BRAKED", pulled.message, pass.id);
  const note = brakeNote(looked.read, looked.tabs.live, pulled.message);
  if (note.length > 0) await pass.sheet.restructure(link.spreadsheetId, note);
  return finish("BRAKED", pulled.message, true);
}
