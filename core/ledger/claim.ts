import { saysNothing } from "./cell-types.ts";
import { readStatusWord } from "./claim-text.ts";
import type { StatusWord } from "./claim-words.ts";
import type { CellType, Reading } from "./column.ts";
import { shown } from "./date-cell.ts";
import type { Resolution } from "./item.ts";

export const claims = [
  "REGISTERED",
  "IN_PROGRESS",
  "COMPLETE",
  "CLOSED",
  "STANDING",
  "RETURN",
  "REOPEN",
  "VOID",
  "TRANSFER",
] as const;
export type Claim = (typeof claims)[number];

/** What a clerk's status word asks for. Only the verifying unit decides. */
export interface ClaimReading {
  readonly claim: Claim;
  readonly resolution: Resolution;
  readonly standing: boolean;
  /** 0..100 when the word tells how far the work is. */
  readonly percent: number | null;
}

/** 完成情况, 整改状态: 是 means that the work is done. */
export const claimCell: CellType<ClaimReading> = {
  name: "claim",
  parse: (text) => readClaim(text),
  render: renderClaim,
};

/** 是否销号: 是 asks for closing. */
export const closedClaimCell: CellType<ClaimReading> = {
  name: "closedClaim",
  parse: (text) => {
    const reading = readClaim(text);
    return isYes(text) && reading.value !== null ? { value: { ...reading.value, claim: "CLOSED" } } : reading;
  },
  render: renderClaim,
};

/** 是否现场解决: 是 says how it was solved, 否 says nothing of the work. */
export const onSiteCell: CellType<ClaimReading> = {
  name: "onSite",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const plain = text.normalize("NFKC").replace(/\s+/g, "");
    if (isYes(plain)) return { value: onSite };
    if (/^(?:否|×|✗|✘|❌|x|n|false)$/i.test(plain)) return { value: null };
    const reading = readClaim(text);
    if (reading.problem !== undefined) return { value: null, problem: `看不懂“${shown(text)}”，可填：是、否` };
    return { value: reading.value?.resolution === "ON_SITE" ? onSite : null };
  },
  render: () => "是",
};

const onSite: ClaimReading = { claim: "COMPLETE", resolution: "ON_SITE", standing: false, percent: null };

function isYes(text: string): boolean {
  return /^(?:是|√|✓|✔|☑|✅|y|true)$/i.test(text.normalize("NFKC").trim());
}

/** Words that decide, from the strongest; a piece of work that is partly open is open. */
const order: readonly Claim[] = [
  "RETURN",
  "REOPEN",
  "VOID",
  "TRANSFER",
  "IN_PROGRESS",
  "REGISTERED",
  "CLOSED",
  "COMPLETE",
  "STANDING",
];

/** Coloured circles and squares are lights beside the word. */
const coloured = /\u{fe0f}|[\u{1f534}\u{1f535}\u{1f7e0}-\u{1f7eb}\u{26aa}\u{26ab}]/gu;

function readClaim(text: string): Reading<ClaimReading> {
  if (saysNothing(text)) return { value: null };
  // A line is a clause: measures of one problem may stand on rows of their own, each with its word. Else it is a wrapped word.
  const plain = text.normalize("NFKC").replace(coloured, "").trim();
  const found = readClauses(plain.replace(/[\r\n]+/g, ";")) ?? readClauses(plain);
  if (found === null)
    return { value: null, problem: `看不懂状态“${shown(text)}”，可填：未整改、整改中、已完成、已销号、长期坚持` };
  const claim = order.find((candidate) => found.some((word) => word.claim === candidate));
  if (claim === undefined) return { value: null };
  const done = claim === "COMPLETE" || claim === "CLOSED";
  return {
    value: {
      claim,
      resolution: done && found.some(({ onSite }) => onSite) ? "ON_SITE" : "NORMAL",
      standing: found.some((word) => word.claim === "STANDING"),
      percent: found.find((word) => word.claim === claim && word.percent !== undefined)?.percent ?? null,
    },
  };
}

/** null: some clause is no status. What stands in brackets counts if it is one: 完成（长期坚持）, 已整改（11月5日）. */
function readClauses(text: string): readonly StatusWord[] | null {
  const plain = text.replace(/\s+/g, "");
  const inside = [...plain.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? "");
  const bare = plain.replace(/\([^()]*\)/g, "") || plain.replace(/[()]/g, "");
  const outer = clausesOf(bare).map(readStatusWord);
  if (outer.some((word) => word === null)) return null;
  const found = [...outer, ...(bare === plain ? [] : inside.flatMap(clausesOf).map(readStatusWord))];
  const words = found.filter((word) => word !== null);
  const told = words.some(({ unclosed, claim }) => claim !== null && unclosed === undefined);
  return told ? words.filter(({ unclosed }) => unclosed === undefined) : words;
}

function clausesOf(text: string): readonly string[] {
  return text
    .replace(/([√✓✔☑✅])(?=.)/g, "$1;")
    .replace(/(?:并且|同时|并|且)(?=长期|持续|常态化)/g, ";")
    .split(/[,。;、|]+/)
    .filter((clause) => clause !== "");
}

const base: Readonly<Record<Claim, string>> = {
  REGISTERED: "未整改",
  IN_PROGRESS: "整改中",
  COMPLETE: "已完成",
  CLOSED: "已销号",
  STANDING: "长期坚持",
  RETURN: "退回",
  REOPEN: "重启",
  VOID: "作废",
  TRANSFER: "转办",
};

function renderClaim({ claim, resolution, standing, percent }: ClaimReading): string {
  const words: string[] = [percent === null ? base[claim] : renderPercent(percent)];
  if (resolution === "ON_SITE") {
    if (claim === "COMPLETE" && percent === null) words[0] = "现场解决";
    else words.push("现场解决");
  }
  if (standing && claim !== "STANDING") words.push("长期坚持");
  return words.join("，");
}

function renderPercent(percent: number): string {
  if (percent === 50) return "部分整改";
  return percent === 90 ? "基本完成" : `${percent}%`;
}
