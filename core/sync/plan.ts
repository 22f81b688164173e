import { makeCode } from "../ledger/code.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { Journal } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import { awaitingRows } from "./awaiting.ts";
import { countBrakes, pulled, shapeBrakes, type Tally } from "./brakes.ts";
import { planFreshRows } from "./fresh-rows.ts";
import { identify } from "./identify.ts";
import type { Identified, Identity } from "./identity.ts";
import { distrustOf, isOldRead, writtenTexts } from "./journal.ts";
import { planKnown } from "./plan-known.ts";
import { planForeign, planMissing, planNew, planStray } from "./plan-row.ts";
import { prepareAnchors, prepareColumns } from "./prepare.ts";
import type { RoundInput, RoundPlan, RowAction } from "./round-plan.ts";
import type { PlanLine } from "./sync.ts";
import { boundBefore } from "./tabs.ts";

/**
 * Pure: everything one round of a pass will do, in order, decided before anything is done. A round that needs anchors
 * or columns does only that, and the next round plans afresh from what is then on the sheet.
 */

export function planRound(input: RoundInput): RoundPlan {
  const { link, read, tables } = input;
  const shapes = shapeBrakes(link, read, tables);
  const shape = pulled(shapes, input.releasedReason);
  if (shape !== null) return { ...nothing, brake: shape };

  const awaiting = awaitingRows(input);
  const allotted = new Map((input.journal?.allotted ?? []).map(({ code, kind }) => [code, kind] as const));
  const identified = identify({
    spreadsheetId: link.spreadsheetId,
    survey: input.survey,
    difference: input.difference,
    dirty: [...input.dirty, ...unfinished(input.journal)],
    items: input.items,
    awaiting,
    allotted,
    written: writtenTexts(input.journal),
    bound: new Map(link.tabs.map(({ tabId }) => [tabId, boundBefore(link, tabId)])),
    agreed: input.agreed,
  });

  const rows = planRows(input, identified);
  const brake = pulled([...shapes, ...countBrakes(tally(input, identified, rows))], input.releasedReason);
  if (brake !== null) return { ...nothing, brake };

  const reclaimed = new Set(
    identified.identities.flatMap((identity) => (identity.is === "RECLAIMED" ? [identity.item.code] : [])),
  );
  const { fills, blanks, waiting } = planFreshRows(input, awaiting, reclaimed);
  // What strayed into a row that has no code now is told by not standing where it was meant for: that waits for it.
  const strays = new Set(reclaimed.size === 0 ? [] : (input.journal?.writes ?? []).map(({ code }) => code));
  const waits = ({ code, writes }: RowAction) => strays.has(code) && writes.size > 0 && !reclaimed.has(code);
  const all = [...rows, ...fills].filter((action) => !waits(action));
  const prepare = [...prepareColumns(tables, read), ...prepareAnchors(all, read), ...blanks];
  const lines = [...all.flatMap((row) => row.lines), ...waiting];
  return { brake: null, prepare, rows: all, forget: planForget(input), lines, counts: countLines(lines) };
}

/** Items that a pass which died had stored or written: their row may read as agreed although the item has gone on. */
function unfinished(journal: Journal | null): readonly string[] {
  return [...(journal?.stored ?? []), ...(journal?.writes ?? []).map(({ code }) => code)];
}

const nothing: RoundPlan = {
  brake: null,
  prepare: [],
  rows: [],
  forget: new Map(),
  lines: [],
  counts: { toStore: 0, toSheet: 0, conflicts: 0 },
};

function planRows(input: RoundInput, { identities, missing }: Identified): RowAction[] {
  const actions: RowAction[] = [];
  const oldRead = isOldRead(input.journal, input.survey, input.items, input.world.nowMs());
  for (const identity of identities) {
    const action = planIdentity(input, identity, oldRead);
    if (action !== null) actions.push(action);
  }
  for (const item of missing) {
    const action = planMissing(item, input.author, limits.missingConfirmMs);
    if (action !== null) actions.push(action);
  }
  return actions.sort(inSheetOrder);
}

/** Row after row as the clerk sees them; what has no row comes last. */
function inSheetOrder({ row: a }: RowAction, { row: b }: RowAction): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.table.tabId - b.table.tabId || a.row.row - b.row.row;
}

function planIdentity(input: RoundInput, identity: Identity, oldRead: boolean): RowAction | null {
  const { link, policy, author } = input;
  switch (identity.is) {
    case "KNOWN": {
      const { row, item } = identity;
      // What was agreed on was agreed on where the row stood then.
      const stood = link.tabs.some(({ tabId }) => tabId === item.row?.tabId) ? item.row?.tabId : undefined;
      const bound = boundBefore(link, stood ?? row.table.tabId);
      const { journal, survey, world } = input;
      const seen = { journal, item, row, survey, boundBefore: bound, nowMs: world.nowMs(), oldRead };
      const distrusted = distrustOf(seen);
      return planKnown({ ...identity, boundBefore: bound, distrusted, policy, author });
    }
    case "NEW":
      return planNew(identity.row, makeCode(kindOf(identity.row.table.kind), input.world), policy, "WRITE_CODE");
    case "ALLOTTED":
      return planNew(identity.row, identity.code, policy, "CODE_THERE");
    case "RECLAIMED":
      return planNew(identity.row, identity.item.code, policy, "RECLAIM");
    case "STRAY":
      return planStray(identity.row, identity.code);
    case "FOREIGN":
      return planForeign(identity.row, identity.code);
  }
}

function tally({ known, author }: RoundInput, { identities, missing }: Identified, rows: readonly RowAction[]): Tally {
  return {
    known,
    // Those that an earlier round of this pass marked count with them.
    missing: missing.filter(({ row }) => row?.presence === "PRESENT" || row?.missingSince === author.at).length,
    changed: rows.filter((row) => row.before !== null && row.sheetChanged).length,
    foreign: identities.filter((identity) => identity.is === "FOREIGN").length,
  };
}

function planForget({ difference, items, link }: RoundInput): ReadonlyMap<string, number> {
  return new Map(
    [...difference.missing].filter(([code]) => {
      const item = items.get(code);
      return item === undefined || item.archivedAt !== null || item.row?.spreadsheetId !== link.spreadsheetId;
    }),
  );
}

const storeActions = new Set(["CREATE_ITEM", "UPDATE_ITEM", "MARK_MISSING", "ARCHIVE_ITEM", "REVIVE_ITEM"]);
const sheetActions = new Set(["WRITE_CODE", "WRITE_CELL", "INSERT_ROW", "ADD_COLUMN", "NOTE"]);

export function countLines(lines: readonly PlanLine[]): RoundPlan["counts"] {
  return {
    toStore: lines.filter((line) => storeActions.has(line.action)).length,
    toSheet: lines.filter((line) => sheetActions.has(line.action)).length,
    conflicts: lines.filter((line) => line.action === "CONFLICT").length,
  };
}
