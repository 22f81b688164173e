import { limits } from "../limits.ts";
import { cellName } from "./a1.ts";
import { closedSystemCells } from "./closed-cells.ts";
import { systemHeaders } from "./header-words.ts";
import { isDitto } from "./line.ts";
import { isProtected } from "./protection.ts";
import type { ReadColumn, Reader } from "./reader.ts";
import { splitParts } from "./split-parts.ts";
import { heightOf, widthOf } from "./tab-cells.ts";
import type { CellFound, RowFound, TableProblem } from "./table.ts";
import { columnTypeAt } from "./typed-table.ts";

/** Reads one entry: the grid rows `row` to `row + rowSpan`. Nothing in here throws on any content. */
export function readCells(
  reader: Reader,
  row: number,
  rowSpan: number,
  above: RowFound | undefined,
  section: CellFound | undefined,
): { readonly row: RowFound; readonly problems: readonly TableProblem[] } {
  const { grid, kind } = reader;
  const cells = new Map<string, CellFound>();
  const problems: TableProblem[] = [];
  let room: number = limits.rowChars;
  for (const column of reader.columns) {
    const read = readCell(reader, column, row, rowSpan);
    const resolved = resolveDitto(read, above?.cells.get(column.found.field));
    const parted = column.found.part === undefined ? resolved : partOf(resolved, column.found.part);
    const limited = withinLimits(parted, room);
    room -= limited.text.length;
    const columnType = columnTypeAt(grid.tab, limited.row, limited.column);
    cells.set(column.found.field, {
      ...limited,
      ...(columnType === undefined ? {} : { columnType }),
      ...(isProtected(grid.tab, limited.row, limited.column) ? { protected: true as const } : {}),
    });
  }
  const sectionField = kind.sectionField;
  if (sectionField !== undefined && section !== undefined && (cells.get(sectionField)?.text ?? "") === "") {
    cells.set(sectionField, section);
  }
  const code = codeOf(reader, row, rowSpan, problems);
  const anchors = grid.tab.rows[row]?.anchors ?? [];
  const closed = closedSystemCells(reader, row);
  for (const { column, name, why } of closed)
    problems.push({ cell: cellName(row, column), message: `${systemHeaders[name]}：${why}`, text: null });
  const closing = closed.length === 0 ? {} : { closed: Object.fromEntries(closed.map(({ name, why }) => [name, why])) };
  return { row: { row, rowSpan, anchors, code, cells, ...closing }, problems };
}

function readCell(reader: Reader, { found, dated }: ReadColumn, row: number, rowSpan: number): CellFound {
  const { grid } = reader;
  const { column } = found;
  const box = grid.merges.at(row, column);
  if (box !== undefined) {
    const cell = { ...grid.read(box.startRow, box.startColumn, dated), row: box.startRow, column: box.startColumn };
    if (box.startColumn !== column) return { text: "", row, column, readOnly: "与左边的格合并，系统不改写" };
    const lock = grid.lockOf(box.startRow, box.startColumn);
    if (lock !== undefined) return { ...cell, readOnly: lock };
    if (box.startRow < row || box.endRow > row + rowSpan) {
      return { ...cell, readOnly: "与上下几行合并，改动会连带别的行，系统不改写" };
    }
    if (widthOf(box) > 1) return { ...cell, readOnly: "与右边的格合并，系统不改写" };
    if (heightOf(box) === rowSpan) return cell;
  }
  const lines: { text: string; at: number }[] = [];
  let lock: string | undefined;
  for (let at = row; at < row + rowSpan; at++) {
    if (at > row) {
      const covering = grid.merges.at(at, column);
      if (covering !== undefined && (covering.startRow !== at || covering.startColumn !== column)) continue;
    }
    lock ??= grid.lockOf(at, column);
    const { text } = grid.read(at, column, dated);
    if (text !== "") lines.push({ text, at });
  }
  if (lines.length === 0 || (lines.length === 1 && lines[0]?.at === row)) {
    const cell = { ...grid.read(row, column, dated), row, column };
    return lock === undefined ? cell : { ...cell, readOnly: lock };
  }
  return {
    text: lines.map(({ text }) => text).join("\n"),
    row: lines[0]?.at ?? row,
    column,
    readOnly: "内容分在几行里，系统不改写",
  };
}

function resolveDitto(cell: CellFound, above: CellFound | undefined): CellFound {
  if (!isDitto(cell.text)) return cell;
  if (above === undefined || above.text === "") {
    return { ...cell, problem: `“${cell.text.trim()}”上面没有可以照抄的内容` };
  }
  const { scalar: _scalar, ...rest } = cell;
  return { ...rest, text: above.text, ditto: true };
}

function partOf(cell: CellFound, part: 0 | 1): CellFound {
  return { ...cell, text: splitParts(cell.text)[part], readOnly: "一格里填了两项，系统不改写" };
}

function withinLimits(cell: CellFound, room: number): CellFound {
  const most = Math.max(0, Math.min(limits.cellChars, room));
  if (cell.text.length <= most) return cell;
  const problem =
    cell.text.length > limits.cellChars
      ? `这一格超过 ${limits.cellChars} 字，只收入前 ${most} 字，表中原文不动`
      : `这一行超过 ${limits.rowChars} 字，这一格只收入前 ${most} 字，表中原文不动`;
  return { ...cell, text: cutText(cell.text, most), problem, readOnly: "内容过长，系统不改写" };
}

/** Never between the two halves of one character. */
function cutText(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function codeOf(reader: Reader, row: number, rowSpan: number, problems: TableProblem[]): string {
  const column = reader.bound.system.code;
  if (column === null) return "";
  const codes: string[] = [];
  for (let at = row; at < row + rowSpan; at++) {
    const code = reader.grid.read(at, column, false).text.trim();
    if (code !== "" && !codes.includes(code)) codes.push(code);
  }
  if (codes.length > 1) {
    problems.push({
      cell: cellName(row, column),
      message: `合并的几行里有 ${codes.length} 个系统编号，只认第一个`,
      text: codes.join("、"),
    });
  }
  return codes[0] ?? "";
}
