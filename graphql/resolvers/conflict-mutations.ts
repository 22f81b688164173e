import { type Settled, settle } from "../../core/ledger/conflict.ts";
import type { Item } from "../../core/ledger/item.ts";
import { authorOf, permission } from "../context.ts";
import { type UserError, userError } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { problemOf } from "../item-texts.ts";
import { columnsOf } from "../item-values.ts";
import { changeItem, type Decided } from "../mutate.ts";
import { decodeNodeId } from "../node-id.ts";
import { itemResult, once } from "../once.ts";
import { findConflict } from "./change.ts";
import { forbidden } from "./item-mutations.ts";

/** A conflict is decided by choosing a side or giving a third value. */
export const conflictMutations: Pick<MutationResolvers, "settleConflict"> = {
  settleConflict: async (_, { input }, context) => {
    const unknown = { conflict: null, userErrors: [userError("NOT_FOUND", "No such conflict. 没有这个冲突。", "id")] };
    const decoded = decodeNodeId(input.id);
    if (decoded?.type !== "Conflict") return unknown;
    const colon = decoded.key.indexOf(":");
    const code = decoded.key.slice(0, colon);
    const conflictId = decoded.key.slice(colon + 1);
    const settleIt = (item: Item): Decided => {
      if (permission(context, item.unit, "SETTLE_CONFLICT") !== "ALLOWED")
        return { ok: false, errors: [forbidden("id")] };
      const found = findConflict(item, conflictId);
      if (found === null) return { ok: false, errors: unknown.userErrors };
      const choose = input.choose === "SYSTEM" ? undefined : (input.choose ?? undefined);
      const value = input.value ?? undefined;
      const context_ = { referenceDate: item.referenceDate };
      const problem =
        value === undefined
          ? undefined
          : (problemOf(value) ?? columnsOf(item.kind).get(found.conflict.field)?.type.parse(value, context_).problem);
      if (problem !== undefined)
        return { ok: false, errors: [userError("BAD_USER_INPUT", `value is not accepted. ${problem}`, "value")] };
      const settled = settle(item, conflictId, { choose, value }, authorOf(context));
      return settled.ok ? settled : { ok: false, errors: [settleError(settled)] };
    };
    const outcome = await once(context, "settleConflict", input, itemResult(context), () =>
      changeItem(context, { code }, settleIt),
    );
    if (outcome.item === null) return { conflict: null, userErrors: outcome.userErrors.map(asConflictError) };
    return { conflict: findConflict(outcome.item, conflictId), userErrors: [] };
  },
};

/** The item behind the conflict is not what the client asked for. */
function asConflictError(error: UserError): UserError {
  return error.code === "NOT_FOUND" ? userError("NOT_FOUND", "No such conflict. 没有这个冲突。", "id") : error;
}

function settleError(refused: Settled & { readonly ok: false }): UserError {
  switch (refused.why) {
    case "NOT_FOUND":
      return userError("NOT_FOUND", "No such conflict. 没有这个冲突。", "id");
    case "ALREADY_SETTLED":
      return userError("WRONG_STATE", "The conflict is settled already. 冲突已经了结。", "id");
    case "SHEET_READ_ONLY":
      return userError(
        "WRONG_STATE",
        `The cell cannot be written; change it in the sheet, or update the field once it can. 请在表格中改这一格：${refused.reason}。`,
        "choose",
      );
    case "NO_CHOICE":
      return userError(
        "BAD_USER_INPUT",
        "Choose SHEET or API, or give a value. 请选择表格或系统的内容，或另填内容。",
        "choose",
      );
  }
}
