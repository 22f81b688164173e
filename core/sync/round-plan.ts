import type { World } from "../ledger/code.ts";
import type { Author, Edited } from "../ledger/edit.ts";
import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import type { Journal, Link } from "../ledger/link.ts";
import type { Scalar, SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import type { Difference, SheetRow, Survey } from "./survey.ts";
import type { Brake, PlanLine } from "./sync.ts";

/** What a round is planned from, and what the plan says. */

/** One row's share of the plan. */
export interface RowAction {
  readonly code: string;
  readonly row: SheetRow | null;
  /** As stored now; null: it must not exist yet. */
  readonly before: Item | null;
  /** As it is to be stored before the sheet is written; null: nothing to store first. */
  readonly edited: Edited | null;
  /** Stored only once its code is verified in the sheet, so that a crash cannot make an item twice. */
  readonly create: Edited | null;
  readonly writes: ReadonlyMap<number, Scalar>;
  /** field -> text; the base advances to it once the write is verified. */
  readonly shown: ReadonlyMap<string, string>;
  /** Notes to set, by position. */
  readonly notes: readonly Structural[];
  /** Digest of the row once all is written; null: the row leaves the agreed rows. */
  readonly digest: string | null;
  readonly sheetChanged: boolean;
  readonly lines: readonly PlanLine[];
}

export interface RoundPlan {
  readonly brake: Brake | null;
  /** Columns, anchors and blank rows without which rows cannot be written. Not empty: the round does only this. */
  readonly prepare: readonly Structural[];
  readonly rows: readonly RowAction[];
  /** code -> tab: agreed rows that no item of this spreadsheet stands behind any more. */
  readonly forget: ReadonlyMap<string, number>;
  readonly lines: readonly PlanLine[];
  readonly counts: { readonly toStore: number; readonly toSheet: number; readonly conflicts: number };
}

export interface RoundInput {
  readonly link: Link;
  readonly read: SpreadsheetRead;
  /** Live tables only. */
  readonly tables: readonly TableFound[];
  readonly survey: Survey;
  readonly difference: Difference;
  /** Rows among the agreed ones, over all live tabs. */
  readonly known: number;
  readonly agreed: (code: string) => string | undefined;
  readonly items: ReadonlyMap<string, Item>;
  readonly dirty: readonly string[];
  readonly journal: Journal | null;
  /** Reason of the braked pass that a person has let go on. */
  readonly releasedReason: string | null;
  readonly author: Author;
  readonly world: World;
  readonly policy: RowPolicy;
}

/** What the ledger decides about an item once its cells are merged: the clerk's claims, and what the system says back. */
export interface RowPolicy {
  afterMerge(
    edited: Edited,
    changedFields: readonly string[],
    author: Author,
  ): { edited: Edited; messages: readonly string[] };
  stateText(item: Item): string;
  create(input: {
    kind: KindName;
    code: string;
    texts: Readonly<Record<string, string>>;
    tabId: number;
    presence: "PRESENT";
  }): Edited;
}
