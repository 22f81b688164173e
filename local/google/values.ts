import { renderRange } from "./a1.ts";
import type { Draft, DraftContext } from "./draft.ts";
import { commitDraft, eachCell, editSheet, openDraft, setCell, withParts } from "./draft.ts";
import { GoogleError, invalid } from "./errors.ts";
import { evaluatorOf } from "./evaluate.ts";
import { checkProtection } from "./protection.ts";
import type { RenderOptions, ValueRange } from "./render-values.ts";
import { renderValues } from "./render-values.ts";
import type { Target } from "./resolve.ts";
import { resolveRange } from "./resolve.ts";
import { settleTables } from "./settle-tables.ts";
import type { SpreadsheetState } from "./state.ts";
import type { InputOption, Written } from "./write-values.ts";
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

export function answerOf(
  state: SpreadsheetState,
  written: Written,
  options: WriteOptions,
  context: DraftContext,
): object {
  const sheet = state.sheets.find((candidate) => candidate.id === written.sheetId)!;
  const extent = context.switches.updatedDataExtent === "written" ? written.box : widest(written);
  return {
    updatedRange: renderRange(sheet.title, written.box),
    ...counts(written),
    ...(options.includeValues && (written.cells > 0 || context.switches.skippedWriteAnswers)
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

export function totals(all: readonly Written[]): object {
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
export function within<T>(place: string, action: () => T): T {
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
  settleTables(draft);
  const cleared = targets.map(({ sheet, box }) => renderRange(sheet.title, box));
  return { state: commitDraft(draft), cleared };
}
