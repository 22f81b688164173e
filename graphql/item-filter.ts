import type { Due } from "../core/ledger/due.ts";
import type { Item, Resolution } from "../core/ledger/item.ts";
import { isOverdue, lightOf } from "../core/ledger/light.ts";
import type { GraphqlContext } from "./context.ts";
import { badInput } from "./errors.ts";
import type { ProblemItemFilter } from "./generated.ts";
import { actionsOf } from "./item-actions.ts";
import { cellValue, columnsOf, isMasked, readingOf } from "./item-values.ts";

/** Whether an item stands, how it was solved, whether it matches a filter. Pure. */

export function isStanding(item: Item): boolean {
  const { workflow } = item;
  return (
    workflow?.state === "STANDING" || workflow?.standing === true || cellValue<Due>(item, "due")?.standing === true
  );
}

export function resolutionOf(item: Item): Resolution {
  return item.workflow?.resolution ?? "NORMAL";
}

/** Characters of a search text. */
const searchChars = 100;

export function filterOf(filter: ProblemItemFilter, context: GraphqlContext): (item: Item) => boolean {
  const text = filter.text?.trim().toLowerCase() ?? "";
  if (text.length > searchChars) throw badInput(`text must not be longer than ${searchChars} characters`);
  const among = <V>(wanted: readonly V[] | null | undefined, value: V | null) =>
    wanted === null || wanted === undefined || (value !== null && wanted.includes(value));
  const equal = (wanted: boolean | null | undefined, value: () => boolean) =>
    wanted === null || wanted === undefined || wanted === value();
  const changedSince = filter.changedSince ?? null;
  const dated = (filter.dueFrom ?? null) !== null || (filter.dueTo ?? null) !== null;

  const inDue = (item: Item) => {
    const date = cellValue<Due>(item, "due")?.date ?? null;
    return date !== null && (filter.dueFrom ?? date) <= date && date <= (filter.dueTo ?? date);
  };
  return (item) =>
    (item.archivedAt !== null) === (filter.archived ?? false) &&
    among(filter.state, item.workflow?.state ?? null) &&
    among(filter.resolution, resolutionOf(item)) &&
    ((filter.topic ?? null) === null || item.topicCode === filter.topic) &&
    (changedSince === null || item.updatedAt >= changedSince) &&
    equal(filter.conflicted, () => item.conflicts.some(({ settledAt }) => settledAt === null)) &&
    (!filter.category || among(filter.category, cellValue<(typeof filter.category)[number]>(item, "category"))) &&
    (!filter.source || among(filter.source, cellValue<(typeof filter.source)[number]>(item, "source"))) &&
    (!dated || inDue(item)) &&
    equal(filter.overdue, () => isOverdue(item, context.today)) &&
    (!filter.action || actionsOf(item, context).some((action) => among(filter.action, action))) &&
    among(filter.light, filter.light ? lightOf(item, context.today) : null) &&
    equal(filter.standing, () => isStanding(item)) &&
    equal(filter.unreadable, () =>
      [...columnsOf(item.kind).keys()].some((field) => readingOf(item, field).problem !== undefined),
    ) &&
    (text === "" || holdsText(item, text, context));
}

/** Never in a text the viewer may not read: a search must not tell who is named. */
function holdsText(item: Item, text: string, context: GraphqlContext): boolean {
  return Object.entries(item.texts).some(
    ([field, value]) => value.toLowerCase().includes(text) && !isMasked(context, item.kind, field),
  );
}
