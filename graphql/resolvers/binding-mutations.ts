import type { KindName } from "../../core/ledger/kind.ts";
import type { Link } from "../../core/ledger/link.ts";
import { type ColumnDecision, setColumn, setTabRole } from "../../core/sync/bindings.ts";
import type { TabReading } from "../../core/sync/reading.ts";
import type { GraphqlContext } from "../context.ts";
import { type UserError, userError, userErrorOf } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { once } from "../once.ts";
import { type LinkPayload, linkError, linkResult, permittedLink } from "./spreadsheet-mutations.ts";

/** What people say of the columns and tabs of their spreadsheet. */
export const bindingMutations: Pick<MutationResolvers, "setColumn" | "setTabRole"> = {
  setColumn: async (_, { input }, context) => {
    const { spreadsheetId, header, forget } = input;
    const link = await permittedLink(context, spreadsheetId, "BIND_SHEET");
    if ("error" in link) return refuse(link.error);
    let kind: KindName | null = null;
    if (typeof input.tab === "string") {
      const tab = await findTab(link, input.tab, context);
      if ("error" in tab) return refuse(tab.error);
      if (tab.kind === null)
        return refuse(userError("BAD_USER_INPUT", "The tab is no ledger. 这个工作表不是台账。", "tab"));
      kind = tab.kind;
    }
    if (input.field === undefined && forget !== true)
      return refuse(userError("BAD_USER_INPUT", "Give a field, null or forget. 请指明字段、自用或取消。", "field"));
    const field = forget === true ? undefined : (input.field ?? null);
    const { store } = context.services;
    return once(context, "setColumn", input, linkResult(context), async () =>
      payload(context, await setColumn(store, spreadsheetId, { header, field, kind })),
    );
  },
  setTabRole: async (_, { input }, context) => {
    const link = await permittedLink(context, input.spreadsheetId, "BIND_SHEET");
    if ("error" in link) return refuse(link.error);
    const tab = await findTab(link, input.tab, context);
    if ("error" in tab) return refuse(tab.error);
    const { store } = context.services;
    return once(context, "setTabRole", input, linkResult(context), async () =>
      payload(context, await setTabRole(store, input.spreadsheetId, tab.tabId, input.role ?? null)),
    );
  },
};

const refuse = (error: UserError): LinkPayload => ({ spreadsheet: null, userErrors: [error] });

/** Titles change and tabs come and go between passes: the sheet itself is asked. */
async function findTab(
  { spreadsheetId }: Link,
  title: string,
  { services }: GraphqlContext,
): Promise<TabReading | { readonly error: UserError }> {
  try {
    const { tabs } = await services.sync.read(spreadsheetId);
    const found = tabs.find((tab) => tab.title === title);
    return found ?? { error: userError("NOT_FOUND", "No such tab. 没有这个工作表。", "tab") };
  } catch (error) {
    return { error: userErrorOf(error, "spreadsheetId") };
  }
}

function payload(context: GraphqlContext, decision: ColumnDecision): LinkPayload {
  if (decision.ok) {
    context.forgetLinks();
    return { spreadsheet: decision.link, userErrors: [] };
  }
  return refuse(bindingError(decision.why));
}

function bindingError(why: Extract<ColumnDecision, { ok: false }>["why"]): UserError {
  switch (why) {
    case "NO_SUCH_FIELD":
      return userError("BAD_USER_INPUT", "No such field in these ledgers. 这类台账没有这个字段。", "field");
    case "NOT_A_HEADER":
      return userError("BAD_USER_INPUT", "Not a header of the clerk's. 不是可以设定的表头。", "header");
    default:
      return linkError(why);
  }
}
