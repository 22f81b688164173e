import { renderRange } from "./a1.ts";
import type { DataFilter } from "./data-filter.ts";
import { selectAreas } from "./data-filter.ts";
import type { DraftContext } from "./draft.ts";
import { commitDraft, openDraft } from "./draft.ts";
import { invalid } from "./errors.ts";
import { evaluatorOf } from "./evaluate.ts";
import type { ValueRange } from "./render-values.ts";
import { renderValues } from "./render-values.ts";
import type { SpreadsheetState } from "./state.ts";
import type { Outcome, Render, WriteOptions } from "./values.ts";
import { answerOf, totals, within } from "./values.ts";
import type { Input, Written } from "./write-values.ts";
import { readInput, writeValues } from "./write-values.ts";

/** The `values` methods that find their ranges by data filter. */

export function batchGetByDataFilter(
  state: SpreadsheetState,
  filters: readonly DataFilter[],
  render: Render,
  now: number,
): object[] {
  if (filters.length === 0) throw invalid("Must specify at least one dataFilter.");
  const found = new Map<string, { valueRange: ValueRange; dataFilters: DataFilter[] }>();
  for (const filter of filters) {
    for (const { sheet, box } of selectAreas(state, filter)) {
      const key = renderRange(sheet.title, box);
      const old = found.get(key);
      if (old !== undefined) old.dataFilters.push(filter);
      else {
        const options = { ...render, locale: state.properties.locale };
        found.set(key, {
          valueRange: renderValues(sheet, box, evaluatorOf(state, now), options),
          dataFilters: [filter],
        });
      }
    }
  }
  return [...found.values()];
}

export interface FilterInput {
  readonly dataFilter?: DataFilter;
  readonly majorDimension?: string;
  readonly values?: unknown;
}

/** "If there are multiple matching ranges, all matched ranges are updated"; too many values for a range is an error. */
export function batchUpdateByDataFilter(
  state: SpreadsheetState,
  data: readonly FilterInput[],
  options: WriteOptions,
  context: DraftContext,
): Outcome {
  const draft = openDraft(state, context);
  const all: { written: Written | undefined; dataFilter: DataFilter }[] = [];
  data.forEach((element, index) => {
    within(`data[${index}]`, () => {
      const dataFilter = element.dataFilter ?? {};
      const values: readonly (readonly Input[])[] = readInput(element.values, element.majorDimension);
      const areas = selectAreas(state, dataFilter);
      if (areas.length === 0 && context.switches.dataFilterWithoutMatch === "fail") {
        throw invalid("No data matched the provided DataFilter.");
      }
      if (areas.length === 0 && context.switches.dataFilterWithoutMatch === "empty")
        all.push({ written: undefined, dataFilter });
      for (const { sheet, box } of areas) {
        all.push({ written: writeValues(draft, { sheet, box, asked: box }, values, options.input), dataFilter });
      }
    });
  });
  const next = commitDraft(draft);
  const responses = all.map(({ written, dataFilter }) => ({
    ...(written === undefined ? {} : answerOf(next, written, options, context)),
    dataFilter,
  }));
  const done = all.flatMap(({ written }) => (written === undefined ? [] : [written]));
  return {
    state: next,
    answer: { spreadsheetId: state.id, ...totals(done), ...(responses.length === 0 ? {} : { responses }) },
  };
}
