import type { Change, Conflict, Item } from "../core/ledger/item.ts";
import type { Link, PassRecord } from "../core/ledger/link.ts";
import type { Unit } from "../core/ledger/unit.ts";
import type { Figure } from "../core/rollup/figure.ts";
import type { Figures } from "../core/rollup/fold.ts";
import type { IndicatorKey } from "../core/rollup/indicators.ts";
import type { Rolled } from "../core/rollup/rollup.ts";
import type { Connection, Edge } from "./connection.ts";

/** What resolvers are handed for each type of the schema; generated.ts names these. */

export interface ChangeParent {
  readonly item: Item;
  readonly change: Change;
}

export interface ConflictParent {
  readonly item: Item;
  readonly conflict: Conflict;
}

export interface RollupParent {
  readonly unit: Unit;
  /** ISO date of the past day that was asked for; null: now. */
  readonly asOf: string | null;
  /** Read when a field asks for it. null: the unit was not counted yet, or not by that day; nothing is reported then. */
  rolled(): Promise<Rolled | null> | Rolled | null;
}

export interface IndicatorParent {
  readonly rollup: RollupParent;
  readonly key: IndicatorKey;
  readonly figure: Figure;
  /** Those that the figure is one of, or is made of. */
  readonly figures: Figures;
}

export type NodeParent =
  | ({ readonly __typename: "Unit" } & Unit)
  | ({ readonly __typename: "ProblemItem" } & Item)
  | ({ readonly __typename: "ResearchTopic" } & Item)
  | ({ readonly __typename: "Entry" } & Item)
  | ({ readonly __typename: "Spreadsheet" } & Link)
  | ({ readonly __typename: "Conflict" } & ConflictParent);

export type UnitConnectionParent = Connection<Unit>;
export type UnitEdgeParent = Edge<Unit>;
export type ItemConnectionParent = Connection<Item>;
export type ItemEdgeParent = Edge<Item>;
export type ChangeConnectionParent = Connection<ChangeParent>;
export type ChangeEdgeParent = Edge<ChangeParent>;
export type PassConnectionParent = Connection<PassRecord>;
export type PassEdgeParent = Edge<PassRecord>;
export type SpreadsheetConnectionParent = Connection<Link>;
export type SpreadsheetEdgeParent = Edge<Link>;
