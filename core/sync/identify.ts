import { isCode } from "../ledger/code.ts";
import type { Item } from "../ledger/item.ts";
import { claimsOf, knownRow, newRow, type Orphan } from "./claims.ts";
import type { Identified, IdentifyInput } from "./identity.ts";
import { makeLikeness } from "./likeness.ts";
import type { SheetRow } from "./survey.ts";

/** Pure: which item each row that needs a look stands for. The position of a row never counts. */

export function identify(input: IdentifyInput): Identified {
  const likeness = makeLikeness(input);
  const { isRowOf, sameKey, sharedCells, newestCells, agreedCells, saidCells } = likeness;
  const { missing, waiting } = itemsWithoutRow(input);
  const { settled, contested, orphans } = claimsOf(input, likeness, missing);
  const identities = [...settled];

  // Items that no row, or a row that reads quite differently, stands for: what a row may really be.
  const homeless = new Map(
    [...missing.values(), ...waiting, ...contested.map(({ item }) => item)].map((item) => [item.code, item]),
  );
  const reclaim = (row: SheetRow, fits: (row: SheetRow, item: Item) => boolean): boolean => {
    const [item] = [...homeless.values()]
      .filter((candidate) => candidate.kind === row.table.kind && fits(row, candidate))
      .sort(
        (a, b) =>
          sharedCells(row, b) - sharedCells(row, a) ||
          newestCells(row, b) - newestCells(row, a) ||
          agreedCells(row, b) - agreedCells(row, a),
      );
    if (item === undefined) return false;
    homeless.delete(item.code);
    missing.delete(item.code);
    identities.push(row.row.code === item.code ? knownRow(row, item) : { is: "RECLAIMED", row, item });
    return true;
  };
  // First what is word for word the row, whatever code it shows now; of copies the one that shows a text which only the
  // system had; then what still has its key; the code alone comes last.
  let strangers = contested;
  let unsettled = orphans;
  const { isAgreedRow, showsWrite, isRowBeneath } = likeness;
  const isWrittenRow = (row: SheetRow, item: Item) => isRowOf(row, item) && showsWrite(row, item);
  for (const fits of [isAgreedRow, isWrittenRow, isRowBeneath, showsWrite, isRowOf]) {
    strangers = strangers.filter(({ row }) => !reclaim(row, fits));
    unsettled = unsettled.filter(({ row }) => !reclaim(row, fits));
  }
  const bearerOf = new Map(contested.map(({ row, item }) => [item.code, row]));
  /** One that shows a code of another spreadsheet must say most of it, or more than the row that shows its code. */
  const mayBe = ({ row, otherwise }: Orphan, item: Item) => {
    if (otherwise?.is !== "FOREIGN" || !isCode(otherwise.code) || likeness.saysMostOf(row, item)) return true;
    const bearer = bearerOf.get(item.code);
    return bearer !== undefined && sharedCells(row, item) > sharedCells(bearer, item);
  };
  // The key alone may have been pasted: a row that lost its code and says more of the item is the one it came from.
  const saysMore = (row: SheetRow, item: Item) =>
    strangers.some(({ row: other }) => sameKey(other, item) && sharedCells(row, item) > sharedCells(other, item));
  unsettled = unsettled.filter(
    (orphan) =>
      !reclaim(orphan.row, (row, item) => likeness.hasOwnKey(row, item) && mayBe(orphan, item) && saysMore(row, item)),
  );
  const unsettledBearers = new Set(strangers.map(({ item }) => item.code));
  const bearers = strangers.filter(({ row, item }) => {
    // One whose code stands on another row, or whose key we may have put here: when the rows say more of the items that way.
    const isIts = (candidate: Item) => {
      // Its code stands nowhere, or on a row that was found to be another item's.
      const isLost =
        missing.has(candidate.code) || (bearerOf.has(candidate.code) && !unsettledBearers.has(candidate.code));
      if (isLost && !likeness.keyMayBeStray(row, candidate)) return true;
      const other = bearerOf.get(candidate.code);
      // Its own item was found elsewhere: it is the one of which it says more than the row that shows the code.
      if (other !== undefined && !homeless.has(item.code) && saidCells(row, candidate) > saidCells(other, candidate))
        return true;
      const kept = sharedCells(row, item) + (other === undefined ? 0 : sharedCells(other, candidate));
      const exchanged = sharedCells(row, candidate) + (other === undefined ? 0 : sharedCells(other, item));
      return exchanged > kept || (exchanged === kept && other !== undefined && sameKey(other, item));
    };
    return !reclaim(row, (_, candidate) => sameKey(row, candidate) && isIts(candidate));
  });
  for (const fits of [likeness.hasOwnKey, sameKey])
    unsettled = unsettled.filter(
      (orphan) => !reclaim(orphan.row, (row, item) => fits(row, item) && mayBe(orphan, item)),
    );
  identities.push(...unsettled.flatMap(({ otherwise }) => otherwise ?? []));
  for (const { row, item } of bearers) {
    // The other one of two whose codes were exchanged.
    const isOther = (_: SheetRow, candidate: Item) =>
      bearerOf.has(candidate.code) && likeness.saysMostOf(row, candidate);
    if (homeless.delete(item.code)) identities.push(knownRow(row, item));
    else if (!reclaim(row, sameKey) && !reclaim(row, isOther))
      identities.push(newRow(row, item.code) ?? { is: "STRAY", row, code: item.code });
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
