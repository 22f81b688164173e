import { saysNothing } from "../ledger/cell-types.ts";
import { type ClaimReading, claimCell } from "../ledger/claim.ts";
import type { Item } from "../ledger/item.ts";
import type { Approx } from "../ledger/number.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

/**
 * Opinions; a row stands for as many as its 条数 says. An opinion whose handling is told is followed like a problem: it
 * joins what is handled, solved on the spot or open. One that was made a problem item is followed there.
 */
export function countOpinions(opinions: readonly Item[], { liveKinds }: UnitLedger, tally: Tally): void {
  if (opinions.length === 0 && !liveKinds.has("opinion")) return;
  tally.report("OPINIONS");
  for (const opinion of opinions) {
    const { value, qualifier } = cellValue<Approx>(opinion, "count") ?? { value: 1, qualifier: "EQ" };
    tally.count("OPINIONS", value, qualifier);
    const satisfaction = cellValue<string>(opinion, "satisfaction");
    if (satisfaction !== null) {
      tally.count("RATED", value, qualifier);
      tally.count("SATISFIED", satisfaction === "DISSATISFIED" ? 0 : value, qualifier);
    }
    const handling = opinion.texts.handling ?? "";
    const context = { referenceDate: opinion.referenceDate };
    const reading = cellValue<ClaimReading>(opinion, "claim") ?? claimCell.parse(handling, context).value;
    if ((reading === null && saysNothing(handling)) || !saysNothing(opinion.texts.problem ?? "")) continue;
    tally.report("ON_SITE", "OPEN");
    tally.count("HANDLED", value, qualifier);
    if (reading?.resolution === "ON_SITE") tally.count("ON_SITE", value, qualifier);
    else if (reading?.claim !== "COMPLETE" && reading?.claim !== "CLOSED") tally.count("OPEN", value, qualifier);
  }
}
