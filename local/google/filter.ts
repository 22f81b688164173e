import type { Box } from "./a1.ts";
import type { Evaluator } from "./operand.ts";
import type { Message } from "./requests/request.ts";
import { gridRangeOf, showGridRange } from "./resolve.ts";
import { showValue } from "./show.ts";
import type { GridRange, Json, SheetState } from "./state.ts";

/**
 * The basic filter of a sheet. Kept as `filterSpecs`: "Both criteria and filter_specs are populated in responses. If both
 * fields are specified in an update request, this field takes precedence." Rows are hidden by `hiddenValues`; conditions
 * are kept and returned, but hide nothing.
 */

interface Spec {
  readonly columnIndex?: number;
  readonly filterCriteria?: { readonly hiddenValues?: readonly string[] };
}

const specsOf = (filter: Json) => (filter.filterSpecs ?? []) as readonly Spec[];

function fromCriteria(criteria: Message): Spec[] {
  return Object.entries(criteria).map(([column, filterCriteria]) => ({ columnIndex: Number(column), filterCriteria }));
}

/** The filter of a request over the box that it turned out to cover. */
export function readFilter(filter: Message, sheetId: number, box: Box): Json {
  const { criteria, filterSpecs, ...rest } = filter;
  const specs: readonly Spec[] = filterSpecs ?? fromCriteria(criteria ?? {});
  return { ...rest, range: gridRangeOf(sheetId, box), ...(specs.length === 0 ? {} : { filterSpecs: specs }) };
}

export function showFilter(filter: Json): Json {
  const shown = { ...filter, range: showGridRange(filter.range as GridRange) };
  const specs = specsOf(filter);
  if (specs.length === 0) return shown;
  const criteria = specs.map(({ columnIndex = 0, filterCriteria = {} }) => [String(columnIndex), filterCriteria]);
  return { ...shown, criteria: Object.fromEntries(criteria) as Json };
}

/** Columns as they are numbered after a change; `moved` is undefined for a column that is gone. */
export function moveFilterColumns(filter: Json, moved: (column: number) => number | undefined): Json {
  if (filter.filterSpecs === undefined) return filter;
  const filterSpecs = specsOf(filter).flatMap((spec) => {
    const columnIndex = moved(spec.columnIndex ?? 0);
    return columnIndex === undefined ? [] : [{ ...spec, columnIndex }];
  });
  return { ...filter, filterSpecs };
}

/** Rows whose text is among the hidden values. The blank rows below the data stay: people write on there. */
export function filteredRows(sheet: SheetState, evaluator: Evaluator, locale: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  if (sheet.basicFilter === undefined) return hidden;
  const range = sheet.basicFilter.range as GridRange;
  const end = Math.min(range.endRowIndex ?? sheet.rowCount, sheet.rows.length);
  for (const { columnIndex = 0, filterCriteria } of specsOf(sheet.basicFilter)) {
    const values = new Set(filterCriteria?.hiddenValues ?? []);
    if (values.size === 0) continue;
    let waiting: number[] = [];
    for (let row = (range.startRowIndex ?? 0) + 1; row < end; row++) {
      const text = showValue(evaluator(sheet, row, columnIndex), sheet.rows[row]?.[columnIndex], locale);
      if (text !== "") {
        for (const blank of waiting) hidden.add(blank);
        waiting = [];
        if (values.has(text)) hidden.add(row);
      } else if (values.has("")) waiting.push(row);
    }
  }
  return hidden;
}
