import { kindOf } from "../ledger/kinds.ts";
import type { SpreadsheetRead, TabRead } from "../sheet/sheet.ts";
import type { RowFound, TableFound } from "../sheet/table.ts";
import type { BaseBucket, BaseRoot } from "../store/store.ts";
import { bucketOf, bucketsOf, digestBucket, digestRow } from "./base.ts";
import { noteFieldOf, systemPart } from "./notice.ts";

/** Pure: what stands on the sheet, and where it differs from what both sides last agreed on. */

export interface SheetRow {
  readonly table: TableFound;
  readonly row: RowFound;
  /** Text of 系统状态 and 系统提示 as they stand. */
  readonly state: string;
  readonly notice: string;
  /** field -> this system's part of the note on the cell. */
  readonly notes: ReadonlyMap<string, string>;
  /** field -> the whole note, the clerk's own part included. */
  readonly wholeNotes: ReadonlyMap<string, string>;
  readonly digest: string;
}

export interface Survey {
  /** Live rows with a code; more than one row under a code where a person copied it. */
  readonly rows: ReadonlyMap<string, readonly SheetRow[]>;
  /** Live rows that say something and have no code. */
  readonly unnamed: readonly SheetRow[];
  readonly rowCount: number;
}

export function surveyTables(read: SpreadsheetRead, tables: readonly TableFound[]): Survey {
  const rows = new Map<string, SheetRow[]>();
  const unnamed: SheetRow[] = [];
  let rowCount = 0;
  for (const table of tables) {
    const tab = read.tabs.find((candidate) => candidate.tabId === table.tabId);
    if (tab === undefined) throw new Error(`table of a tab that was not read: ${table.tabId}`);
    const fields = kindOf(table.kind).columns.map((column) => column.field);
    for (const row of table.rows) {
      rowCount++;
      const sheetRow = surveyRow(tab, table, row, fields);
      if (row.code === "") unnamed.push(sheetRow);
      else {
        const same = rows.get(row.code);
        if (same === undefined) rows.set(row.code, [sheetRow]);
        else same.push(sheetRow);
      }
    }
  }
  return { rows, unnamed, rowCount };
}

function surveyRow(tab: TabRead, table: TableFound, row: RowFound, fields: readonly string[]): SheetRow {
  const state = systemText(tab, row.row, table.system.state);
  const notice = systemText(tab, row.row, table.system.notice);
  const notes = new Map<string, string>();
  const wholeNotes = new Map<string, string>();
  for (const [field, cell] of row.cells) {
    const note = tab.rows[cell.row]?.cells[cell.column]?.note ?? "";
    if (note === "" || noteFieldOf(row, field) !== field) continue;
    wholeNotes.set(field, note);
    if (systemPart(note) !== "") notes.set(field, systemPart(note));
  }
  return {
    table,
    row,
    state,
    notice,
    notes,
    wholeNotes,
    digest: digestRow(digestInput(fields, row, (name) => row.cells.get(name)?.text ?? "", state, notice, notes)),
  };
}

/** The order of columns on the sheet does not matter: texts are taken in the order of the kind. */
export function digestInput(
  fields: readonly string[],
  row: RowFound,
  textOf: (field: string) => string,
  state: string,
  notice: string,
  notes: ReadonlyMap<string, string>,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const field of fields) {
    const cell = row.cells.get(field);
    if (cell === undefined) continue;
    texts.set(field, textOf(field));
    if (cell.problem !== undefined) texts.set(`?${field}`, cell.problem);
    const note = notes.get(field);
    if (note !== undefined) texts.set(`!${field}`, note);
  }
  texts.set("#state", state);
  texts.set("#notice", notice);
  // A cell that opens again is to be written, though it shows what it did.
  if (row.closed !== undefined) texts.set("#closed", Object.keys(row.closed).join());
  return texts;
}

function systemText(tab: TabRead, row: number, column: number | null): string {
  if (column === null) return "";
  const value = tab.rows[row]?.cells[column]?.value;
  return value === null || value === undefined ? "" : String(value);
}

/** The row that stands for a code when several carry it; identify.ts decides finally. */
function digestsOf(survey: Survey, tabId: number): Map<string, string> {
  const digests = new Map<string, string>();
  for (const [code, rows] of survey.rows) {
    const row = rows.find((candidate) => candidate.table.tabId === tabId);
    if (row !== undefined) digests.set(code, row.digest);
  }
  return digests;
}

/** Buckets of a tab whose rows are not the agreed ones. */
export function differingBuckets(survey: Survey, tabId: number, root: BaseRoot | null): number[] {
  const buckets = bucketsOf(digestsOf(survey, tabId));
  const numbers = new Set([...buckets.keys(), ...Object.keys(root?.digests ?? {}).map(Number)]);
  return [...numbers].filter((number) => {
    const bucket = buckets.get(number);
    return (bucket === undefined ? undefined : digestBucket(bucket)) !== root?.digests[number];
  });
}

export interface Difference {
  /** On the sheet, known, and not as agreed. */
  readonly changed: ReadonlySet<string>;
  /** On the sheet and not among the agreed rows of its tab. */
  readonly unknown: ReadonlySet<string>;
  /** Among the agreed rows and nowhere on the sheet; code -> tab. */
  readonly missing: ReadonlyMap<string, number>;
}

export function compare(survey: Survey, loaded: ReadonlyMap<number, ReadonlyMap<number, BaseBucket>>): Difference {
  const changed = new Set<string>();
  const unknown = new Set<string>();
  const missing = new Map<string, number>();
  for (const [tabId, buckets] of loaded) {
    for (const [code, digest] of digestsOf(survey, tabId)) {
      const bucket = buckets.get(bucketOf(code));
      if (bucket === undefined) continue;
      if (bucket[code] === undefined) unknown.add(code);
      else if (bucket[code] !== digest) changed.add(code);
    }
    for (const bucket of buckets.values())
      for (const code of Object.keys(bucket)) if (!survey.rows.has(code)) missing.set(code, tabId);
  }
  for (const [code, rows] of survey.rows) if (rows.length > 1) changed.add(code);
  return { changed, unknown, missing };
}
