import { columnOf, type Kind } from "../ledger/kind.ts";
import { limits } from "../limits.ts";
import { cellName } from "./a1.ts";
import type { BoundHeader } from "./bind-header.ts";
import { classifyRow } from "./classify-row.ts";
import { readCells } from "./read-cells.ts";
import { makeReader, type Reader, type Texts } from "./reader.ts";
import { spanOf } from "./row-span.ts";
import { openSection, sectionsBefore } from "./sections.ts";
import type { TabCells } from "./tab-cells.ts";
import type { RowFound, TableProblem } from "./table.ts";

export interface RowsFound {
  readonly rows: readonly RowFound[];
  readonly insertAt: number;
  readonly problems: readonly TableProblem[];
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
  const reader = makeReader(grid, kind, bound);
  const { checks } = reader;
  const rows: RowFound[] = [];
  const problems: TableProblem[] = [];
  let sections = sectionsBefore(reader, headerRow);
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
    const line = classifyRow(reader, row, footed);
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

function keylessProblem(reader: Reader, row: number, texts: Texts): TableProblem {
  const header = reader.key?.found.header ?? columnOf(reader.kind, reader.kind.keyField).header;
  const column = reader.key?.found.column ?? texts[0]?.column ?? 0;
  return {
    cell: cellName(row, column),
    message: `第 ${row + 1} 行没有填“${header.replaceAll("\n", "")}”，这一行暂不收入`,
    text: texts[0]?.text ?? null,
  };
}
