import { renderRange } from "./a1.ts";
import { insertDimension } from "./dimension.ts";
import type { DraftContext } from "./draft.ts";
import { commitDraft, editSheet, openDraft } from "./draft.ts";
import { lastTable } from "./find-data.ts";
import { resolveRange } from "./resolve.ts";
import type { SpreadsheetState } from "./state.ts";
import type { Outcome, RangeInput, WriteOptions } from "./values.ts";
import { answerOf } from "./values.ts";
import { readInput, writeValues } from "./write-values.ts";

/** values.append: below the last table that the range touches. */

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
