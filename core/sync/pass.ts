import { AppError } from "../errors.ts";
import { dayInChina } from "../ledger/calendar.ts";
import type { Link, PassRecord } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import type { Acted } from "./act.ts";
import { carryOut } from "./carry-out.ts";
import { type HeldLease, holdLease } from "./held-lease.ts";
import { giveHomes, homelessItems, withHoused } from "./homeless.ts";
import { isOldRead } from "./journal.ts";
import { keepLink, keepRefusal, keepState, linkOf, rememberNewTabs } from "./link-state.ts";
import { type Look, look, tablesOf } from "./look.ts";
import { openPass, type SyncParts } from "./open-pass.ts";
import { beginRecord, makeFinish } from "./pass-record.ts";
import { previewOf, withColumns } from "./preview.ts";
import { listCellProblems, problemsAfter } from "./problems.ts";
import { readingOf } from "./reading.ts";
import { brake, quarantine, tellPaused } from "./stop-pass.ts";
import { type Noted, planNoteRepair } from "./stray-notes.ts";
import type { Sync } from "./sync.ts";

/** Rounds in one pass: columns and blank rows, codes, rows, their confirmation, and three more when somebody types meanwhile. */
const roundsPerPass = 7;

/** One pass over one spreadsheet: look, plan, act, until a look finds nothing left to do. */
export function makeSync(parts: SyncParts): Sync {
  return {
    async preview(spreadsheetId) {
      const link = await linkOf(parts.store, spreadsheetId);
      const pass = await openPass(parts, link);
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

    async tellPaused(spreadsheetId) {
      const held = await holdLease(parts.store, parts.world, spreadsheetId);
      try {
        const link = await linkOf(parts.store, spreadsheetId);
        if (link.state === "PAUSED" && link.tabs.length > 0)
          await tellPaused({ ...parts, held }, await openPass(parts, link), link);
      } finally {
        await held.release();
      }
    },

    async run(spreadsheetId) {
      const held = await holdLease(parts.store, parts.world, spreadsheetId);
      try {
        return await runPass(parts, held, await linkOf(parts.store, spreadsheetId));
      } finally {
        await held.release();
      }
    },
  };
}

async function runPass(parts: SyncParts, held: HeldLease, firstLink: Link): Promise<PassRecord> {
  const { store } = parts;
  const pass = await openPass(parts, firstLink);
  const record = beginRecord(pass, firstLink);
  const finish = makeFinish(parts, pass, firstLink, record);

  let link = firstLink;
  if (link.state === "PAUSED") return finish("NOTHING", "已暂停", false);
  if (link.state === "QUARANTINED") return finish("QUARANTINED", link.reason, false);
  let missed = 0;
  let noted: { readonly written: Noted; readonly looked: Look } | null = null;
  try {
    for (let round = 0; round < roundsPerPass; round++) {
      const last = round === roundsPerPass - 1;
      await held.hold();
      const looked = await look(store, pass.sheet, link, pass.today);
      if (noted !== null) {
        const strays = planNoteRepair(noted.written, noted.looked, looked);
        noted = null;
        if (strays.length > 0) {
          await held.hold();
          await pass.sheet.restructure(link.spreadsheetId, strays);
          continue;
        }
      }
      // Older than what this pass has just written: nothing is decided from it.
      if (round > 0 && !last && isOldRead(looked.journal, looked.survey, looked.items, parts.world.nowMs())) continue;
      const plan = pass.plan(link, looked);
      record.rowsRead = looked.survey.rowCount;
      if (plan.brake !== null) return await brake({ ...parts, held }, pass, finish, link, looked, plan.brake, record);
      if (!last && (await giveHomes(store, pass, firstLink, looked))) continue;

      const remembered = await rememberNewTabs(store, link, looked);
      const isNewTab = remembered !== link;
      link = remembered;
      let done: Acted;
      try {
        done = await carryOut(parts, pass, held, link, looked, plan, record);
      } catch (error) {
        // The spreadsheet is no longer what the plan was made for: look again.
        const changed =
          error instanceof AppError && (error.code === "spreadsheet.rejected" || error.code === "spreadsheet.changed");
        if (!changed || last) throw error;
        continue;
      }
      if (done.repairs > 0) missed++;
      if (missed >= limits.repairRounds) {
        return await quarantine({ ...parts, held }, pass, finish, link);
      }
      if (done.notes.length > 0) noted = { written: { rows: plan.rows, noted: done.notes }, looked };
      if (plan.prepare.length === 0) link = await keepLink(store, link, looked, pass.id, done.again, record);
      // A person has paused it meanwhile: their word stands.
      if (link.state === "PAUSED") break;
      // What was made for a tab that nobody knew yet is looked for once more.
      if (!done.again && !isNewTab) break;
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
    if (error.code === "spreadsheet.rejected") await keepRefusal(store, link, pass.id);
    throw error;
  }
  const quiet = record.toStore + record.toSheet + record.conflicts === 0 && record.requests.write === 0;
  return finish(quiet ? "NOTHING" : "DONE", null, !quiet);
}
