import type { Change, Item } from "../../core/ledger/item.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { tokensIn } from "./tokens.ts";

/**
 * What an item has been about at any time, archived or not: the texts of its key field. What stood on the sheet for the
 * length of one pass and gave way in it (an entry of the sheet that an entry of the system takes back) was never its.
 */
export function keysHeld(item: Item, history: readonly Change[]): ReadonlySet<number> {
  const { keyField } = kindOf(item.kind);
  const mine = history.filter(({ field }) => field === keyField);
  const takenBack = new Set(mine.filter(({ side }) => side === "SYSTEM").map(({ id }) => versionOf(id)));
  const texts = mine.filter(({ id }) => !takenBack.has(versionOf(id))).flatMap(({ before, after }) => [before, after]);
  return new Set([item.texts[keyField] ?? null, ...texts].flatMap((text) => tokensIn(text ?? "")));
}

function versionOf(id: string): string {
  return id.split(".")[0] ?? "";
}
