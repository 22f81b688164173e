import { describe, expect, it } from "vitest";
import { type Item, type ProblemState, problemStates } from "../../core/ledger/item.ts";
import { roles } from "../../core/ledger/scope.ts";
import type { ClosurePolicy } from "../../core/ledger/unit.ts";
import type { Action } from "../../core/ledger/workflow.ts";
import { expected, type Place, type TableRow, workflowRows } from "../core/ledger/workflow-table.ts";
import { type Api, anApi, aUnit, inState, putItem } from "./api.ts";

/** Every cell of docs/spec/workflow.md, asked through the API as a front end would. */

const places: readonly (readonly [unit: string, Place])[] = [
  ["c", "OWN"],
  ["m", "ABOVE"],
  ["p", "PROVINCE"],
  ["cn", "PROVINCE"],
  ["x", "BELOW"],
  ["d", "BESIDE"],
];

const units = (policy: ClosurePolicy) => [
  aUnit("cn/", "INDUSTRY"),
  aUnit("cn/p/", "PROVINCE", policy),
  aUnit("cn/p/m/", "PREFECTURE"),
  aUnit("cn/p/m/c/", "COUNTY"),
  aUnit("cn/p/m/c/x/", "SUBCOUNTY"),
  aUnit("cn/p/m/d/", "COUNTY"),
];

const moreInput: Partial<Record<Action, (place: Place) => Record<string, unknown>>> = {
  RETURN: () => ({ reason: "佐证材料不全请补充完整" }),
  STAND: () => ({ nextReviewOn: "2024-03-01" }),
  EXTEND: () => ({ due: "2024-06-30", reason: "工期" }),
  // The unit itself may only propose upwards; from above it goes to a unit below.
  TRANSFER: (place) => ({ to: place === "OWN" ? "m" : "d", reason: "根子在上面" }),
  ACCEPT: () => ({ accept: true }),
  DECLINE: () => ({ accept: false, reason: "仍由县局办理" }),
  REOPEN: () => ({ reason: "反弹" }),
  VOID: () => ({ reason: "重复" }),
};

const queryOf = (mutation: string) =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { answer: ${mutation}(input: $input) {
    problemItem { state } userErrors { code } } }`;

async function walk(api: Api, rows: readonly TableRow[], policy: ClosurePolicy): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const asksReceiver = row.who.some((who) => who.endsWith("@RECEIVER"));
    for (const state of problemStates)
      for (const [unit, place] of places)
        for (const role of roles)
          for (const receiver of asksReceiver ? [false, true] : [false]) {
            const item = await anItem(api, state, receiver ? unit : null);
            const input = { code: item.code, ...moreInput[row.action]?.(place) };
            const { data, errors } = await api.ask([unit, role], queryOf(row.mutation), { input });
            const got = errors?.[0]?.message ?? data.answer.userErrors[0]?.code ?? data.answer.problemItem?.state;
            const want = expected(row, { role, place, receiver, policy, state });
            expect({ action: row.action, state, unit, role, receiver, policy, got }).toEqual({
              action: row.action,
              state,
              unit,
              role,
              receiver,
              policy,
              got: want,
            });
            const kind = want === "NOT_FOUND" || want === "FORBIDDEN" || want === "WRONG_STATE" ? want : "ALLOWED";
            counts[kind] = (counts[kind] ?? 0) + 1;
          }
  }
  return counts;
}

function anItem({ store }: Api, state: ProblemState, transferTo: string | null): Promise<Item> {
  const texts = { description: "示例", measures: "1.示例", owner: "示例甲", due: "2023-12-31" };
  return putItem(store, "c", texts, inState(state, { transferTo, submittedBy: "sheet:s1" }));
}

describe("the whole table through the API", () => {
  it("[W2] TWO_STEP: every action, state, role and place", async () => {
    const counts = await walk(await anApi({ units: units("TWO_STEP") }), workflowRows(), "TWO_STEP");

    expect(counts).toEqual({ ALLOWED: 113, FORBIDDEN: 1911, NOT_FOUND: 1120, WRONG_STATE: 216 });
  }, 120_000);

  it.each([
    ["ONE_STEP", { ALLOWED: 11, FORBIDDEN: 364, NOT_FOUND: 210, WRONG_STATE: 45 }],
    ["SELF", { ALLOWED: 14, FORBIDDEN: 350, NOT_FOUND: 210, WRONG_STATE: 56 }],
  ] as const)(
    "[W2] [W3] %s: what that policy changes",
    async (policy, cases) => {
      const changed = workflowRows().filter(({ action }) => ["VERIFY", "RETURN", "FILE"].includes(action));
      const counts = await walk(await anApi({ units: units(policy) }), changed, policy);

      expect(counts).toEqual(cases);
    },
    120_000,
  );
});
