import { addDays } from "../../core/ledger/calendar.ts";
import { linkSummary } from "../../core/rollup/summary-link.ts";
import { permission, visibleUnit } from "../context.ts";
import { type UserError, userError } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { forbidden } from "./item-mutations.ts";
import { changesOf } from "./rollup.ts";
import { spreadsheetIdOf } from "./spreadsheet.ts";

/** How far back the past may be told anew, days. */
const restateDays = 366;

export const rollupMutations: Pick<MutationResolvers, "linkSummary" | "restateRollup"> = {
  linkSummary: async (_, { input }, context) => {
    const refuse = (error: UserError) => ({ unit: null, userErrors: [error] });
    const unit = await visibleUnit(context, input.unit);
    if (unit === null) return refuse(userError("NOT_FOUND", "No such unit. 没有这个单位。", "unit"));
    if (permission(context, unit.code, "LINK_SPREADSHEET") !== "ALLOWED") return refuse(forbidden("unit"));
    const spreadsheetId = spreadsheetIdOf(input.spreadsheetId);
    if (spreadsheetId === null)
      return refuse(userError("BAD_USER_INPUT", "Not a spreadsheet id. 不是表格编号或网址。", "spreadsheetId"));
    const linked = await linkSummary(context.services.store, unit.code, spreadsheetId);
    if (linked.ok) {
      context.forgetLinks();
      return { unit, userErrors: [] };
    }
    const message = "It shows another unit's figures. 这个表格已用作别的单位的汇总表。";
    return refuse(userError("BAD_USER_INPUT", message, "spreadsheetId"));
  },
  restateRollup: async (_, { input }, context) => {
    const refuse = (error: UserError) => ({ restated: null, userErrors: [error] });
    const unit = await visibleUnit(context, input.unit);
    if (unit === null) return refuse(userError("NOT_FOUND", "No such unit. 没有这个单位。", "unit"));
    if (permission(context, unit.code, "RESTATE") !== "ALLOWED") return refuse(forbidden("unit"));
    if (input.from >= context.today || input.from < addDays(context.today, -restateDays)) {
      const message = `from must be before today and at most ${restateDays} days ago. 起始日须早于今天，且不早于一年前。`;
      return refuse(userError("BAD_USER_INPUT", message, "from"));
    }
    const restated = await context.services.rollups.restate(unit.code, input.from);
    const days = await Promise.all(
      restated.map(async ({ unit: code, date, version, difference }) => {
        const of = await visibleUnit(context, code);
        return of === null ? null : { unit: of, date, version, changes: changesOf(difference) };
      }),
    );
    return { restated: days.filter((day) => day !== null), userErrors: [] };
  },
};
