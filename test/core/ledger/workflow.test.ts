import { describe, expect, it } from "vitest";
import { initialWorkflow } from "../../../core/ledger/claim-step.ts";
import { createItem } from "../../../core/ledger/create.ts";
import type { Due } from "../../../core/ledger/due.ts";
import type { Author } from "../../../core/ledger/edit.ts";
import { type Item, problemStates } from "../../../core/ledger/item.ts";
import { closurePolicyOf, relations, roles, type Viewer } from "../../../core/ledger/scope.ts";
import { closingWords, stateText } from "../../../core/ledger/state-text.ts";
import { type Step, type StepContext, takeStep } from "../../../core/ledger/transition.ts";
import { closurePolicies, type Unit } from "../../../core/ledger/unit.ts";
import { actions, decide, workflowTable } from "../../../core/ledger/workflow.ts";
import { aUnit } from "../../contract/store-builders.ts";
import { expected, workflowRows } from "./workflow-table.ts";

const units: Unit[] = [
  aUnit("cn/", { level: "INDUSTRY" }),
  aUnit("cn/p/", { level: "PROVINCE" }),
  aUnit("cn/p/m/", { level: "PREFECTURE" }),
  aUnit("cn/p/m/c/", { level: "COUNTY" }),
];
const unitByCode = (code: string) => units.find((unit) => unit.code === code);
const county = units[3] as Unit;
const at = "2023-11-20T02:00:00.000Z";
const api: Author = { side: "API", actor: "someone", at };
const verifier: Viewer = { subject: "v", unit: "m", path: "cn/p/m/", level: "PREFECTURE", role: "VERIFIER" };
const leader: Viewer = { subject: "l", unit: "c", path: "cn/p/m/c/", level: "COUNTY", role: "LEADER" };

const context = (viewer: Viewer): StepContext => ({ viewer, unit: county, policy: "TWO_STEP", today: "2023-11-20" });

function anItem(
  state: NonNullable<Item["workflow"]>["state"],
  patch: Partial<NonNullable<Item["workflow"]>> = {},
): Item {
  const { item } = createItem(
    {
      kind: "problem",
      code: "P000000000001",
      unit: "c",
      texts: { description: "示例", measures: "1.示例", owner: "示例甲", due: "2023-11-30" },
      topicCode: null,
      row: { spreadsheetId: "s1", tabId: 0, presence: "PRESENT", missingSince: null },
      referenceDate: "2023-11-01",
    },
    { ...api, side: "SHEET" },
  );
  return { ...item, workflow: { ...initialWorkflow(null), state, ...patch } };
}

function taken(item: Item, step: Step, viewer: Viewer) {
  const stepped = takeStep(item, step, context(viewer), { ...api, actor: viewer.subject });
  if (!stepped.ok) throw new Error(`${step.action}: ${stepped.refusal.code}`);
  return stepped.edited;
}

const refused = (item: Item, step: Step, viewer: Viewer) => {
  const stepped = takeStep(item, step, context(viewer), { ...api, actor: viewer.subject });
  return stepped.ok ? "allowed" : `${stepped.refusal.code} ${stepped.refusal.field ?? ""}`.trim();
};

describe("the table", () => {
  it("[W1] the document's table is the program's table", () => {
    const rows = workflowRows();

    expect(
      rows.map(({ action, chinese, from, to, reasonChars }) => ({ action, chinese, from, to, reasonChars })),
    ).toEqual(
      actions.map((action) => {
        const { chinese, from, to, reasonChars } = workflowTable[action];
        return { action, chinese, from, to: to === "SAME" ? "same" : to, reasonChars };
      }),
    );
  });

  it("[W2] the pure decision follows the document for every state, role, relation and policy", () => {
    let cases = 0;
    for (const row of workflowRows()) {
      for (const state of problemStates)
        for (const role of roles)
          for (const relation of relations)
            for (const receiver of [false, true])
              for (const policy of closurePolicies) {
                cases++;
                const decision = decide(row.action, state, { role, relation, receiver }, policy);
                const place = relation === "OUTSIDE" ? "BESIDE" : relation;
                expect({
                  row: row.action,
                  state,
                  role,
                  relation,
                  receiver,
                  policy,
                  got: decision.allowed ? decision.to : decision.why,
                }).toEqual({
                  row: row.action,
                  state,
                  role,
                  relation,
                  receiver,
                  policy,
                  got: expected(row, { state, role, place, receiver, policy }),
                });
              }
    }
    expect(cases).toBe(14 * 7 * 5 * 4 * 2 * 3);
  });

  it("[W3] the nearest policy on the way up decides", () => {
    const own = { ...county, closurePolicy: "SELF" as const };
    const oneStep = (code: string) =>
      code === "p" ? { ...(units[1] as Unit), closurePolicy: "ONE_STEP" as const } : unitByCode(code);

    expect(closurePolicyOf(own, oneStep)).toBe("SELF");
    expect(closurePolicyOf(county, oneStep)).toBe("ONE_STEP");
    expect(closurePolicyOf(county, unitByCode)).toBe("TWO_STEP");
    expect(closurePolicyOf(units[0] as Unit, unitByCode)).toBe("SELF");
  });
});

describe("steps", () => {
  it("[W4] nobody verifies what they submitted themselves", () => {
    expect(refused(anItem("SUBMITTED", { submittedBy: "v" }), { action: "VERIFY" }, verifier)).toBe("FORBIDDEN");
    expect(refused(anItem("SUBMITTED", { submittedBy: "l" }), { action: "VERIFY" }, verifier)).toBe("allowed");
  });

  it("[W5] a reason is needed where the table says so, and blanks are none", () => {
    const submitted = anItem("SUBMITTED", { submittedBy: "l" });

    expect(refused(submitted, { action: "RETURN", reason: "太短" }, verifier)).toBe("BAD_USER_INPUT reason");
    expect(refused(submitted, { action: "RETURN", reason: " ".repeat(20) }, verifier)).toBe("BAD_USER_INPUT reason");
    expect(refused(submitted, { action: "RETURN", reason: "佐证材料不全请补充完整" }, verifier)).toBe("allowed");
    expect(refused(submitted, { action: "VOID" }, verifier)).toBe("BAD_USER_INPUT reason");
  });

  it("[W6] each step asks for what it needs", () => {
    const bare = { ...anItem("REGISTERED"), texts: { description: "示例" } };
    const clerk: Viewer = { ...leader, role: "CLERK" };

    expect(refused(bare, { action: "START" }, clerk)).toBe("BAD_USER_INPUT measures");
    expect(refused(anItem("REGISTERED"), { action: "START" }, clerk)).toBe("allowed");
    expect(refused(anItem("IN_PROGRESS"), { action: "STAND", nextReviewOn: "2023-11-20" }, verifier)).toBe(
      "BAD_USER_INPUT nextReviewOn",
    );
    expect(refused(anItem("IN_PROGRESS"), { action: "SUBMIT", completedOn: "2023-11-21" }, leader)).toBe(
      "BAD_USER_INPUT completedOn",
    );
    const earlier = { text: "2023-11-29", before: "2023-11-30", after: "2023-11-29" };
    expect(refused(anItem("IN_PROGRESS"), { action: "EXTEND", reason: "工期", due: earlier }, verifier)).toBe(
      "BAD_USER_INPUT due",
    );
    expect(taken(anItem("IN_PROGRESS"), { action: "SUBMIT" }, leader).item.texts.completedOn).toBe("2023-11-20");
    expect(
      taken(anItem("IN_PROGRESS"), { action: "SUBMIT", completedOn: "2023-11-18" }, leader).item.texts.completedOn,
    ).toBe("2023-11-18");
  });

  it("[W7] a return counts and forgets who submitted; a reopening begins the next cycle", () => {
    const submitted = anItem("SUBMITTED", { submittedBy: "l", submittedAt: at });
    const reason = "佐证材料不全请补充完整";

    expect(taken(submitted, { action: "RETURN", reason }, verifier).item.workflow).toEqual({
      ...initialWorkflow(null),
      state: "IN_PROGRESS",
      returnCount: 1,
      reason,
    });
    expect(
      taken(
        anItem("CLOSED", { closedOn: "2023-11-01", returnCount: 1 }),
        { action: "REOPEN", reason: "反弹" },
        verifier,
      ).item.workflow,
    ).toEqual({
      ...initialWorkflow(null),
      state: "REGISTERED",
      cycle: 2,
      returnCount: 1,
      reason: "反弹",
    });
  });

  it("[W8] a unit proposes upwards only, a verifier hands over within what they see", () => {
    const item = anItem("IN_PROGRESS");
    const sibling = aUnit("cn/p/m/d/", { level: "COUNTY" });
    const otherProvince = aUnit("cn/q/", { level: "PROVINCE" });
    const transfer = (to: Unit): Step => ({ action: "TRANSFER", reason: "根子在上面", to });

    const proposed = taken(item, transfer(units[2] as Unit), leader).item;
    expect(proposed).toMatchObject({ unit: "c", originUnit: "c", workflow: { transferTo: "m" } });
    expect(taken(proposed, { action: "ACCEPT" }, { ...verifier, role: "LEADER" }).item).toMatchObject({
      unit: "m",
      originUnit: "c",
      workflow: { transferTo: null },
    });
    expect(taken(proposed, { action: "DECLINE", reason: "仍由县局办理" }, verifier).item).toMatchObject({
      unit: "c",
      workflow: { transferTo: null },
    });
    expect(refused(item, transfer(sibling), leader)).toBe("BAD_USER_INPUT to");
    expect(taken(item, transfer(sibling), verifier).item).toMatchObject({ unit: "d", originUnit: "c" });
    expect(refused(item, transfer(otherProvince), verifier)).toBe("BAD_USER_INPUT to");
    expect(refused(item, transfer(county), verifier)).toBe("BAD_USER_INPUT to");
  });

  it("[W9] a step leaves one entry that names what moved, and the sheet falls behind", () => {
    const edited = taken(anItem("SUBMITTED", { submittedBy: "l" }), { action: "VERIFY", reason: "属实" }, verifier);

    expect(edited.changes).toEqual([
      {
        id: "2.1",
        at,
        side: "API",
        actor: "v",
        field: "state",
        before: "SUBMITTED",
        after: "VERIFIED",
        reason: "属实",
      },
    ]);
    expect(edited.item.ahead).toEqual({ "#state": "已申请销号，待上级审核" });
    expect(edited.item.version).toBe(2);
  });
});

describe("what the sheet shows", () => {
  it("[W15] every state has its words, and they name who decides next", () => {
    const words = closingWords(county, "TWO_STEP", unitByCode);
    const text = (item: Item) => stateText(item, words);

    expect({
      registered: text(anItem("REGISTERED")),
      again: text(anItem("REGISTERED", { cycle: 2 })),
      working: text(anItem("IN_PROGRESS")),
      returned: text(anItem("IN_PROGRESS", { returnCount: 1, reason: "材料不全" })),
      asking: text(anItem("IN_PROGRESS", { standing: true })),
      standing: text(anItem("STANDING", { nextReviewOn: "2024-03-01" })),
      submitted: text(anItem("SUBMITTED")),
      onSite: text(anItem("SUBMITTED", { resolution: "ON_SITE" })),
      verified: text(anItem("VERIFIED")),
      closed: text(anItem("CLOSED", { closedOn: "2023-11-20" })),
      void: text(anItem("VOID", { reason: "重复登记" })),
      merged: text(anItem("VOID", { mergedInto: "P000000000002" })),
      transfer: text(anItem("IN_PROGRESS", { transferTo: "m" })),
      self: stateText(anItem("SUBMITTED"), closingWords(county, "SELF", unitByCode)),
    }).toEqual({
      registered: "已挂号，待整改",
      again: "已挂号，待整改（第2轮）",
      working: "整改中",
      returned: "整改中，被退回：材料不全",
      asking: "整改中，申请长期坚持，待市局同意",
      standing: "持续整改，下次检查2024-03-01",
      submitted: "已申请销号，待市局审核",
      onSite: "已申请销号（现场解决），待市局审核",
      verified: "已通过审核，待省局备案",
      closed: "已销号（2023-11-20）",
      void: "已作废：重复登记",
      merged: "已作废，并入P000000000002",
      transfer: "整改中（已提请转办，待接收）",
      self: "已申请销号，待本单位审核",
    });
  });

  it("[W14] a new item is registered, and its deadline may say 立行立改 or 长期坚持", () => {
    const due = (patch: Partial<Due>) => ({ kind: "DATE", date: null, standing: false, ...patch }) as Due;

    expect(initialWorkflow(due({ kind: "IMMEDIATE" }))).toMatchObject({ state: "REGISTERED", resolution: "IMMEDIATE" });
    expect(initialWorkflow(due({ standing: true }))).toMatchObject({ state: "REGISTERED", standing: true });
    const input = {
      kind: "problem" as const,
      code: "P1",
      unit: "c",
      topicCode: null,
      row: null,
      referenceDate: "2023-11-01",
    };
    const claimed = createItem(
      { ...input, texts: { description: "示例", claim: "已完成" } },
      { ...api, side: "SHEET" },
    );
    expect(claimed.item.workflow).toMatchObject({ state: "SUBMITTED", submittedBy: "someone" });
    expect(claimed.changes.map(({ id, field, after }) => ({ id, field, after }))).toEqual([
      { id: "1.1", field: null, after: "CREATED" },
      { id: "2.1", field: "state", after: "SUBMITTED" },
    ]);
  });
});
