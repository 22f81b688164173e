import { renderRange } from "./a1.ts";
import type { DataFilter } from "./data-filter.ts";
import { selectAreas } from "./data-filter.ts";
import { insertDimension } from "./dimension.ts";
import type { Draft, DraftContext } from "./draft.ts";
import { commitDraft, eachCell, editSheet, openDraft, setCell, withParts } from "./draft.ts";
import { GoogleError, invalid } from "./errors.ts";
import { evaluatorOf } from "./evaluate.ts";
import { lastTable } from "./find-data.ts";
import { checkProtection } from "./protection.ts";
import type { RenderOptions, ValueRange } from "./render-values.ts";
import { renderValues } from "./render-values.ts";
import type { Target } from "./resolve.ts";
import { resolveRange } from "./resolve.ts";
import type { SpreadsheetState } from "./state.ts";
import type { Input, InputOption, Written } from "./write-values.ts";
import { readInput, writeValues } from "./write-values.ts";

/** The `values` methods over one spreadsheet value; writes give the next value and the answer. */

export interface Outcome {
  readonly state: SpreadsheetState;
  readonly answer: object;
}

export type Render = Omit<RenderOptions, "locale">;

export function getValues(state: SpreadsheetState, range: string, render: Render, now: number): ValueRange {
  const { sheet, box } = resolveRange(state, range);
  return renderValues(sheet, box, evaluatorOf(state, now), { ...render, locale: state.properties.locale });
}

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

export interface WriteOptions {
  readonly input: InputOption;
  readonly includeValues: boolean;
  readonly render: Render;
}

export interface RangeInput {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: unknown;
}

function counts(written: Written): object {
  return {
    ...(written.rows.size === 0 ? {} : { updatedRows: written.rows.size }),
    ...(written.columns.size === 0 ? {} : { updatedColumns: written.columns.size }),
    ...(written.cells === 0 ? {} : { updatedCells: written.cells }),
  };
}

function answerOf(state: SpreadsheetState, written: Written, options: WriteOptions, context: DraftContext): object {
  const sheet = state.sheets.find((candidate) => candidate.id === written.sheetId)!;
  const extent = context.switches.updatedDataExtent === "written" ? written.box : widest(written);
  return {
    updatedRange: renderRange(sheet.title, written.box),
    ...counts(written),
    ...(options.includeValues
      ? {
          updatedData: renderValues(sheet, extent, evaluatorOf(state, context.now), {
            ...options.render,
            locale: state.properties.locale,
          }),
        }
      : {}),
  };
}

/** "If the range to write was larger than the range actually written, the response includes all values in the requested range". */
function widest({ box, target }: Written) {
  return {
    startRow: Math.min(box.startRow, target.startRow),
    startColumn: Math.min(box.startColumn, target.startColumn),
    endRow: Math.max(box.endRow, target.endRow),
    endColumn: Math.max(box.endColumn, target.endColumn),
  };
}

/** The range a body repeats must be the one in the path. */
function checkSameRange(draft: Draft, range: string, body: string | undefined): Target {
  const target = resolveRange(draft, range);
  if (body !== undefined && body !== "") {
    const other = resolveRange(draft, body);
    const [a, b] = [renderRange(target.sheet.title, target.box), renderRange(other.sheet.title, other.box)];
    if (a !== b) throw invalid(`Requested writing within range [${a}], but got data for range [${b}]`);
  }
  return target;
}

export function updateValues(
  state: SpreadsheetState,
  range: string,
  body: RangeInput,
  options: WriteOptions,
  context: DraftContext,
): Outcome {
  const draft = openDraft(state, context);
  const target = checkSameRange(draft, range, body.range);
  const written = writeValues(draft, target, readInput(body.values, body.majorDimension), options.input);
  const next = commitDraft(draft);
  return { state: next, answer: { spreadsheetId: state.id, ...answerOf(next, written, options, context) } };
}

function totals(all: readonly Written[]): object {
  const distinct = (lines: (written: Written) => ReadonlySet<number>) =>
    new Set(all.flatMap((written) => [...lines(written)].map((line) => `${written.sheetId}:${line}`))).size;
  const cells = all.reduce((sum, written) => sum + written.cells, 0);
  if (cells === 0) return {};
  return {
    totalUpdatedRows: distinct((written) => written.rows),
    totalUpdatedColumns: distinct((written) => written.columns),
    totalUpdatedCells: cells,
    totalUpdatedSheets: new Set(all.filter((written) => written.cells > 0).map((written) => written.sheetId)).size,
  };
}

/** Names the element of the request that is wrong, as the service does. */
function within<T>(place: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof GoogleError && error.status === "INVALID_ARGUMENT")
      throw invalid(`Invalid ${place}: ${error.message}`);
    throw error;
  }
}

export function batchUpdateValues(
  state: SpreadsheetState,
  data: readonly RangeInput[],
  options: WriteOptions,
  context: DraftContext,
): Outcome {
  const draft = openDraft(state, context);
  const all = data.map((element, index) =>
    within(`data[${index}]`, () =>
      writeValues(
        draft,
        resolveRange(draft, element.range ?? ""),
        readInput(element.values, element.majorDimension),
        options.input,
      ),
    ),
  );
  const next = commitDraft(draft);
  const responses = all.map((written) => ({ spreadsheetId: state.id, ...answerOf(next, written, options, context) }));
  return {
    state: next,
    answer: { spreadsheetId: state.id, ...totals(all), ...(responses.length === 0 ? {} : { responses }) },
  };
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

export function clearTargets(
  state: SpreadsheetState,
  targets: readonly Pick<Target, "sheet" | "box">[],
  context: DraftContext,
) {
  const draft = openDraft(state, context);
  for (const {
    sheet: { id },
    box,
  } of targets) {
    const sheet = editSheet(draft, id);
    eachCell(sheet, box, (cell, row, column) => {
      if (cell.value === undefined && cell.formula === undefined) return;
      checkProtection(draft, sheet, row, column);
      setCell(draft, sheet, row, column, withParts(cell, { value: undefined, formula: undefined }));
    });
  }
  const cleared = targets.map(({ sheet, box }) => renderRange(sheet.title, box));
  return { state: commitDraft(draft), cleared };
}

export function appendValues(
  state: SpreadsheetState,
  range: string,
  body: RangeInput,
  insertRows: boolean,
  options: WriteOptions,
  context: DraftContext,
): Outcome {
  const draft = openDraft(state, context);
  const { sheet, box } = resolveRange(draft, range);
  const values = readInput(body.values, body.majorDimension);
  const table = lastTable(sheet, box);
  const startRow = table === undefined ? box.startRow : table.endRow;
  const startColumn = table === undefined ? box.startColumn : table.startColumn;
  const edit = editSheet(draft, sheet.id);
  if (insertRows && table !== undefined && values.length > 0 && startRow < sheet.rowCount) {
    insertDimension(draft, edit, "ROWS", startRow, startRow + values.length, true);
  }
  const end = { endRow: startRow + Math.max(1, values.length), endColumn: startColumn + 1 };
  const target = { sheet: edit, box: { startRow, startColumn, ...end }, asked: { startRow, startColumn } };
  const written = writeValues(draft, target, values, options.input);
  const next = commitDraft(draft);
  return {
    state: next,
    answer: {
      spreadsheetId: state.id,
      ...(table === undefined ? {} : { tableRange: renderRange(sheet.title, table) }),
      updates: { spreadsheetId: state.id, ...answerOf(next, { ...written, target: written.box }, options, context) },
    },
  };
}
