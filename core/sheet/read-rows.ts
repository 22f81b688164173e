import type { ClaimReading } from "../ledger/claim.ts";
import type { Column } from "../ledger/column.ts";
import { columnOf, type Kind } from "../ledger/kind.ts";
import { limits } from "../limits.ts";
import { cellName } from "./a1.ts";
import type { BoundHeader } from "./bind-header.ts";
import { isDated } from "./cell-text.ts";
import { type Checks, makeChecks } from "./checks.ts";
import { isHeaderWord } from "./header-words.ts";
import { isFoot, isNumbered, readSection, readTotal } from "./line.ts";
import { readCells } from "./read-cells.ts";
import type { Box } from "./sheet.ts";
import { type TabCells, textsOf, widthOf } from "./tab-cells.ts";
import type { CellFound, ColumnFound, RowFound, TableProblem } from "./table.ts";

/** A column with what its field means, looked up once for the whole table. */
export interface ReadColumn {
  readonly found: ColumnFound;
  readonly column: Column;
  readonly dated: boolean;
}

export interface RowsFound {
  readonly rows: readonly RowFound[];
  readonly insertAt: number;
  readonly problems: readonly TableProblem[];
}

interface Section {
  readonly level: number;
  readonly cell: CellFound;
}

/** Reads the entries under a header. Sections, totals, notes and signatures are not entries, but sections and totals are checked. */
export function readRows(
  grid: TabCells,
  kind: Kind,
  bound: BoundHeader,
  headerRow: number,
  headerDepth: number,
): RowsFound {
  const firstRow = headerRow + headerDepth;
  const columns = bound.columns.map((found): ReadColumn => {
    const column = columnOf(kind, found.field);
    return { found, column, dated: isDated(column) };
  });
  const key = columns.find(({ found }) => found.field === kind.keyField);
  const checks = makeChecks(kind, columns, bound.sequenceColumn);
  const reader: Reader = { grid, kind, bound, columns, key, checks, systemColumns: systemSet(bound) };
  const rows: RowFound[] = [];
  const problems: TableProblem[] = [];
  let sections: readonly Section[] = [...sectionOfTitle(reader, headerRow), ...sectionAbove(reader, headerRow)];
  let footed = false;
  let insertAt = firstRow;
  let row = firstRow;
  while (row < grid.rows) {
    if (rows.length >= limits.tableRows) {
      problems.push({
        cell: cellName(row, 0),
        message: `表格超过 ${limits.tableRows} 行，以下各行没有读取`,
        text: null,
      });
      break;
    }
    const line = classify(reader, row, footed);
    if (line.what === "otherTable") {
      const message = `第 ${row + 1} 行起像是另一张表，没有读取；请移到单独的标签页`;
      problems.push({ cell: cellName(row, 0), message, text: null });
      break;
    }
    if (line.what === "foot") footed = true;
    if (line.what === "section") sections = openSection(reader, sections, row, line);
    if (line.what === "total") checks.total(row, line.word, line.texts);
    if (line.what === "keyless") problems.push(keylessProblem(reader, row, line.texts));
    if (line.what !== "entry") {
      row += 1;
      continue;
    }
    const rowSpan = spanOf(reader, row);
    const entry = readCells(reader, row, rowSpan, rows.at(-1), sections.at(-1)?.cell);
    rows.push(entry.row);
    problems.push(...entry.problems);
    checks.entry(entry.row);
    row += rowSpan;
    insertAt = row;
  }
  return { rows, insertAt: rows.length === 0 ? firstRow : insertAt, problems: [...problems, ...checks.finish()] };
}

export interface Reader {
  readonly grid: TabCells;
  readonly kind: Kind;
  readonly bound: BoundHeader;
  readonly columns: readonly ReadColumn[];
  readonly key: ReadColumn | undefined;
  readonly checks: Checks;
  readonly systemColumns: ReadonlySet<number>;
}

type Texts = readonly { readonly column: number; readonly text: string }[];
type Line =
  | { readonly what: "entry" | "blank" | "foot" | "note" | "header" | "otherTable" }
  | { readonly what: "keyless"; readonly texts: Texts }
  | { readonly what: "section"; readonly text: string; readonly column: number }
  | { readonly what: "total"; readonly word: "TOTAL" | "SUBTOTAL"; readonly texts: Texts };

function classify(reader: Reader, row: number, footed: boolean): Line {
  const { grid, bound, key } = reader;
  if (bound.system.code !== null && grid.read(row, bound.system.code, false).text !== "") return { what: "entry" };
  const texts = textsOf(grid, row, reader.systemColumns);
  const [first, second] = texts;
  if (first === undefined) return { what: "blank" };
  const word = readTotal(first.text) ?? (second === undefined ? null : readTotal(second.text));
  if (word !== null) return { what: "total", word, texts };
  if (isFoot(first.text) && texts.length <= 4) return { what: "foot" };
  const box = grid.merges.at(row, first.column);
  const wide = box !== undefined && widthOf(box) >= 3 && spansFields(reader, box);
  if (texts.length === 1 || wide) {
    const section = readSection(first.text);
    if (section !== null && (wide || isSectionText(reader, section.title, section.declared, first.column))) {
      return { what: "section", text: first.text, column: first.column };
    }
    if (wide) return namesCategory(reader, first.text) ? { what: "section", ...first } : { what: "note" };
    if (footed) return { what: "foot" };
  }
  if (repeatsHeader(reader, texts)) return { what: "header" };
  if (isOtherHeader(reader, row, texts)) return { what: "otherTable" };
  const ofFields = texts.filter(({ column, text }) => saysSomething(reader, column, text));
  if (ofFields.length === 0) return { what: "blank" };
  if (key === undefined) return { what: "keyless", texts };
  return keyText(reader, row) === "" ? { what: "keyless", texts: ofFields } : { what: "entry" };
}

/** False for a description that is itself three columns wide. */
function spansFields({ columns }: Reader, { startColumn, endColumn }: Box): boolean {
  return new Set(columns.map(({ found }) => found.column).filter((at) => at >= startColumn && at < endColumn)).size > 1;
}

/** A tick box that is off and a 未完成 from a list stand in rows that wait for an entry. */
function saysSomething(reader: Reader, at: number, text: string): boolean {
  const read = reader.columns.find(({ found }) => found.column === at);
  if (read === undefined) return false;
  if (!preset.has(read.column.type.name)) return true;
  const { value } = read.column.type.parse(text, { referenceDate: "2000-01-01" });
  return text !== "FALSE" && (value as ClaimReading | null)?.claim !== "REGISTERED";
}

const preset: ReadonlySet<string> = new Set(["claim", "closedClaim", "onSite"]);

function keyText(reader: Reader, row: number): string {
  const column = reader.key?.found.column ?? 0;
  const box = reader.grid.merges.at(row, column);
  return reader.grid.read(box?.startRow ?? row, box?.startColumn ?? column, false).text;
}

/** A lone `一、…` outside a merge is a section head only if it says so: by its count, its category, or its place beside the key column. */
function isSectionText(reader: Reader, title: string, declared: number | null, column: number): boolean {
  return declared !== null || column !== reader.key?.found.column || namesCategory(reader, title);
}

function namesCategory(reader: Reader, text: string): boolean {
  const field = reader.kind.sectionField;
  if (field === undefined) return false;
  const type = columnOf(reader.kind, field).type;
  if (type.name === "text") return false;
  const reading = type.parse(text, { referenceDate: "2000-01-01" });
  return reading.value !== null && reading.problem === undefined && text.length <= 40;
}

/** A tab for one sort of entry alone: 典型案例, 急难愁盼问题. */
function sectionOfTitle({ grid, kind }: Reader, headerRow: number): readonly Section[] {
  const { title } = grid.tab;
  if (kind.sectionField === undefined || kind.sectionTitles?.test(title) !== true) return [];
  const { type } = columnOf(kind, kind.sectionField);
  const { value } = type.parse(title, { referenceDate: "2000-01-01" });
  if (value === null) return [];
  // The word and not the title, which changes with the month.
  const text = type.render(value);
  return [{ level: 0, cell: { text, row: headerRow, column: 0, readOnly: "由标签页的名称决定，要改请在本行填写" } }];
}

/** A section head may stand over a header of its own: `一、…（2项）`, then the header, then the entries. */
function sectionAbove(reader: Reader, headerRow: number): readonly Section[] {
  const row = headerRow - 1;
  if (row < 0) return [];
  const line = classify(reader, row, false);
  return line.what === "section" && isNumbered(line.text) ? openSection(reader, [], row, line) : [];
}

function openSection(
  reader: Reader,
  open: readonly Section[],
  row: number,
  line: { readonly text: string; readonly column: number },
): readonly Section[] {
  const head = readSection(line.text) ?? { level: 1, title: line.text.trim(), declared: null };
  const kept = open.filter(({ level }) => level < head.level);
  reader.checks.section(row, line.column, head.level, head.declared, line.text);
  const field = reader.kind.sectionField;
  if (field === undefined) return kept;
  const type = columnOf(reader.kind, field).type;
  if (type.name !== "text" && !namesCategory(reader, head.title)) return kept;
  const cell: CellFound = {
    text: head.title,
    row,
    column: line.column,
    readOnly: "由上方的分类行决定，要改请改分类行或本行的类别列",
  };
  return [...kept, { level: head.level, cell }];
}

/** How many grid rows the entry takes: the height of its key cell's merge or of its number's, then sub-rows numbered 1-1, 1-2. */
function spanOf(reader: Reader, row: number): number {
  const { grid, key, bound } = reader;
  const box = key === undefined ? undefined : grid.merges.at(row, key.found.column);
  let end = box === undefined || box.startRow !== row ? row + 1 : Math.min(box.endRow, grid.rows);
  if (bound.sequenceColumn === null || key === undefined) return end - row;
  const numbered = grid.merges.at(row, bound.sequenceColumn);
  if (numbered !== undefined && numbered.startRow === row) {
    const last = Math.min(numbered.endRow, grid.rows);
    while (end < last && keyText(reader, end) === "" && !hasCode(reader, end)) end++;
  }
  const number = sequenceAt(reader, row);
  const isPart = (text: string) => /^\d+[-–—.]\d+$/.test(text) && (number === "" || text.startsWith(number));
  while (end < grid.rows && isPart(sequenceAt(reader, end)) && keyText(reader, end) === "" && !hasCode(reader, end))
    end++;
  return end - row;
}

function sequenceAt(reader: Reader, row: number): string {
  return reader.grid
    .read(row, reader.bound.sequenceColumn ?? 0, false)
    .text.normalize("NFKC")
    .trim();
}

function hasCode(reader: Reader, row: number): boolean {
  const column = reader.bound.system.code;
  return column !== null && reader.grid.read(row, column, false).text !== "";
}

/** The header again, as on a second printed page. */
function repeatsHeader(reader: Reader, texts: Texts): boolean {
  const headers = new Map(reader.bound.columns.map(({ column, header }) => [column, header]));
  const same = texts.filter(({ column, text }) => headers.get(column)?.endsWith(text.trim()));
  return same.length >= 3 && same.length * 2 >= texts.length;
}

/** The header of a table below this one: header words throughout, also where this table has its key. */
function isOtherHeader(reader: Reader, row: number, texts: Texts): boolean {
  if (texts.length < 3 || !isHeaderWord(keyText(reader, row))) return false;
  return texts.filter(({ text }) => isHeaderWord(text)).length * 5 >= texts.length * 4;
}

function keylessProblem(reader: Reader, row: number, texts: Texts): TableProblem {
  const header = reader.key?.found.header ?? columnOf(reader.kind, reader.kind.keyField).header;
  const column = reader.key?.found.column ?? texts[0]?.column ?? 0;
  return {
    cell: cellName(row, column),
    message: `第 ${row + 1} 行没有填“${header.replaceAll("\n", "")}”，这一行暂不收入`,
    text: texts[0]?.text ?? null,
  };
}

function systemSet(bound: BoundHeader): ReadonlySet<number> {
  return new Set(Object.values(bound.system).filter((column) => column !== null));
}
