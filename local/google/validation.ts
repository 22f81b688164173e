import type { Draft } from "./draft.ts";
import { invalid } from "./errors.ts";
import type { Cell, Json, Scalar } from "./state.ts";

/** Data validation. Rules are kept and returned; only a switch makes strict ones stop writes through the API. */

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
