import { describe, expect, it } from "vitest";
import type { Claim, ClaimReading } from "../../../core/ledger/claim.ts";
import { applyClaim, initialWorkflow } from "../../../core/ledger/claim-step.ts";
import { settle } from "../../../core/ledger/conflict.ts";
import type { Author } from "../../../core/ledger/edit.ts";
import { type Item, type ProblemState, problemStates } from "../../../core/ledger/item.ts";
import { anItem as storedItem } from "../../contract/store-builders.ts";

const at = "2023-11-20T02:00:00.000Z";
const sheet: Author = { side: "SHEET", actor: "sheet:s1", at };

function anItem(
  state: ProblemState,
  patch: Partial<NonNullable<Item["workflow"]>> = {},
  texts: Record<string, string> = {},
): Item {
  return storedItem("P000000000001", {
    texts: { description: "示例", ...texts },
    workflow: { ...initialWorkflow(null), state, ...patch },
  });
}

const says = (claim: Claim, patch: Partial<ClaimReading> = {}) =>
  ({ claim, resolution: "NORMAL", standing: false, percent: null, text: claim, ...patch }) as ClaimReading;

/** The state afterwards; `-` when nothing changed, `!` when the clerk is told why not. */
function stateAfter(item: Item, reading: ClaimReading | null, closing = false): string {
  const claimed = applyClaim(item, reading, { closing }, sheet);
  if ("problem" in claimed) return "!";
  return claimed.changes.length === 0 ? "-" : (claimed.item.workflow?.state ?? "");
}

describe("a status word in the sheet", () => {
  it("[W10] [W11] [W12] what each word does in each state", () => {
    const words: Claim[] = [
      "REGISTERED",
      "IN_PROGRESS",
      "COMPLETE",
      "CLOSED",
      "STANDING",
      "RETURN",
      "REOPEN",
      "VOID",
      "TRANSFER",
    ];
    const table = Object.fromEntries(
      words.map((word) => [
        word,
        problemStates.map((state) => stateAfter(anItem(state, { submittedBy: "sheet:s1" }), says(word))).join(" "),
      ]),
    );

    expect(problemStates.join(" ")).toBe("REGISTERED IN_PROGRESS STANDING SUBMITTED VERIFIED CLOSED VOID");
    expect(table).toEqual({
      REGISTERED: "- - - IN_PROGRESS ! ! !",
      IN_PROGRESS: "IN_PROGRESS - - IN_PROGRESS ! ! !",
      COMPLETE: "SUBMITTED SUBMITTED SUBMITTED - - - !",
      CLOSED: "SUBMITTED SUBMITTED SUBMITTED - - - !",
      STANDING: "IN_PROGRESS IN_PROGRESS STANDING SUBMITTED VERIFIED CLOSED !",
      RETURN: "! ! ! ! ! ! !",
      REOPEN: "IN_PROGRESS - - IN_PROGRESS ! ! !",
      VOID: "! ! ! ! ! ! -",
      TRANSFER: "! ! ! ! ! ! !",
    });
  });

  it("[W10] 现场解决 sets the resolution with the claim", () => {
    const claimed = applyClaim(
      anItem("REGISTERED"),
      says("COMPLETE", { resolution: "ON_SITE" }),
      { closing: false },
      sheet,
    );

    expect("problem" in claimed ? null : claimed.item.workflow).toMatchObject({
      state: "SUBMITTED",
      resolution: "ON_SITE",
      submittedBy: "sheet:s1",
    });
  });

  it("[W11] an empty cell resets nothing, and 是否销号 = 否 says nothing about the work", () => {
    for (const state of problemStates) {
      expect(stateAfter(anItem(state), null)).toBe("-");
      expect(stateAfter(anItem(state), says("REGISTERED"), true)).toBe("-");
    }
  });

  it("[W11] a leader's submission is not taken back by a word in the sheet; 未完成 with progress means work goes on", () => {
    expect(stateAfter(anItem("SUBMITTED", { submittedBy: "leader@c" }), says("IN_PROGRESS"))).toBe("!");
    expect(stateAfter(anItem("REGISTERED", {}, { progress: "已开工" }), says("REGISTERED"))).toBe("IN_PROGRESS");
  });

  it("[W12] 长期坚持 asks and does not decide", () => {
    const claimed = applyClaim(anItem("REGISTERED"), says("STANDING"), { closing: false }, sheet);

    expect("problem" in claimed ? null : claimed.item.workflow).toMatchObject({ state: "IN_PROGRESS", standing: true });
  });

  it("[W13] a word said twice leaves one entry", () => {
    const once = applyClaim(anItem("REGISTERED"), says("COMPLETE"), { closing: false }, sheet);
    if ("problem" in once) throw new Error(once.problem);

    const twice = applyClaim(once.item, says("COMPLETE"), { closing: false }, sheet);

    expect(once.changes).toHaveLength(1);
    expect(twice).toEqual({ item: once.item, changes: [] });
  });
});

describe("settling a conflict", () => {
  const conflict = {
    id: "progress.3",
    field: "progress",
    sheetValue: "表格的",
    storeValue: "系统的",
    shown: "SHEET" as const,
    openedAt: at,
    settledAt: null,
  };
  const author: Author = { side: "API", actor: "clerk@c", at };
  const disputed = { ...anItem("IN_PROGRESS", {}, { progress: "表格的" }), conflicts: [conflict] };

  it.each([
    [{ choose: "API" as const }, "系统的"],
    [{ choose: "SHEET" as const }, "表格的"],
    [{ value: "第三个" }, "第三个"],
    [{ choose: "SHEET" as const, value: "" }, undefined],
  ])("[W16] %j stands", (choice, text) => {
    const settled = settle(disputed, "progress.3", choice, author);

    if (!settled.ok) throw new Error(settled.why);
    expect(settled.edited.item.texts.progress).toBe(text);
    expect(settled.edited.item.conflicts).toEqual([{ ...conflict, settledAt: at }]);
    expect(settled.edited.changes.at(-1)).toMatchObject({
      field: null,
      before: "progress",
      after: "CONFLICT_SETTLED",
      actor: "clerk@c",
    });
    expect(settled.edited.item.ahead["#notice"]).toBeDefined();
    expect(settle(settled.edited.item, "progress.3", choice, author)).toEqual({ ok: false, why: "ALREADY_SETTLED" });
  });

  it("[W16] a cell that cannot be written: only what it shows can be chosen, and why is told", () => {
    const locked = { ...disputed, conflicts: [{ ...conflict, sheetReadOnly: "公式，系统不改写" }] };
    const refused = { ok: false, why: "SHEET_READ_ONLY", reason: "公式，系统不改写" };
    expect(settle(locked, "progress.3", { choose: "API" }, author)).toEqual(refused);
    expect(settle(locked, "progress.3", { value: "第三个" }, author)).toEqual(refused);
    expect(settle(locked, "progress.3", { choose: "SHEET" }, author).ok).toBe(true);
  });

  it("[W16] without a choice, or for a conflict that is not there, nothing happens", () => {
    expect(settle(disputed, "progress.3", {}, author)).toEqual({ ok: false, why: "NO_CHOICE" });
    expect(settle(disputed, "owner.3", { choose: "API" }, author)).toEqual({ ok: false, why: "NOT_FOUND" });
  });
});
