import type { World } from "../ledger/code.ts";
import { makeCode } from "../ledger/code.ts";
import type { Author, Edited } from "../ledger/edit.ts";
import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { Journal, Link } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import { systemHeaders } from "../sheet/header-words.ts";
import type { Scalar, SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { anchorsIn, freshAnchor, guardRow } from "./anchors.ts";
import { countBrakes, pulled, shapeBrakes, type Tally } from "./brakes.ts";
import { awaitingRows, planFreshRows } from "./fresh-rows.ts";
import { type Identified, type Identity, identify } from "./identify.ts";
import { distrustOf } from "./journal.ts";
import { planKnown } from "./plan-known.ts";
import { planForeign, planMissing, planNew, planStray } from "./plan-row.ts";
import type { Difference, SheetRow, Survey } from "./survey.ts";
import type { Brake, PlanLine } from "./sync.ts";
import { boundBefore } from "./tabs.ts";

/**
 * Pure: everything one round of a pass will do, in order, decided before anything is done. A round that needs anchors
 * or columns does only that, and the next round plans afresh from what is then on the sheet.
 */

/** One row's share of the plan. */
export interface RowAction {
  readonly code: string;
  readonly row: SheetRow | null;
  /** As stored now; null: it must not exist yet. */
  readonly before: Item | null;
  /** As it is to be stored before the sheet is written; null: nothing to store first. */
  readonly edited: Edited | null;
  /** Stored only once its code is verified in the sheet, so that a crash cannot make an item twice. */
  readonly create: Edited | null;
  readonly writes: ReadonlyMap<number, Scalar>;
  /** field -> text; the base advances to it once the write is verified. */
  readonly shown: ReadonlyMap<string, string>;
  /** Notes to set, by position. */
  readonly notes: readonly Structural[];
  /** Digest of the row once all is written; null: the row leaves the agreed rows. */
  readonly digest: string | null;
  readonly sheetChanged: boolean;
  readonly lines: readonly PlanLine[];
}

export interface RoundPlan {
  readonly brake: Brake | null;
  /** Columns, anchors and blank rows without which rows cannot be written. Not empty: the round does only this. */
  readonly prepare: readonly Structural[];
  readonly rows: readonly RowAction[];
  /** code -> tab: agreed rows that no item of this spreadsheet stands behind any more. */
  readonly forget: ReadonlyMap<string, number>;
  readonly lines: readonly PlanLine[];
  readonly counts: { readonly toStore: number; readonly toSheet: number; readonly conflicts: number };
}

export interface RoundInput {
  readonly link: Link;
  readonly read: SpreadsheetRead;
  /** Live tables only. */
  readonly tables: readonly TableFound[];
  readonly survey: Survey;
  readonly difference: Difference;
  /** Rows among the agreed ones, over all live tabs. */
  readonly known: number;
  readonly agreed: (code: string) => string | undefined;
  readonly items: ReadonlyMap<string, Item>;
  readonly dirty: readonly string[];
  readonly journal: Journal | null;
  /** Reason of the braked pass that a person has let go on. */
  readonly releasedReason: string | null;
  readonly author: Author;
  readonly world: World;
  readonly policy: RowPolicy;
}

/** What the ledger decides about an item once its cells are merged: the clerk's claims, and what the system says back. */
export interface RowPolicy {
  afterMerge(
    edited: Edited,
    changedFields: readonly string[],
    author: Author,
  ): { edited: Edited; messages: readonly string[] };
  stateText(item: Item): string;
  create(input: {
    kind: KindName;
    code: string;
    texts: Readonly<Record<string, string>>;
    tabId: number;
    presence: "PRESENT";
  }): Edited;
}

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
    agreed: input.agreed,
  });

  const rows = planRows(input, identified);
  const brake = pulled([...shapes, ...countBrakes(tally(input, identified, rows))], input.releasedReason);
  if (brake !== null) return { ...nothing, brake };

  const reclaimed = new Set(
    identified.identities.flatMap((identity) => (identity.is === "RECLAIMED" ? [identity.item.code] : [])),
  );
  const { fills, blanks, waiting } = planFreshRows(input, awaiting, reclaimed);
  const all = [...rows, ...fills];
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
  for (const identity of identities) {
    const action = planIdentity(input, identity);
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

function planIdentity(input: RoundInput, identity: Identity): RowAction | null {
  const { link, policy, author } = input;
  switch (identity.is) {
    case "KNOWN":
      return planKnown({
        ...identity,
        boundBefore: boundBefore(link, identity.row.table.tabId),
        distrusted: distrustOf(input.journal, identity.item, identity.row, input.survey, input.world.nowMs()),
        policy,
        author,
      });
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

const absentColumns = ({ system }: TableFound) =>
  (["code", "state", "notice"] as const).filter((name) => system[name] === null);

function prepareColumns(tables: readonly TableFound[], read: SpreadsheetRead): Structural[] {
  const taken = anchorsIn(read);
  return tables.flatMap((table): Structural[] => {
    const absent = absentColumns(table);
    if (absent.length === 0) return [];
    return [
      {
        kind: "insertColumns",
        tabId: table.tabId,
        column: table.width,
        row: guardRow(table),
        headers: absent.map((name) => systemHeaders[name]),
        anchor: freshAnchor(`columns of ${table.tabId}`, taken),
      },
    ];
  });
}

/** Rows to be written, and the header rows of their tables, that have no anchor yet. */
function prepareAnchors(rows: readonly RowAction[], read: SpreadsheetRead): Structural[] {
  const wanted: Structural[] = [];
  for (const table of new Set(rows.filter((action) => action.writes.size > 0).map((action) => action.row?.table))) {
    if (table === undefined || absentColumns(table).length > 0) continue;
    const header = read.tabs.find((tab) => tab.tabId === table.tabId)?.rows[guardRow(table)];
    if ((header?.anchors.length ?? 0) === 0) wanted.push({ kind: "anchor", tabId: table.tabId, row: guardRow(table) });
  }
  for (const action of rows)
    if (action.row !== null && action.writes.size > 0 && action.row.row.anchors.length === 0)
      wanted.push({ kind: "anchor", tabId: action.row.table.tabId, row: action.row.row.row });
  return wanted;
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
