import { baseText, type Item } from "../ledger/item.ts";
import type { Journal } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import { digestText } from "./base.ts";
import type { SheetRow, Survey } from "./survey.ts";

/** Why a cell's text does not pass for a clerk's edit. */
export type CellDoubt =
  /** A value of ours that a sort put into another row, or an inserted column under another header, while the pass died. */
  | "MISPLACED"
  /** It was replaced lately: the read may be older than that. Believed when no read can be as old any more. */
  | "STALE"
  /** Our own write, which landed while the pass died before it could prove it. */
  | "LANDED";

export interface DistrustInput {
  readonly journal: Journal | null;
  readonly item: Item;
  readonly row: SheetRow;
  readonly survey: Survey;
  /** Fields that had a column at the last good pass. */
  readonly boundBefore: ReadonlySet<string>;
  readonly nowMs: number;
  /** Another cell shows that the read is an old one (isOldRead). */
  readonly oldRead: boolean;
}

/** Pure: what the journal of the last pass says about the cells of a row, by field. */
export function distrustOf(input: DistrustInput): ReadonlyMap<string, CellDoubt> {
  const { journal, item, row, survey } = input;
  const distrusted = new Map<string, CellDoubt>();
  if (journal === null) return distrusted;
  for (const write of journal.writes) {
    if (write.tabId !== row.table.tabId) continue;
    const landedIn = ({ row: { cells } }: SheetRow) => cells.get(write.field)?.text === write.text;
    if (write.code === item.code && landedIn(row)) {
      if (write.text !== baseText(item, write.field)) distrusted.set(write.field, "LANDED");
      continue;
    }
    if (survey.rows.get(write.code)?.some(landedIn)) continue;
    for (const [field, { text, readOnly }] of row.row.cells) {
      // No write of ours makes a formula, whatever it shows.
      if (readOnly !== undefined) continue;
      // A sort leaves the column as it was, a shift of columns the row.
      const hit = write.code === item.code ? field !== write.field && text !== "" : field === write.field;
      if (hit && text === write.text && text !== baseText(item, field)) distrusted.set(field, "MISPLACED");
    }
  }
  for (const { code, field, before } of replacedLately(journal, input.nowMs)) {
    // A column that comes in shows nothing that could be old.
    if (code !== item.code || !input.boundBefore.has(field)) continue;
    const text = row.row.cells.get(field)?.text ?? "";
    if (digestText(text) === before && text !== baseText(item, field)) distrusted.set(field, "STALE");
  }
  // An old read also shows what stood in between, where no pass has ever seen it, and strays that were given back since.
  if (input.oldRead)
    for (const [field, { text }] of row.row.cells)
      if (text !== baseText(item, field) && input.boundBefore.has(field) && !distrusted.has(field))
        distrusted.set(field, "STALE");
  return distrusted;
}

/** Whether some cell shows what was replaced there lately. */
export function isOldRead(
  journal: Journal | null,
  survey: Survey,
  items: ReadonlyMap<string, Item>,
  nowMs: number,
): boolean {
  if (journal === null) return false;
  return replacedLately(journal, nowMs).some(({ code, field, before }) => {
    const item = items.get(code);
    const text = survey.rows.get(code)?.[0]?.row.cells.get(field)?.text;
    return item !== undefined && text !== undefined && text !== baseText(item, field) && digestText(text) === before;
  });
}

/** Cells whose old text may still be read; those of a write that nobody has proven are among them. */
export function replacedLately({ writes, recent }: Journal, nowMs: number): Journal["recent"] {
  const known = writes.flatMap(({ code, field, before, atMs }) =>
    before === undefined ? [] : [{ code, field, before, atMs }],
  );
  return [...recent, ...known].filter(({ atMs = 0 }) => atMs > nowMs - limits.staleReadMs);
}

/** code -> field -> texts. */
export type CellTexts = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export function writtenTexts(journal: Journal | null): CellTexts {
  const byCode = new Map<string, Map<string, Set<string>>>();
  for (const { code, field, text } of journal?.writes ?? []) {
    const fields = byCode.get(code) ?? new Map<string, Set<string>>();
    byCode.set(code, fields.set(field, (fields.get(field) ?? new Set()).add(text)));
  }
  return byCode;
}
