import { columnOf } from "../ledger/kind.ts";
import { classifyRow } from "./classify-row.ts";
import { isNumbered, readSection } from "./line.ts";
import { namesCategory, type Reader } from "./reader.ts";
import type { CellFound } from "./table.ts";

/** What stands over several entries and speaks for those that say nothing themselves: the category, aspect or form. */
export interface Section {
  readonly level: number;
  readonly cell: CellFound;
}

/** What holds before the first entry: a tab for one sort alone, a section head over the header. */
export function sectionsBefore(reader: Reader, headerRow: number): readonly Section[] {
  return [...sectionOfTitle(reader, headerRow), ...sectionAbove(reader, headerRow)];
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
  const line = classifyRow(reader, row, false);
  return line.what === "section" && isNumbered(line.text) ? openSection(reader, [], row, line) : [];
}

/** @param open the sections that hold so far, from the outermost. */
export function openSection(
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
