import { settle } from "../../core/ledger/conflict.ts";
import type { Link } from "../../core/ledger/link.ts";
import type { Operation } from "../../core/ledger/scope.ts";
import { markUnitChanged } from "../../core/rollup/mark.ts";
import { type LinkDecision, linkSpreadsheet, pauseSpreadsheet, releaseBrake } from "../../core/sync/links.ts";
import { authorOf, type GraphqlContext, permission, visibleUnit } from "../context.ts";
import { type UserError, userError, userErrorOf } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { problemOf } from "../item-texts.ts";
import { columnsOf } from "../item-values.ts";
import { changeItem, type Decided } from "../mutate.ts";
import { decodeNodeId } from "../node-id.ts";
import { findConflict } from "./change.ts";
import { forbidden } from "./item-mutations.ts";
import { spreadsheetIdOf, visibleLink } from "./spreadsheet.ts";

type Names =
  | "linkSpreadsheet"
  | "previewSync"
  | "syncSpreadsheet"
  | "releaseBrake"
  | "pauseSpreadsheet"
  | "settleConflict";

export const spreadsheetMutations: Pick<MutationResolvers, Names> = {
  linkSpreadsheet: async (_, { input }, context) => {
    const refuse = (error: UserError) => ({ spreadsheet: null, userErrors: [error] });
    const unit = await visibleUnit(context, input.unit);
    if (unit === null) return refuse(userError("NOT_FOUND", "No such unit. 没有这个单位。", "unit"));
    if (permission(context, unit.code, "LINK_SPREADSHEET") !== "ALLOWED") return refuse(forbidden("unit"));
    const spreadsheetId = spreadsheetIdOf(input.spreadsheetId);
    if (spreadsheetId === null) {
      return refuse(userError("BAD_USER_INPUT", "Not a spreadsheet id. 不是表格编号或网址。", "spreadsheetId"));
    }
    const { store } = context.services;
    await markUnitChanged(store, unit.code, context.now, { links: true });
    const decision = await linkSpreadsheet(store, { spreadsheetId, unit: unit.code, now: context.now });
    return linkPayload(context, decision);
  },
  previewSync: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "PREVIEW_SYNC");
    if ("error" in link) return { plan: null, userErrors: [link.error] };
    try {
      const { brake, lines, ...plan } = await context.services.sync.preview(input.spreadsheetId);
      const held = { brake: brake?.message ?? null, brakeReason: brake?.reason ?? null };
      return { plan: { ...plan, ...held, lines: [...lines] }, userErrors: [] };
    } catch (error) {
      return { plan: null, userErrors: [userErrorOf(error, "spreadsheetId")] };
    }
  },
  syncSpreadsheet: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "SYNC");
    if ("error" in link) return { pass: null, userErrors: [link.error] };
    try {
      const pass = await context.services.sync.run(input.spreadsheetId);
      context.forgetLinks();
      context.items.clearAll();
      const braked = userError(
        "BRAKED",
        `The pass was braked. ${pass.reason ?? "已刹车，请查看原因。"}`,
        "spreadsheetId",
      );
      return { pass, userErrors: pass.outcome === "BRAKED" ? [braked] : [] };
    } catch (error) {
      return { pass: null, userErrors: [userErrorOf(error, "spreadsheetId")] };
    }
  },
  releaseBrake: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "RELEASE_BRAKE");
    if ("error" in link) return { spreadsheet: null, userErrors: [link.error] };
    return linkPayload(context, await releaseBrake(context.services.store, input.spreadsheetId, input.passId));
  },
  pauseSpreadsheet: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "RELEASE_BRAKE");
    if ("error" in link) return { spreadsheet: null, userErrors: [link.error] };
    return linkPayload(context, await pauseSpreadsheet(context.services.store, input.spreadsheetId, input.paused));
  },
  settleConflict: async (_, { input }, context) => {
    const unknown = { conflict: null, userErrors: [userError("NOT_FOUND", "No such conflict. 没有这个冲突。", "id")] };
    const decoded = decodeNodeId(input.id);
    if (decoded?.type !== "Conflict") return unknown;
    const colon = decoded.key.indexOf(":");
    const code = decoded.key.slice(0, colon);
    const conflictId = decoded.key.slice(colon + 1);
    const kind = code.startsWith("T") ? "topic" : "problem";
    const outcome = await changeItem(context, { kind, code }, (item): Decided => {
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
          : (problemOf(value) ?? columnsOf(kind).get(found.conflict.field)?.type.parse(value, context_).problem);
      if (problem !== undefined)
        return { ok: false, errors: [userError("BAD_USER_INPUT", `value is not accepted. ${problem}`, "value")] };
      const settled = settle(item, conflictId, { choose, value }, authorOf(context));
      return settled.ok ? settled : { ok: false, errors: [settleError(settled.why)] };
    });
    if (outcome.item === null) return { conflict: null, userErrors: outcome.userErrors.map(asConflictError) };
    return { conflict: findConflict(outcome.item, conflictId), userErrors: [] };
  },
};

/** The item behind the conflict is not what the client asked for. */
function asConflictError(error: UserError): UserError {
  return error.code === "NOT_FOUND" ? userError("NOT_FOUND", "No such conflict. 没有这个冲突。", "id") : error;
}

function settleError(why: "NOT_FOUND" | "ALREADY_SETTLED" | "NO_CHOICE"): UserError {
  switch (why) {
    case "NOT_FOUND":
      return userError("NOT_FOUND", "No such conflict. 没有这个冲突。", "id");
    case "ALREADY_SETTLED":
      return userError("WRONG_STATE", "The conflict is settled already. 冲突已经了结。", "id");
    case "NO_CHOICE":
      return userError(
        "BAD_USER_INPUT",
        "Choose SHEET or API, or give a value. 请选择表格或系统的内容，或另填内容。",
        "choose",
      );
  }
}

async function permittedLink(
  context: GraphqlContext,
  spreadsheetId: string,
  operation: Operation,
): Promise<Link | { readonly error: UserError }> {
  const link = await visibleLink(context, spreadsheetId);
  if (link === null)
    return { error: userError("NOT_FOUND", "No such spreadsheet. 没有关联这个表格。", "spreadsheetId") };
  return permission(context, link.unit, operation) === "ALLOWED" ? link : { error: forbidden("spreadsheetId") };
}

function linkPayload(context: GraphqlContext, decision: LinkDecision) {
  if (decision.ok) {
    context.forgetLinks();
    return { spreadsheet: decision.link, userErrors: [] };
  }
  return { spreadsheet: null, userErrors: [linkError(decision.why)] };
}

function linkError(why: Extract<LinkDecision, { ok: false }>["why"]): UserError {
  switch (why) {
    case "NOT_LINKED":
      return userError("NOT_FOUND", "No such spreadsheet. 没有关联这个表格。", "spreadsheetId");
    case "LINKED_ELSEWHERE":
      return userError("BAD_USER_INPUT", "Linked to another unit. 这个表格已关联到别的单位。", "spreadsheetId");
    case "NOT_BRAKED":
      return userError("WRONG_STATE", "The spreadsheet is not braked. 这个表格没有刹车。", "spreadsheetId");
    case "OTHER_PASS":
      return userError("CONFLICT", "Another pass is braked. 刹车的是另一次同步，请重新查看。", "passId");
    case "BUSY":
      return userError("BUSY", "Too many writes at once. 请稍后再试。");
  }
}
