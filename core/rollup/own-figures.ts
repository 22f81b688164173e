import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import { countActivities } from "./count-activities.ts";
import { countMeasures } from "./count-measures.ts";
import { countOpinions } from "./count-opinions.ts";
import { countOutcomes } from "./count-outcomes.ts";
import { countProblems } from "./count-problems.ts";
import { countTopics } from "./count-topics.ts";
import type { Figures } from "./fold.ts";
import { makeTally, type Tally, type UnitLedger } from "./tally.ts";

type Counter = (items: readonly Item[], ledger: UnitLedger, tally: Tally) => void;

/** One counter a kind. A kind that is not listed adds to no figure. */
const counters: Readonly<Partial<Record<KindName, Counter>>> = {
  problem: countProblems,
  topic: countTopics,
  activity: countActivities,
  measure: countMeasures,
  opinion: countOpinions,
  outcome: countOutcomes,
};

/**
 * What a unit itself reports. A figure is absent (not reported) when the unit has neither items of the kind nor a live
 * tab for it; an empty live tab reports zero; a list that leaves a property blank in every row says nothing about it.
 */
export function ownFigures(ledger: UnitLedger): Figures {
  const tally = makeTally();
  for (const [kind, counter] of Object.entries(counters)) {
    counter(
      ledger.items.filter((item) => item.kind === kind),
      ledger,
      tally,
    );
  }
  // Who lists nothing but what was solved on the spot tells how much was solved, not how much was found: no rate of it.
  const solved = tally.valueOf("ON_SITE");
  const handled = tally.valueOf("HANDLED");
  if (solved !== null && handled !== null && (handled === 0 || solved < handled)) {
    tally.count("ON_SITE_KNOWN", solved);
    tally.count("HANDLED_KNOWN", handled);
  }
  return tally.figures();
}
