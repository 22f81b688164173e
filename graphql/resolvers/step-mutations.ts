import type { Due } from "../../core/ledger/due.ts";
import { dueCell } from "../../core/ledger/due.ts";
import type { Item } from "../../core/ledger/item.ts";
import { type Step, takeStep } from "../../core/ledger/transition.ts";
import { authorOf, type GraphqlContext, relationTo, unitOf, visibleItem, visibleUnit } from "../context.ts";
import { userError } from "../errors.ts";
import type { MutationResolvers } from "../generated.ts";
import { problemOf } from "../item-texts.ts";
import { cellValue } from "../item-values.ts";
import { changeItem, type Decided, done, type Outcome } from "../mutate.ts";
import { itemResult, once } from "../once.ts";
import { problemPayload } from "./item-mutations.ts";

/** The steps of the closing procedure: each is one action of core/ledger/workflow.ts. */

type Names =
  | "startProblemItem"
  | "submitProblemItem"
  | "withdrawProblemItem"
  | "verifyProblemItem"
  | "returnProblemItem"
  | "fileProblemItem"
  | "reopenProblemItem"
  | "standProblemItem"
  | "extendProblemItem"
  | "transferProblemItem"
  | "answerTransfer"
  | "voidProblemItem";

interface StepInput {
  readonly clientMutationId?: string | null | undefined;
  readonly code: string;
  readonly version?: number | null | undefined;
  readonly reason?: string | null | undefined;
}

type StepOf = (item: Item) => Promise<Step> | Step;

export const stepMutations: Pick<MutationResolvers, Names> = {
  startProblemItem: (_, { input }, context) => step(context, "startProblemItem", input, () => ({ action: "START" })),
  submitProblemItem: (_, { input }, context) =>
    step(context, "submitProblemItem", { ...input, reason: input.note }, () => ({
      action: "SUBMIT",
      completedOn: input.completedOn ?? undefined,
      resolution: input.resolution ?? undefined,
    })),
  withdrawProblemItem: (_, { input }, context) =>
    step(context, "withdrawProblemItem", input, () => ({ action: "WITHDRAW" })),
  verifyProblemItem: (_, { input }, context) =>
    step(context, "verifyProblemItem", { ...input, reason: input.verdict }, () => ({ action: "VERIFY" })),
  returnProblemItem: (_, { input }, context) => step(context, "returnProblemItem", input, () => ({ action: "RETURN" })),
  fileProblemItem: (_, { input }, context) => step(context, "fileProblemItem", input, () => ({ action: "FILE" })),
  reopenProblemItem: (_, { input }, context) => step(context, "reopenProblemItem", input, () => ({ action: "REOPEN" })),
  standProblemItem: (_, { input }, context) =>
    step(context, "standProblemItem", { ...input, reason: input.goal }, () => ({
      action: "STAND",
      nextReviewOn: input.nextReviewOn,
    })),
  extendProblemItem: (_, { input }, context) =>
    step(context, "extendProblemItem", input, (item) => {
      const after = dueCell.parse(input.due, { referenceDate: item.referenceDate }).value?.date ?? null;
      const before = cellValue<Due>(item, "due")?.date ?? null;
      return { action: "EXTEND", due: { text: input.due.trim(), before, after } };
    }),
  transferProblemItem: (_, { input }, context) =>
    step(context, "transferProblemItem", input, async () => ({
      action: "TRANSFER",
      // The unit itself may propose to a unit above it, which it does not see: the step checks where it stands.
      to: context.units.byCode(input.to) ?? (await visibleUnit(context, input.to)) ?? undefined,
    })),
  answerTransfer: (_, { input }, context) =>
    step(context, "answerTransfer", input, () => ({ action: input.accept ? "ACCEPT" : "DECLINE" })),
  voidProblemItem: (_, { input }, context) =>
    step(context, "voidProblemItem", input, async () => {
      const target = input.mergedInto ? await visibleItem(context, input.mergedInto) : null;
      // A code that names nothing is handed on, so that the step refuses it like the item itself.
      return { action: "VOID", mergedInto: input.mergedInto ? (target?.code ?? input.code) : undefined };
    }),
};

async function step(context: GraphqlContext, name: string, input: StepInput, stepOf: StepOf) {
  const { store } = context.services;
  // A repeated transfer finds its item also where the first one has taken it; below it is told and not shown.
  const find = async (code: string) => {
    const item = (await store.getItems([code], "STRONG")).get(code);
    return item === undefined ? null : done(item);
  };
  const result = { ...itemResult(context), find };
  const outcome = await once(context, name, input, result, () => runStep(context, input, stepOf));
  const left = outcome.item !== null && relationTo(context, outcome.item.unit) === "OUTSIDE";
  return left ? { problemItem: null, userErrors: [] } : problemPayload(outcome);
}

export function runStep(context: GraphqlContext, input: StepInput, stepOf: StepOf): Promise<Outcome> {
  return changeItem(
    context,
    { kind: "problem", code: input.code, version: input.version },
    async (item): Promise<Decided> => {
      const reason = input.reason ?? undefined;
      const unfit = reason === undefined ? undefined : problemOf(reason);
      if (unfit !== undefined) return refuse("BAD_USER_INPUT", `reason is not accepted. ${unfit}`, "reason");
      const unit = unitOf(context, item.unit);
      const wanted = { ...(await stepOf(item)), reason };
      const stepContext = { viewer: context.viewer, unit, policy: context.units.policyOf(unit), today: context.today };
      const stepped = takeStep(item, wanted, stepContext, authorOf(context));
      if (stepped.ok) return stepped;
      const { code, message, field } = stepped.refusal;
      return refuse(code, message, ...(field === undefined ? [] : [field]));
    },
  );
}

function refuse(code: Parameters<typeof userError>[0], message: string, ...path: string[]): Decided {
  return { ok: false, errors: [userError(code, message, ...path)] };
}
