import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { Qualifier } from "../ledger/number.ts";
import { addQualifiers, type Figure, figure } from "./figure.ts";
import type { Figures } from "./fold.ts";
import type { CountKey } from "./indicators.ts";

/** What one unit itself has in its ledger on a day. Children are not in it. */
export interface UnitLedger {
  /** Items that count: neither archived nor VOID, each owned by this unit. In any order. */
  readonly items: readonly Item[];
  /** Kinds for which the unit keeps a live tab, be it empty. */
  readonly liveKinds: ReadonlySet<KindName>;
  /** Names of the units right below, for coverage. */
  readonly childNames: readonly string[];
  /** ISO date: the day whose end is meant. */
  readonly asOf: string;
}

/** Collects a unit's counts. A key never touched stays unreported. */
export interface Tally {
  /** Says that the key is reported, with nothing counted yet. */
  report(...keys: readonly CountKey[]): void;
  count(key: CountKey, value?: number, qualifier?: Qualifier): void;
  valueOf(key: CountKey): number | null;
  figures(): Figures;
}

export function makeTally(): Tally {
  const counts = new Map<CountKey, Figure>();
  const count = (key: CountKey, value = 1, qualifier: Qualifier = "EQ") => {
    const before = counts.get(key) ?? figure(0);
    counts.set(key, figure((before.value ?? 0) + value, addQualifiers(before.qualifier, qualifier)));
  };
  return {
    count,
    report: (...keys) => {
      for (const key of keys) count(key, 0);
    },
    valueOf: (key) => counts.get(key)?.value ?? null,
    figures: () => Object.fromEntries(counts),
  };
}

/** The value of a cell, null when it is blank, says nothing or cannot be read. The caller knows the type of the column. */
export function cellValue<V>(item: Item, field: string): V | null {
  const text = item.texts[field];
  if (text === undefined) return null;
  const column = kindOf(item.kind).columns.find((candidate) => candidate.field === field);
  return (column?.type.parse(text, { referenceDate: item.referenceDate }).value ?? null) as V | null;
}
