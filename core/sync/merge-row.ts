import type { ReadContext } from "../ledger/column.ts";
import { type Author, type Edited, makeChange, setTexts } from "../ledger/edit.ts";
import { baseText, type Change, type Conflict, type Item } from "../ledger/item.ts";
import { kindOf } from "../ledger/kinds.ts";
import { limits } from "../limits.ts";
import type { CellFound } from "../sheet/table.ts";
import type { CellDoubt } from "./journal.ts";
import { type CellDecision, decide } from "./merge.ts";
import type { SheetRow } from "./survey.ts";

/** Pure: one row of the sheet and its item become the next item and the cells to write. */

export interface MergedRow {
  readonly edited: Edited;
  /** field -> text the sheet is to show. */
  readonly writes: ReadonlyMap<string, string>;
  /** Decisions other than KEEP, by field. */
  readonly decisions: ReadonlyMap<string, CellDecision>;
  /** Chinese sentences about cells that could not be taken over. */
  readonly refusals: readonly string[];
}

export interface MergeRowInput {
  readonly row: SheetRow;
  readonly item: Item;
  /** Fields that had a column at the last good pass. */
  readonly boundBefore: ReadonlySet<string>;
  /** Fields whose text on the sheet is not believed: a write of ours that landed here, or a read that may be old. */
  readonly distrusted: ReadonlyMap<string, CellDoubt>;
  readonly author: Author;
}

export function mergeRow({ row, item, boundBefore, distrusted, author }: MergeRowInput): MergedRow {
  const context: ReadContext = { referenceDate: item.referenceDate };
  const taken: Record<string, string> = {};
  // Marks of the system's own columns stay until those are written. Marks of a column that is gone have no cell to wait
  // for, but stay until it is remembered as gone: when it comes back before that, it is not a new one.
  const ahead: Record<string, string> = Object.fromEntries(
    Object.entries(item.ahead).filter(
      ([field]) => field.startsWith("#") || (!row.row.cells.has(field) && boundBefore.has(field)),
    ),
  );
  const writes = new Map<string, string>();
  const decisions = new Map<string, CellDecision>();
  const refusals: string[] = [];
  /** Texts of the sheet that give way: they were there, and the history says so. */
  const refused: [field: string, sheet: string, store: string][] = [];
  let conflicts = [...item.conflicts];

  const settleField = (field: string) => {
    conflicts = conflicts.map((conflict) =>
      conflict.field === field && conflict.settledAt === null ? { ...conflict, settledAt: author.at } : conflict,
    );
  };
  const open = (field: string, cell: CellFound, storeValue: string, shown: Conflict["shown"]) => {
    const sheetValue = cell.text;
    settleField(field);
    if (shown === "API") refused.push([field, sheetValue, storeValue]);
    conflicts.push({
      id: `${field}.${item.version + 1}`,
      field,
      sheetValue: sheetValue === "" ? null : sheetValue,
      storeValue: storeValue === "" ? null : storeValue,
      shown,
      openedAt: author.at,
      settledAt: null,
      ...(cell.readOnly === undefined ? {} : { sheetReadOnly: cell.readOnly }),
    });
  };

  const total = [...row.row.cells.values()].reduce((sum, cell) => sum + cell.text.length, 0);
  for (const column of kindOf(item.kind).columns) {
    const { field } = column;
    const cell = row.row.cells.get(field);
    if (cell === undefined || column.writes === "SYSTEM") continue;
    const store = item.texts[field] ?? "";
    const doubt = distrusted.get(field);
    const known = boundBefore.has(field);
    const base = doubt === "LANDED" ? cell.text : known ? baseText(item, field) : null;
    if (field in item.ahead) ahead[field] = item.ahead[field] ?? "";

    if (doubt === "STALE") continue;
    if (doubt === "MISPLACED") {
      open(field, cell, store, "API");
      ahead[field] = cell.text;
      writes.set(field, store);
      decisions.set(field, "CONFLICT_STORE_SHOWN");
      continue;
    }
    if (cell.text !== base && (cell.text.length > limits.cellChars || total > limits.rowChars)) {
      refusals.push(
        `${column.header}：超过${cell.text.length > limits.cellChars ? limits.cellChars : limits.rowChars}字，未同步`,
      );
      continue;
    }

    const decision = decide(column, { base, sheet: cell.text, store, readOnly: cell.readOnly !== undefined }, context);
    if (decision === "KEEP" && doubt !== "LANDED") continue;
    decisions.set(field, decision);
    switch (decision) {
      case "KEEP":
      case "AGREE":
        delete ahead[field];
        settleField(field);
        break;
      case "TAKE_SHEET":
        taken[field] = cell.text;
        delete ahead[field];
        settleField(field);
        break;
      case "TAKE_STORE":
        ahead[field] = cell.text;
        writes.set(field, store);
        break;
      case "CONFLICT_SHEET_SHOWN":
        open(field, cell, store, "SHEET");
        taken[field] = cell.text;
        delete ahead[field];
        break;
      case "CONFLICT_STORE_SHOWN":
        open(field, cell, store, "API");
        ahead[field] = cell.text;
        writes.set(field, store);
        break;
    }
  }

  conflicts = withoutOldest(conflicts);
  const next: Item = same(conflicts, item.conflicts) && same(ahead, item.ahead) ? item : { ...item, conflicts, ahead };
  return { edited: withRefused(setTexts(next, taken, author), refused, author), writes, decisions, refusals };
}

/** Settled conflicts kept on the item; what they held stands in the history too. */
const settledKept = 20;

function withoutOldest(conflicts: Conflict[]): Conflict[] {
  const settled = conflicts.filter(({ settledAt }) => settledAt !== null);
  const dropped = new Set(settled.slice(0, Math.max(0, settled.length - settledKept)));
  return dropped.size === 0 ? conflicts : conflicts.filter((conflict) => !dropped.has(conflict));
}

/** The sheet's text came and gave way again: two entries, so that the history read backwards is still what was stored. */
function withRefused(
  edited: Edited,
  refused: readonly (readonly [field: string, sheet: string, store: string])[],
  author: Author,
): Edited {
  if (refused.length === 0) return edited;
  const version = edited.changes.length > 0 ? edited.item.version : edited.item.version + 1;
  const changes: Change[] = [...edited.changes];
  const add = (by: Author, field: string, before: string, after: string) =>
    changes.push(
      makeChange(
        `${version}.${changes.length + 1}`,
        by,
        field,
        before === "" ? null : before,
        after === "" ? null : after,
      ),
    );
  const system: Author = { side: "SYSTEM", actor: "sync", at: author.at, reason: "两边同时改动，显示系统的内容" };
  for (const [field, sheet, store] of refused) {
    add(author, field, store, sheet);
    add(system, field, sheet, store);
  }
  return { item: { ...edited.item, version, updatedAt: author.at }, changes };
}

function same(a: object, b: object): boolean {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}
