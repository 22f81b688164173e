import { saysNothing } from "../ledger/cell-types.ts";
import type { Item } from "../ledger/item.ts";
import { type TopicStatus, topicStatusOf } from "../ledger/topic.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

const done: ReadonlySet<TopicStatus> = new Set(["REPORTED", "TRANSFORMED"]);

/**
 * Topics, those of them that are finished, and the reports named beside them: one a topic, unless the reports have a list of their own. A list without a
 * single report says nothing about reports, and one without a word on how far they are nothing about that.
 */
export function countTopics(topics: readonly Item[], { items, liveKinds }: UnitLedger, tally: Tally): void {
  if (topics.length === 0 && !liveKinds.has("topic")) return;
  tally.count("TOPICS", topics.length);
  if (topics.length === 0) tally.report("TOPICS_DONE", "REPORTS");
  const told = topics.filter(({ texts }) =>
    [texts.status, texts.progress, texts.report].some((text) => !saysNothing(text ?? "")),
  );
  if (told.length > 0) tally.count("TOPICS_DONE", told.filter((topic) => done.has(topicStatusOf(topic))).length);
  if (items.some((item) => item.kind === "outcome" && cellValue(item, "form") === "REPORT")) return;
  for (const topic of topics) {
    if (!saysNothing(topic.texts.report ?? "")) tally.count("REPORTS");
  }
}
