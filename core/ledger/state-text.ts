import type { Item, ProblemState } from "./item.ts";
import type { ClosurePolicy, Unit } from "./unit.ts";

/** The text of 系统状态: where an item stands, in the clerk's language. Never depends on the day it is read. */

/** Key in `item.ahead` that says: the sheet does not show the newest 系统状态 yet. */
export const stateField = "#state";
/** The same for 系统提示. */
export const noticeField = "#notice";

export const stateWords: Readonly<Record<ProblemState, string>> = {
  REGISTERED: "已挂号，待整改",
  IN_PROGRESS: "整改中",
  STANDING: "持续整改",
  SUBMITTED: "已申请销号",
  VERIFIED: "已通过审核",
  CLOSED: "已销号",
  VOID: "已作废",
};

/** Who decides next, in words: `市局`, `省局` … */
export interface ClosingWords {
  readonly verifier: string;
  readonly filer: string;
}

const anyUpper: ClosingWords = { verifier: "上级", filer: "省局" };
const levelWords: Readonly<Record<Unit["level"], string>> = {
  INDUSTRY: "国家局",
  PROVINCE: "省局",
  PREFECTURE: "市局",
  COUNTY: "县局",
  SUBCOUNTY: "上级",
};

export function closingWords(
  unit: Unit,
  policy: ClosurePolicy,
  unitByCode: (code: string) => Unit | undefined,
): ClosingWords {
  const parent = unit.parent === null ? undefined : unitByCode(unit.parent);
  if (policy === "SELF" || parent === undefined) return { verifier: "本单位", filer: "本单位" };
  let filer: Unit = parent;
  while (filer.level !== "PROVINCE" && filer.level !== "INDUSTRY" && filer.parent !== null) {
    const next = unitByCode(filer.parent);
    if (next === undefined) break;
    filer = next;
  }
  return { verifier: levelWords[parent.level], filer: levelWords[filer.level] };
}

/** "" for an item of a kind without a closing procedure. */
export function stateText(item: Pick<Item, "workflow">, words: ClosingWords = anyUpper): string {
  const { workflow } = item;
  if (workflow === null) return "";
  const text = stateWords[workflow.state] + detail(workflow, words);
  return workflow.transferTo === null ? text : `${text}（已提请转办，待接收）`;
}

function detail(workflow: NonNullable<Item["workflow"]>, words: ClosingWords): string {
  switch (workflow.state) {
    case "REGISTERED":
      return workflow.cycle > 1 ? `（第${workflow.cycle}轮）` : "";
    case "IN_PROGRESS":
      if (workflow.reason !== null) return `，被退回：${workflow.reason}`;
      return workflow.standing ? `，申请长期坚持，待${words.verifier}同意` : "";
    case "STANDING":
      return workflow.nextReviewOn === null ? "" : `，下次检查${workflow.nextReviewOn}`;
    case "SUBMITTED":
      return `${workflow.resolution === "ON_SITE" ? "（现场解决）" : ""}，待${words.verifier}审核`;
    case "VERIFIED":
      return `，待${words.filer}备案`;
    case "CLOSED":
      return workflow.closedOn === null ? "" : `（${workflow.closedOn}）`;
    case "VOID":
      if (workflow.mergedInto !== null) return `，并入${workflow.mergedInto}`;
      return workflow.reason === null ? "" : `：${workflow.reason}`;
  }
}
