import { makeCode } from "../../core/ledger/code.ts";
import { createItem } from "../../core/ledger/create.ts";
import { setTexts } from "../../core/ledger/edit.ts";
import type { Item } from "../../core/ledger/item.ts";
import type { KindName } from "../../core/ledger/kind.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { limits } from "../../core/limits.ts";
import { placeFor } from "../../core/sync/homeless.ts";
import { authorOf, type GraphqlContext, permission, visibleUnit } from "../context.ts";
import { type UserError, userError } from "../errors.ts";
import type { MutationResolvers, UpdateProblemItemInput, UpdateResearchTopicInput } from "../generated.ts";
import { textsOf } from "../item-texts.ts";
import { changeItem, type Decided, failed, type Outcome, putEdited } from "../mutate.ts";
import { createOnce, itemResult, once } from "../once.ts";

/** Creating and updating entries: the same way for every kind. */

type Names = Pick<
  MutationResolvers,
  "createProblemItem" | "updateProblemItem" | "updateProblemItems" | "createResearchTopic" | "updateResearchTopic"
>;

export const itemMutations: Names = {
  createProblemItem: async (_, { input }, context) =>
    problemPayload(
      await createOnce(context, "createProblemItem", input, newCode("problem", context), (code) =>
        create(context, "problem", code, input),
      ),
    ),
  updateProblemItem: async (_, { input }, context) =>
    problemPayload(await update(context, "problem", "updateProblemItem", input)),
  updateProblemItems: async (_, { input }, context) => {
    const { items, clientMutationId } = input;
    if (items.length > limits.batchItems) {
      const most = userError(
        "BAD_USER_INPUT",
        `At most ${limits.batchItems} items. 一次最多${limits.batchItems}条。`,
        "items",
      );
      return { results: [], userErrors: [most] };
    }
    const results = [];
    for (const [index, item] of items.entries()) {
      const outcome = item.clientMutationId
        ? await update(context, "problem", "updateProblemItem", item)
        : await update(context, "problem", `updateProblemItems#${index}`, { ...item, clientMutationId });
      results.push(problemPayload(within(outcome, "items", String(index))));
    }
    return { results, userErrors: [] };
  },
  createResearchTopic: async (_, { input }, context) =>
    topicPayload(
      await createOnce(context, "createResearchTopic", input, newCode("topic", context), (code) =>
        create(context, "topic", code, input),
      ),
    ),
  updateResearchTopic: async (_, { input }, context) =>
    topicPayload(await update(context, "topic", "updateResearchTopic", input)),
};

export const problemPayload = ({ item, userErrors }: Outcome) => ({ problemItem: item, userErrors });
export const topicPayload = ({ item, userErrors }: Outcome) => ({ researchTopic: item, userErrors });

/** Paths of a batch start at the batch's own input. */
function within({ item, userErrors }: Outcome, ...place: string[]): Outcome {
  const moved = userErrors.map((error) => ({
    ...error,
    path: error.path && ["input", ...place, ...error.path.slice(1)],
  }));
  return item === null ? failed(...moved) : { item, userErrors: moved };
}

const newCode =
  (kind: KindName, { services }: GraphqlContext) =>
  () =>
    makeCode(kindOf(kind), services.world);

async function create(
  context: GraphqlContext,
  kind: KindName,
  code: string,
  input: Readonly<Record<string, unknown>> & { readonly unit: string },
): Promise<Outcome> {
  const unit = await visibleUnit(context, input.unit);
  if (unit === null) return failed(userError("NOT_FOUND", "No such unit. 没有这个单位。", "unit"));
  if (permission(context, unit.code, "CREATE_ITEM") !== "ALLOWED") return failed(forbidden("unit"));
  const read = await textsOf(context, kind, input, context.today);
  if (!read.ok) return failed(...read.errors);
  const edited = createItem(
    {
      kind,
      code,
      unit: unit.code,
      texts: read.texts,
      topicCode: read.topicCode ?? null,
      row: await rowFor(context, unit.code, kind),
      referenceDate: context.today,
    },
    authorOf(context),
  );
  const put = await putEdited(context, edited, null);
  if (put === null) return failed(userError("BUSY", "The code was taken. 编号重复，请重试。"));
  return placedSince(context, put);
}

/** Where the new row is to appear: in the unit's spreadsheet that has a tab for it. */
export async function rowFor(context: GraphqlContext, unit: string, kind: KindName): Promise<Item["row"]> {
  return placeFor(await context.links(), unit, kind);
}

/** A pass that found the first tab of its kind meanwhile may have looked for such items before this one was there. */
async function placedSince(context: GraphqlContext, outcome: Outcome): Promise<Outcome> {
  if (outcome.item === null || outcome.item.row !== null) return outcome;
  const { item } = outcome;
  const row = placeFor(await context.services.store.listLinks(), item.unit, item.kind);
  if (row === null) return outcome;
  return (await putEdited(context, { item: { ...item, row }, changes: [] }, item)) ?? outcome;
}

function update(
  context: GraphqlContext,
  kind: KindName,
  mutation: string,
  input: UpdateProblemItemInput | UpdateResearchTopicInput,
): Promise<Outcome> {
  return once(context, mutation, input, itemResult(context), () =>
    changeItem(context, { kind, code: input.code, version: input.version }, async (item): Promise<Decided> => {
      if (permission(context, item.unit, "UPDATE_ITEM") !== "ALLOWED")
        return { ok: false, errors: [forbidden("code")] };
      const read = await textsOf(context, kind, { ...input }, item.referenceDate);
      if (!read.ok) return read;
      const frozen = Object.keys(read.texts).filter((field) => field !== "remark");
      if (isFinal(item) && frozen.length > 0) {
        return {
          ok: false,
          errors: [
            userError(
              "WRONG_STATE",
              "A closed or voided item keeps its content. 已销号或作废的问题只能改备注。",
              ...frozen.slice(0, 1),
            ),
          ],
        };
      }
      const edited = setTexts(item, read.texts, authorOf(context));
      if (read.topicCode === undefined || edited.changes.length === 0) return { ok: true, edited };
      return { ok: true, edited: { ...edited, item: { ...edited.item, topicCode: read.topicCode } } };
    }),
  );
}

export const isFinal = ({ workflow }: Item) => workflow?.state === "CLOSED" || workflow?.state === "VOID";

export function forbidden(...path: string[]): UserError {
  return userError("FORBIDDEN", "Your role at your unit may not do this. 您的角色没有这个权限。", ...path);
}
