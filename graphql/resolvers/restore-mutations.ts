import type { Change, Item } from "../../core/ledger/item.ts";
import { columnOf, type KindName } from "../../core/ledger/kind.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { restore } from "../../core/ledger/restore.ts";
import { limits } from "../../core/limits.ts";
import { makeTopicResolver } from "../../core/sync/topics.ts";
import { authorOf, type GraphqlContext, permission, unitOf, visibleItem } from "../context.ts";
import { userError } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { changeItem, type Decided, type Outcome } from "../mutate.ts";
import { itemResult, once } from "../once.ts";
import { forbidden, isFinal, problemPayload, rowFor, topicPayload } from "./item-mutations.ts";
import { runStep } from "./step-mutations.ts";

/** What was deleted, voided or written over comes back, always as a new change. */

interface RestoreInput {
  readonly clientMutationId?: string | null | undefined;
  readonly code: string;
  readonly version?: number | null | undefined;
  readonly toVersion?: number | null | undefined;
}

type Names = "restoreProblemItem" | "restoreResearchTopic" | "restoreEntry";

export const restoreMutations: Pick<MutationResolvers, Names> = {
  restoreProblemItem: async (_, { input }, context) =>
    problemPayload(
      await once(context, "restoreProblemItem", input, itemResult(context), async () => {
        const item = await visibleItem(context, input.code);
        const voided = item === null || (item.archivedAt === null && typeof input.toVersion !== "number");
        // A voided item comes back by a step of the closing procedure.
        return voided ? runStep(context, input, () => ({ action: "RESTORE" })) : bringBack(context, isProblem, input);
      }),
    ),
  restoreResearchTopic: async (_, { input }, context) =>
    topicPayload(
      await once(context, "restoreResearchTopic", input, itemResult(context), () => bringBack(context, isTopic, input)),
    ),
  restoreEntry: async (_, { input }, context) => {
    const bring = () => bringBack(context, isEntry, input);
    const { item, userErrors } = await once(context, "restoreEntry", input, itemResult(context), bring);
    return { entry: item, userErrors };
  },
};

const isProblem = (kind: KindName) => kind === "problem";
const isTopic = (kind: KindName) => kind === "topic";
const isEntry = (kind: KindName) => !isProblem(kind) && !isTopic(kind);

/** An archived row, or with `toVersion` the texts of that version, and the row if it was archived. */
function bringBack(
  context: GraphqlContext,
  isWanted: (kind: KindName) => boolean,
  input: RestoreInput,
): Promise<Outcome> {
  const { code, version, toVersion } = input;
  return changeItem(context, { code, version }, async (item): Promise<Decided> => {
    const { kind } = item;
    if (!isWanted(kind)) return refuse("NOT_FOUND", "No such entry. 没有这条记录。", "code");
    const archived = item.archivedAt !== null;
    if (permission(context, item.unit, archived ? "REVIVE_ITEM" : "UPDATE_ITEM") !== "ALLOWED")
      return { ok: false, errors: [forbidden("code")] };
    if (!archived && typeof toVersion !== "number")
      return refuse("WRONG_STATE", "The row is not archived. 该行没有归档。");
    const wanted = toVersion ?? item.version;
    const placed = archived && item.row === null ? { ...item, row: await rowFor(context, item.unit, kind) } : item;
    const restored = restore(placed, await historyAfter(context, item, wanted), wanted, authorOf(context));
    if (!restored.ok) return refuse("BAD_USER_INPUT", "There is no such version. 没有这个版本。", "toVersion");
    const { edited } = restored;
    const moved = edited.changes.flatMap(({ field }) => field ?? []);
    const frozen = isFinal(item) ? moved.find((field) => field !== "remark") : undefined;
    if (frozen !== undefined) {
      const { header } = columnOf(kindOf(kind), frozen);
      return refuse("WRONG_STATE", `A closed or voided item keeps its content. 已销号或作废的问题不能改${header}。`);
    }
    if (!moved.includes("topic") || kind !== "problem") return { ok: true, edited };
    const topicOf = makeTopicResolver(context.services.store, unitOf(context, item.unit));
    const topicCode = await topicOf(edited.item.texts.topic ?? "");
    return { ok: true, edited: { ...edited, item: { ...edited.item, topicCode } } };
  });
}

/** Every change after a version, and perhaps some before it. */
async function historyAfter({ services }: GraphqlContext, item: Item, version: number): Promise<readonly Change[]> {
  const changes: Change[] = [];
  let after: string | undefined;
  do {
    const page = await services.store.listChanges(item.code, {
      first: limits.pageSize,
      ...(after === undefined ? {} : { after }),
    });
    changes.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined && Number.parseInt(changes.at(-1)?.id ?? "0", 10) > version);
  return changes;
}

function refuse(code: Parameters<typeof userError>[0], message: string, ...path: string[]): Decided {
  return { ok: false, errors: [userError(code, message, ...path)] };
}
