import { isCode } from "../ledger/code.ts";
import type { Item } from "../ledger/item.ts";
import { claimsOf, knownRow, newRow } from "./claims.ts";
import type { Identified, IdentifyInput } from "./identity.ts";
import { makeLikeness } from "./likeness.ts";
import type { SheetRow } from "./survey.ts";

/** Pure: which item each row that needs a look stands for. The position of a row never counts. */

export function identify(input: IdentifyInput): Identified {
  const likeness = makeLikeness(input.written, input.bound);
  const { isRowOf, sameKey, sharedCells, newestCells } = likeness;
  const { missing, waiting } = itemsWithoutRow(input);
  const { settled, contested, orphans } = claimsOf(input, likeness, missing);
  const identities = [...settled];

  // Items that no row, or a row that reads quite differently, stands for: what a row may really be.
  const homeless = new Map(
    [...missing.values(), ...waiting, ...contested.map(({ item }) => item)].map((item) => [item.code, item]),
  );
  const reclaim = (row: SheetRow, fits: (row: SheetRow, item: Item) => boolean): boolean => {
    const [item] = [...homeless.values()]
      .filter((candidate) => fits(row, candidate))
      .sort((a, b) => sharedCells(row, b) - sharedCells(row, a) || newestCells(row, b) - newestCells(row, a));
    if (item === undefined) return false;
    homeless.delete(item.code);
    missing.delete(item.code);
    identities.push({ is: "RECLAIMED", row, item });
    return true;
  };
  // First what is word for word the row, whatever code it shows now; of copies the one that shows a text which only the
  // system had; then what still has its key; the code alone comes last.
  let strangers = contested;
  let unsettled = orphans;
  for (const fits of [likeness.isAgreedRow, likeness.showsWrite, isRowOf]) {
    strangers = strangers.filter(({ row }) => !reclaim(row, fits));
    unsettled = unsettled.filter(({ row }) => !reclaim(row, fits));
  }
  const bearers = strangers.filter(({ row, item }) => {
    // One whose code stands on another row, or whose key we may have put here, must be more like this row than its bearer's.
    const isIts = (candidate: Item) =>
      (missing.has(candidate.code) && !likeness.keyMayBeStray(row, candidate)) ||
      sharedCells(row, candidate) > sharedCells(row, item);
    // The key alone may have been pasted; a row that lost its code and says more of the same is the one it came from.
    const isMoreOf = (candidate: Item) =>
      unsettled.some(
        ({ row: other }) => sameKey(other, candidate) && sharedCells(other, candidate) > sharedCells(row, candidate),
      );
    return !reclaim(row, (_, candidate) => sameKey(row, candidate) && isIts(candidate) && !isMoreOf(candidate));
  });
  for (const { row, otherwise } of unsettled) {
    const foreign = otherwise?.is === "FOREIGN" && isCode(otherwise.code);
    const fits = (_: SheetRow, candidate: Item) =>
      sameKey(row, candidate) && (!foreign || likeness.saysMostOf(row, candidate));
    const taken = reclaim(row, fits);
    if (!taken && otherwise !== null) identities.push(otherwise);
  }
  for (const { row, item } of bearers) {
    if (homeless.delete(item.code)) identities.push(knownRow(row, item));
    else if (!reclaim(row, sameKey)) identities.push(newRow(row, item.code) ?? { is: "STRAY", row, code: item.code });
  }
  // Their code stood in a row of another item, and none is theirs.
  for (const { item } of contested) if (homeless.has(item.code)) missing.set(item.code, item);
  return { identities, missing: [...missing.values()] };
}

/** Items of this spreadsheet whose code stands nowhere on it; `waiting`: those that never had a row. */
function itemsWithoutRow({ survey, difference, items, spreadsheetId, dirty, allotted }: IdentifyInput) {
  const missing = new Map<string, Item>();
  const waiting: Item[] = [];
  for (const code of [...difference.missing.keys(), ...dirty, ...allotted.keys()]) {
    const item = items.get(code);
    if (item === undefined || survey.rows.has(code) || item.archivedAt !== null) continue;
    if (item.row?.spreadsheetId !== spreadsheetId) continue;
    if (item.row.presence === "PENDING") waiting.push(item);
    else missing.set(code, item);
  }
  return { missing, waiting };
}
