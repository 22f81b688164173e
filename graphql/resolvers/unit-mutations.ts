import { type Unit, unitLevels, unitSchema } from "../../core/ledger/unit.ts";
import { permission, visibleUnit } from "../context.ts";
import { type UserError, userError } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { problemOf } from "../item-texts.ts";
import { forbidden } from "./item-mutations.ts";

/** Levels of units, counted from the root: deeper trees than any bureau has would make keys too long. */
const deepest = 12;

export const unitMutations: Pick<MutationResolvers, "addUnit"> = {
  addUnit: async (_, { input }, context) => {
    const refuse = (error: UserError) => ({ unit: null, userErrors: [error] });
    const parent = await visibleUnit(context, input.parent);
    if (parent === null) return refuse(userError("NOT_FOUND", "No such unit. 没有这个单位。", "parent"));
    if (permission(context, parent.code, "ADD_UNIT") !== "ALLOWED") return refuse(forbidden("parent"));
    if (unitLevels.indexOf(input.level) <= unitLevels.indexOf(parent.level)) {
      return refuse(
        userError("BAD_USER_INPUT", "A unit stands below its parent's level. 层级必须低于上级单位。", "level"),
      );
    }
    const name = input.name.trim();
    const unfit = problemOf(name);
    if (unfit !== undefined) return refuse(userError("BAD_USER_INPUT", `name is not accepted. ${unfit}`, "name"));
    const unit: Unit = {
      format: 1,
      code: input.code,
      name,
      level: input.level,
      parent: parent.code,
      path: `${parent.path}${input.code}/`,
      closurePolicy: input.closurePolicy ?? null,
      version: 1,
    };
    const checked = unitSchema.safeParse(unit);
    if (!checked.success) {
      const field = String(checked.error.issues[0]?.path[0] ?? "code");
      return refuse(userError("BAD_USER_INPUT", `${field} is not accepted. 单位编码或名称不合要求。`, field));
    }
    if (unit.path.split("/").length > deepest) {
      return refuse(userError("BAD_USER_INPUT", "The tree is too deep. 层级过多。", "parent"));
    }
    const written = await context.services.store.putUnit(unit, 0);
    await context.trees.reload();
    if (written.ok) return { unit: written.value, userErrors: [] };
    const same =
      written.current?.path === unit.path && written.current.name === name && written.current.level === unit.level;
    if (same) return { unit: written.current, userErrors: [] };
    return refuse(userError("CONFLICT", "The code is taken. 该单位编码已被使用。", "code"));
  },
};
