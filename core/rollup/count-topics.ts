import { saysNothing } from "../ledger/cell-types.ts";
import type { Item } from "../ledger/item.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

/**
 * Topics, and the reports named beside them: one a topic, unless the reports have a list of their own. A list without a
 * single report says nothing about reports.
 */
export function countTopics(topics: readonly Item[], { items, liveKinds }: UnitLedger, tally: Tally): void {
  if (topics.length === 0 && !liveKinds.has("topic")) return;
  tally.count("TOPICS", topics.length);
  if (topics.length === 0) tally.report("REPORTS");
  if (items.some((item) => item.kind === "outcome" && cellValue(item, "form") === "REPORT")) return;
  for (const topic of topics) {
    if (!saysNothing(topic.texts.report ?? "")) tally.count("REPORTS");
  }
}
