import type { Ledger } from "./expectation.ts";
import { cellLedgers } from "./ledgers/cells.ts";
import { countiesLedgers } from "./ledgers/counties.ts";
import { formsLedgers } from "./ledgers/forms.ts";
import { habitsLedgers } from "./ledgers/habits.ts";
import { inspectionsLedgers } from "./ledgers/inspections.ts";
import { kindLedgers } from "./ledgers/kinds.ts";
import { layoutLedgers } from "./ledgers/layouts.ts";
import { sourceLedgers } from "./ledgers/sources.ts";
import { tabLedgers } from "./ledgers/tabs.ts";
import { wordingLedgers } from "./ledgers/wording.ts";

/** Every ledger that is kept as an example, each with what must come out of it. */
export const corpus: readonly Ledger[] = [
  ...sourceLedgers,
  ...layoutLedgers,
  ...countiesLedgers,
  ...habitsLedgers,
  ...formsLedgers,
  ...inspectionsLedgers,
  ...cellLedgers,
  ...wordingLedgers,
  ...kindLedgers,
  ...tabLedgers,
];
