import type { Draft } from "./draft.ts";
import { invalid } from "./errors.ts";
import type { Cell, Json, Scalar, SheetState } from "./state.ts";
import { fits, typedColumnAt } from "./tables.ts";

/** Data validation. Rules are kept and returned; only a switch makes strict ones, and typed columns, stop writes through the API. */

function allows(rule: Json, input: Scalar): boolean {
  const condition = rule.condition as { type?: string; values?: { userEnteredValue?: string }[] } | undefined;
  const values = (condition?.values ?? []).map((value) => value.userEnteredValue ?? "");
  if (condition?.type === "ONE_OF_LIST") return values.includes(String(input));
  if (condition?.type === "BOOLEAN") return typeof input === "boolean" || values.includes(String(input));
  return true;
}

export function checkValidation(draft: Draft, cell: Cell | undefined, input: Scalar): void {
  const rule = cell?.validation;
  if (rule === undefined || !draft.switches.validationStopsApi || rule.strict !== true || input === "") return;
  if (!allows(rule, input)) throw invalid("The data you entered violates the data validation rules set on this cell.");
}

/** The column of a table that says what it is for. */
export function checkColumnType(draft: Draft, sheet: SheetState, row: number, column: number, input: Scalar): void {
  if (!draft.switches.validationStopsApi || sheet.tables === undefined) return;
  const typed = typedColumnAt(sheet, row, column);
  if (typed !== undefined && !fits(typed, input))
    throw invalid("The data you entered violates the data validation rules set on this cell.");
}
