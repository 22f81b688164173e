import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import type { KnownTexts } from "./likeness.ts";
import type { Difference, SheetRow, Survey } from "./survey.ts";

/** Which item a row stands for, and what that is decided from. */

export type Identity =
  /** A row and its item. `revived`: the item had been archived or missing and its row is back. */
  | { readonly is: "KNOWN"; readonly row: SheetRow; readonly item: Item; readonly revived: boolean }
  /** A row that needs a code: new, or a copy of another row. */
  | { readonly is: "NEW"; readonly row: SheetRow; readonly copyOf: string | null }
  /** Our code is in the sheet, the item does not exist yet: a pass stopped in between. */
  | { readonly is: "ALLOTTED"; readonly row: SheetRow; readonly code: string }
  /** The row lost its code, or shows another one, but it is a known row whose own code stands nowhere or elsewhere. */
  | { readonly is: "RECLAIMED"; readonly row: SheetRow; readonly item: Item }
  /** A row without a key that somebody pasted the code of another row onto: the code is taken away again. */
  | { readonly is: "STRAY"; readonly row: SheetRow; readonly code: string }
  /** The code belongs to another spreadsheet or to nothing we know: left alone, and said so. */
  | { readonly is: "FOREIGN"; readonly row: SheetRow; readonly code: string };

export interface IdentifyInput extends KnownTexts {
  readonly spreadsheetId: string;
  readonly survey: Survey;
  readonly difference: Difference;
  /** Codes to look at besides the differing ones: dirty items. */
  readonly dirty: readonly string[];
  readonly items: ReadonlyMap<string, Item>;
  /** Items whose row is still to be filled: a row that shows such a code alone is that one. */
  readonly awaiting: ReadonlyMap<string, { readonly coded: boolean }>;
  /** Codes handed out by a pass that may not have finished. */
  readonly allotted: ReadonlyMap<string, KindName>;
  /** Digest of the row as agreed, to tell an original from its copies. */
  readonly agreed: (code: string) => string | undefined;
}

export interface Identified {
  readonly identities: readonly Identity[];
  /** Items of this spreadsheet whose row is nowhere on the sheet. */
  readonly missing: readonly Item[];
}
