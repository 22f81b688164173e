import { seededRandom } from "../support/random.ts";
import { acts } from "./acts.ts";

/**
 * A run is a list of steps made beforehand. Every step carries its own chance, so that a run from which steps were
 * dropped does the rest as before: that is what makes failures shrink.
 */

export interface Step {
  readonly do: string;
  /** Which of the spreadsheets. */
  readonly on: number;
  readonly n: number;
  /** What happens while a pass is under way. */
  readonly during?: readonly Interruption[];
}

/** What people and other workers do while a pass is under way, and what fails then; how often. */
const people = {
  clerkBefore: 1,
  clerkAfter: 1,
  apiBefore: 1,
  apiAfter: 1,
  storeTopicBefore: 1,
  movesBeforeWrite: 3,
  apiBeforeWrite: 2,
  tabBefore: 2,
  pauseBefore: 1,
};
const faults = {
  unavailableBefore: 1,
  unavailableAfter: 1,
  quota: 1,
  staleRead: 1,
  crashBefore: 1,
  crashAfter: 1,
  overlapBefore: 1,
  overlapAfter: 1,
  leaseExpires: 1,
  storeCrashBefore: 1,
  storeCrashAfter: 1,
  storeFailsBefore: 1,
  storeFailsAfter: 1,
};
export type InterruptionKind = keyof typeof people | keyof typeof faults;

function asOften(weights: Readonly<Partial<Record<InterruptionKind, number>>>): readonly InterruptionKind[] {
  return Object.entries(weights).flatMap(([kind, weight]) => new Array(weight).fill(kind));
}
const gentleInterruptions = asOften(people);
const interruptions = [...gentleInterruptions, ...asOften(faults)];

export interface Interruption {
  readonly kind: InterruptionKind;
  /** Of the pass's requests to Google, of its writes of rows, or of its calls to the store, counted from 0. */
  readonly at: number;
  readonly n: number;
}

const apiSteps = { apiSet: 14, apiCreate: 4, apiTopic: 3, apiSettle: 3, apiRestore: 2 };
const clockSteps = {
  pass: 26,
  tick: 6,
  feedLosesEntry: 3,
  wait: 4,
  release: 4,
  unshare: 1,
  share: 3,
  pause: 1,
  resume: 4,
};
const backSteps = { undo: 5, redo: 5, restoreTab: 6 };

/** Acts by which a row may come to carry another one's code or text. */
const codeActs: ReadonlySet<string> = new Set([
  "pasteBlock",
  "pasteOverCode",
  "swapCodes",
  "clearCode",
  "clearCodes",
  "breakHeader",
  "mendHeader",
  "pasteForeignRow",
  "mergeRows",
  "sortBeside",
]);

const weights: readonly (readonly [string, number])[] = [
  ...Object.entries(acts).map(([name, [weight]]) => [name, weight] as const),
  ...Object.entries(apiSteps),
  ...Object.entries(clockSteps),
  ...Object.entries(backSteps),
];

export function makeSteps(seed: number, count: number): Step[] {
  const random = seededRandom(seed);
  const pick = (bound: number) => Math.floor(random() * bound);
  const faulty = pick(5) > 0;
  const gentle = pick(3) === 0;
  const mine = weights.filter(([name]) => !gentle || !codeActs.has(name));
  const total = mine.reduce((sum, [, weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let at = random() * total;
    const name = mine.find(([, weight]) => {
      at -= weight;
      return at < 0;
    })?.[0];
    const step = { do: name ?? "wait", on: pick(5) === 0 ? 1 : 0, n: pick(0x7fffffff) };
    if ((name !== "pass" && name !== "tick") || pick(3) === 0) return step;
    const during = Array.from({ length: 1 + pick(3) }, (): Interruption => {
      const kinds = faulty ? interruptions : gentleInterruptions;
      const kind = kinds[pick(kinds.length)] ?? "clerkBefore";
      const bound = kind.startsWith("store") ? 40 : kind.endsWith("BeforeWrite") ? 2 : 5;
      return { kind, at: pick(bound), n: pick(0x7fffffff) };
    });
    return { ...step, during };
  });
}

export function describe(step: Step): string {
  const during = (step.during ?? []).map(({ kind, at, n }) => `${kind}@${at}#${n}`).join(" ");
  return `${step.do} on ${step.on} #${step.n}${during === "" ? "" : ` during ${during}`}`;
}
