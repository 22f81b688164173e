import type { Link, PassRecord } from "../ledger/link.ts";
import type { Store } from "../store/store.ts";
import { type Acted, act } from "./act.ts";
import { rootIsBehind } from "./advance.ts";
import { asideNote, standingNote } from "./brake-note.ts";
import type { HeldLease } from "./held-lease.ts";
import type { Look } from "./look.ts";
import type { OpenPass, SyncParts } from "./open-pass.ts";
import { countLines } from "./plan.ts";
import { keepProblems, listCellProblems, problemsAfter } from "./problems.ts";
import type { RoundPlan } from "./round-plan.ts";
import { asideTabs, bindTabs } from "./tabs.ts";

/** One round's plan, done: first what rows need to be written at all, else everything. */
export async function carryOut(
  { store, world }: SyncParts,
  pass: OpenPass,
  held: HeldLease,
  link: Link,
  looked: Look,
  plan: RoundPlan,
  record: PassRecord,
): Promise<Acted> {
  const healed = [
    ...standingNote(looked.read, looked.tabs.live),
    ...asideNote(looked.read, asideTabs(looked.tables, looked.tabs)),
  ];
  const prepare = [...plan.prepare, ...healed];
  if (prepare.length > 0) {
    await held.hold();
    await pass.sheet.restructure(link.spreadsheetId, prepare);
    if (plan.prepare.length > 0) return { again: true, repairs: 0, notes: [] };
  }
  const problems = await problemsIfTouched(store, link, looked, plan);
  let done: Acted = { again: false, repairs: 0, notes: [] };
  const { writes = [], stored = [] } = looked.journal ?? {};
  const pending = writes.length + stored.length > 0 || rootIsBehind(looked);
  if (plan.rows.length > 0 || plan.forget.size > 0 || pending) {
    const { sheet, writer, resolveTopic, id: passId } = pass;
    const { lease, hold } = held;
    const { nowMs } = world;
    done = await act({ store, sheet, writer, lease, passId, nowMs, resolveTopic, hold }, looked, plan);
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
