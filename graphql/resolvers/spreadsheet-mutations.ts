import { AppError } from "../../core/errors.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import type { Operation } from "../../core/ledger/scope.ts";
import { markUnitChanged } from "../../core/rollup/mark.ts";
import { type LinkDecision, linkSpreadsheet, pauseSpreadsheet, releaseBrake } from "../../core/sync/links.ts";
import { type GraphqlContext, permission, visibleUnit } from "../context.ts";
import { type UserError, userError, userErrorOf } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { once, type Repeatable } from "../once.ts";
import { forbidden } from "./item-mutations.ts";
import { spreadsheetIdOf, visibleLink } from "./spreadsheet.ts";

type Names = "linkSpreadsheet" | "previewSync" | "syncSpreadsheet" | "releaseBrake" | "pauseSpreadsheet";

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
    const paused = input.paused === true;
    const decision = await linkSpreadsheet(store, { spreadsheetId, unit: unit.code, now: context.now, paused });
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
    const { spreadsheetId } = input;
    return once(context, "syncSpreadsheet", input, passResult(context, spreadsheetId), async () => {
      try {
        const pass = await context.services.sync.run(spreadsheetId);
        context.forgetLinks();
        context.items.forget();
        return passPayload(pass);
      } catch (error) {
        return { pass: null, userErrors: [userErrorOf(error, "spreadsheetId")] };
      }
    });
  },
  releaseBrake: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "RELEASE_BRAKE");
    if ("error" in link) return { spreadsheet: null, userErrors: [link.error] };
    const { store } = context.services;
    return once(context, "releaseBrake", input, linkResult(context), async () =>
      linkPayload(context, await releaseBrake(store, input.spreadsheetId, input.passId)),
    );
  },
  pauseSpreadsheet: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "RELEASE_BRAKE");
    if ("error" in link) return { spreadsheet: null, userErrors: [link.error] };
    const { store } = context.services;
    return once(context, "pauseSpreadsheet", input, linkResult(context), async () => {
      const decision = await pauseSpreadsheet(store, input.spreadsheetId, input.paused);
      if (decision.ok && decision.link.state === "PAUSED") await tellPaused(context, input.spreadsheetId);
      return linkPayload(context, decision);
    });
  },
};

/** It is paused whether or not the sheet can say so. */
async function tellPaused({ services }: GraphqlContext, spreadsheetId: string): Promise<void> {
  try {
    await services.sync.tellPaused(spreadsheetId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    services.log.info("note.refused", { spreadsheetId, code: error.code });
  }
}

interface PassPayload {
  readonly pass: PassRecord | null;
  readonly userErrors: UserError[];
}

function passPayload(pass: PassRecord): PassPayload {
  if (pass.outcome !== "BRAKED") return { pass, userErrors: [] };
  const message = `The pass was braked. ${pass.reason ?? "已刹车，请查看原因。"}`;
  return { pass, userErrors: [userError("BRAKED", message, "spreadsheetId")] };
}

/** A pass that had nothing to do leaves no record: it is simply made again. */
function passResult({ services }: GraphqlContext, spreadsheetId: string): Repeatable<PassPayload> {
  return {
    refuse: (error) => ({ pass: null, userErrors: [error] }),
    keyOf: ({ pass }) => pass?.id ?? null,
    find: async (id) => {
      const pass = await services.store.getPass(spreadsheetId, id);
      return pass === null ? null : passPayload(pass);
    },
  };
}

export interface LinkPayload {
  readonly spreadsheet: Link | null;
  readonly userErrors: UserError[];
}

export function linkResult(context: GraphqlContext): Repeatable<LinkPayload> {
  return {
    refuse: (error) => ({ spreadsheet: null, userErrors: [error] }),
    keyOf: ({ spreadsheet }) => spreadsheet?.spreadsheetId ?? null,
    find: async (id) => {
      const spreadsheet = await visibleLink(context, id);
      return spreadsheet === null ? null : { spreadsheet, userErrors: [] };
    },
  };
}

export async function permittedLink(
  context: GraphqlContext,
  spreadsheetId: string,
  operation: Operation,
): Promise<Link | { readonly error: UserError }> {
  const link = await visibleLink(context, spreadsheetId);
  if (link === null)
    return { error: userError("NOT_FOUND", "No such spreadsheet. 没有关联这个表格。", "spreadsheetId") };
  return permission(context, link.unit, operation) === "ALLOWED" ? link : { error: forbidden("spreadsheetId") };
}

function linkPayload(context: GraphqlContext, decision: LinkDecision): LinkPayload {
  if (decision.ok) {
    context.forgetLinks();
    return { spreadsheet: decision.link, userErrors: [] };
  }
  return { spreadsheet: null, userErrors: [linkError(decision.why)] };
}

export function linkError(why: Extract<LinkDecision, { ok: false }>["why"]): UserError {
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
