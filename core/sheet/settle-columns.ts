import type { Column } from "../ledger/column.ts";
import { columnOf, type Kind } from "../ledger/kind.ts";
import type { BoundHeader } from "./bind-header.ts";
import { isDated } from "./cell-text.ts";
import { isDitto } from "./line.ts";
import type { TabCells } from "./tab-cells.ts";
import type { ColumnFound } from "./table.ts";

/** Cells of a column that are looked at. */
const sampleCells = 200;
/** Below this share of readable cells a header that may mean something else is read as that. */
const readableShare = 0.5;

/**
 * Settles headers that leave their field open by what stands below: 完成情况 holds a status word or prose, 隐患类别 a
 * category or a level, 完成时间 a day or a deadline. Columns known from the last good pass are not asked again.
 */
export function settleColumns(
  grid: TabCells,
  kind: Kind,
  bound: BoundHeader,
  firstRow: number,
): readonly ColumnFound[] {
  const taken = new Set(bound.columns.map(({ field }) => field));
  return bound.columns.map((found) => {
    if (found.part !== undefined || found.field === kind.keyField) return found;
    const others = (bound.options.get(found.column) ?? []).filter((field) => !taken.has(field));
    if (others.length === 0) return found;
    const field =
      found.field === "completedOn" && others.includes("due") && isPlanned(grid, found.column, bound, firstRow)
        ? "due"
        : betterField(grid, kind, found, others, firstRow);
    if (field === found.field) return found;
    taken.delete(found.field);
    taken.add(field);
    return { ...found, field, confidence: Math.min(found.confidence, 0.65) };
  });
}

/** 完成时间 left of the progress, with another column for the day of closing: the day by which, not the day on which. */
function isPlanned(grid: TabCells, column: number, bound: BoundHeader, firstRow: number): boolean {
  const at = (...fields: readonly string[]) => bound.columns.find(({ field }) => fields.includes(field))?.column ?? -1;
  return (
    column < at("progress", "claim") &&
    column < at("closedOnClaim", "verifiedOn") &&
    sample(grid, column, firstRow, true).length > 0
  );
}

function betterField(
  grid: TabCells,
  kind: Kind,
  found: ColumnFound,
  others: readonly string[],
  firstRow: number,
): string {
  const own = columnOf(kind, found.field);
  const texts = sample(grid, found.column, firstRow, isDated(own));
  if (texts.length === 0 || share(own, texts) >= readableShare) return found.field;
  let best = found.field;
  let bestShare = share(own, texts);
  for (const field of others) {
    const readable = share(columnOf(kind, field), texts);
    if (readable > bestShare) {
      best = field;
      bestShare = readable;
    }
  }
  return best;
}

function sample(grid: TabCells, column: number, firstRow: number, dated: boolean): readonly string[] {
  const texts: string[] = [];
  for (let row = firstRow; row < grid.rows && texts.length < sampleCells; row++) {
    const { text } = grid.read(row, column, dated);
    if (text !== "" && !isDitto(text)) texts.push(text);
  }
  return texts;
}

function share({ type }: Column, texts: readonly string[]): number {
  const context = { referenceDate: "2023-12-31" };
  return texts.filter((text) => type.parse(text, context).problem === undefined).length / texts.length;
}
