import type { SheetsApi } from "./api.ts";
import { type Area, areaAt } from "./area.ts";
import type { SheetBody } from "./rest-shapes.ts";

/** The basic filter of a tab: its range, whose first row is the header, and the values it hides per column. */
export type TabFilter = {
  readonly area: Area;
  readonly hiddenValues: ReadonlyMap<number, ReadonlySet<string>>;
};

export function readHiddenValues(filter: NonNullable<SheetBody["basicFilter"]>): TabFilter["hiddenValues"] {
  const specs = (filter.filterSpecs ?? []).flatMap(({ columnIndex = 0, filterCriteria }) => {
    const values = filterCriteria?.hiddenValues ?? [];
    return values.length === 0 ? [] : [[columnIndex, new Set(values)] as const];
  });
  return new Map(specs);
}

/** The texts of a filter's column, by row under the header. */
export async function readFilterColumn(
  api: SheetsApi,
  title: string,
  { startRow, endRow }: Area,
  column: number,
): Promise<readonly string[]> {
  const count = endRow - startRow - 1;
  if (count < 1) return [];
  const rows = await api.readCells(title, areaAt(startRow + 1, column, count));
  return Array.from({ length: count }, (_, at) => rows[at]?.values?.[0]?.formattedValue ?? "");
}

/** How the filter shows in a header cell: nothing outside the header, and whether the column hides some rows. */
export function filterMark(filter: TabFilter | null | undefined, row: number, column: number): "all" | "some" | null {
  if (!filter || row !== filter.area.startRow) return null;
  if (column < filter.area.startColumn || column >= filter.area.endColumn) return null;
  return (filter.hiddenValues.get(column)?.size ?? 0) > 0 ? "some" : "all";
}
