import type { Change, Item } from "../../core/ledger/item.ts";
import { excuseFor } from "./excuses.ts";
import { inVersionOrder, withoutTakenBack } from "./history-holds.ts";
import { tokensIn } from "./tokens.ts";
import type { Watch } from "./watch.ts";

/** Older settled conflicts may be gone from the item. */
const conflictsKept = 20;

/** Fields whose column no clerk of the simulation deletes: what has no column is shown nowhere and waits for nothing. */
const alwaysShown = new Set(["description", "measures", "department", "title"]);

/** What came through the API gives way to the sheet only by a person's act, and visibly. */
export function nothingUndone(watch: Watch, item: Item, history: readonly Change[]): string[] {
  const wrong: string[] = [];
  const newest = new Map<string, Change>();
  const waiting = new Map<string, Change>();
  const mine = new Set<string>();
  for (const change of [...withoutTakenBack(history)].sort(inVersionOrder)) {
    const { field, side, after } = change;
    if (field === null) {
      for (const [unseen, { after: text }] of after === "ARCHIVED" ? waiting : [])
        if (alwaysShown.has(unseen)) wrong.push(`${item.code} was archived although ${text} was still to be shown`);
      if (after === "REVIVED") waiting.clear();
      continue;
    }
    if (side === "SHEET" && isOnlyOfTheApi(watch, after) && !mine.has(after ?? "") && !isStray(watch, after))
      wrong.push(`${item.code}.${field}: the sheet is said to have brought ${after}, and no person ever typed it`);
    if (side === "API") mine.add(after ?? "");
    const before = newest.get(field);
    newest.set(field, change);
    waiting.delete(field);
    if (side === "API" && isUnseen(watch, after)) waiting.set(field, change);
    // A text that the API took away is nothing to a column that comes in: an empty side takes the other's text.
    if (side !== "SHEET" || before?.side !== "API" || before.after === null || item.conflicts.length >= conflictsKept)
      continue;
    if (item.conflicts.some((conflict) => conflict.field === field && conflict.storeValue === before.after)) continue;
    const [old] = tokensIn(after ?? "");
    if (
      isBefore(watch, change, "duplicateTab") &&
      after === before.before &&
      old !== undefined &&
      (watch.placedAtMs.get(old) ?? 0) < Date.parse(before.at)
    )
      wrong.push(`${item.code}.${field}: ${after} came back over ${before.after}, and nobody had put it back`);
    if (isUnseen(watch, before.after))
      wrong.push(`${item.code}.${field}: ${before.after} gave way to ${after}, and no conflict says so`);
  }
  return wrong;
}

function isBefore({ firstActMs }: Watch, { at }: Change, act: string): boolean {
  return Date.parse(at) < (firstActMs.get(act) ?? Number.POSITIVE_INFINITY);
}

/** Entered through the API and put into no sheet by a person: what an item takes from its row cannot be that. */
function isOnlyOfTheApi(watch: Watch, text: string | null): boolean {
  const tokens = tokensIn(text ?? "");
  return tokens.some((token) => watch.entered.get(token)?.kind === "api" && !watch.placedAtMs.has(token));
}

/** Put into the row by a pass that could not take it back. */
function isStray(watch: Watch, text: string | null): boolean {
  return tokensIn(text ?? "").some((token) => excuseFor(watch, token) !== undefined);
}

/** Never shown in a sheet: no clerk can have answered to it. */
function isUnseen(watch: Watch, text: string | null): boolean {
  const tokens = tokensIn(text ?? "");
  return tokens.length > 0 && tokens.every((token) => !watch.stood.has(token));
}
