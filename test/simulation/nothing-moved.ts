import type { Change, Item } from "../../core/ledger/item.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { withoutTakenBack } from "./history-holds.ts";
import { tokensIn } from "./tokens.ts";

/** What an item has been about at any time, archived or not: the texts of its key field. */
export function keysHeld(item: Item, history: readonly Change[]): ReadonlySet<number> {
  const { keyField } = kindOf(item.kind);
  const held = withoutTakenBack(history)
    .filter(({ field }) => field === keyField)
    .flatMap(({ before, after }) => [before, after]);
  return new Set([item.texts[keyField] ?? null, ...held].flatMap((text) => tokensIn(text ?? "")));
}
