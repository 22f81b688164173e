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

/** Rows that the filter hides, computed here because a service need not say which rows its filter hides. */
export async function filteredRows(api: SheetsApi, title: string, filter: TabFilter): Promise<ReadonlySet<number>> {
  const hidden = new Set<number>();
  for (const [column, values] of filter.hiddenValues) {
    const texts = await readFilterColumn(api, title, filter.area, column);
    // The blank rows under the table stay, for they are where a person writes on.
    const lastFilled = texts.findLastIndex((text) => text !== "");
    texts.forEach((text, at) => {
      if (at <= lastFilled && values.has(text)) hidden.add(filter.area.startRow + 1 + at);
    });
  }
  return hidden;
}
