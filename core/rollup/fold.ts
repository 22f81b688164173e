import { addFigures, type Figure, notReported, ratio } from "./figure.ts";
import {
  addedKeys,
  type CountKey,
  type IndicatorKey,
  isQuotient,
  type QuotientKey,
  quotientParts,
} from "./indicators.ts";

/** The counts of a unit; a key that is absent was not reported. */
export type Figures = Readonly<Partial<Record<CountKey, Figure>>>;

export function figureOf(figures: Figures, key: CountKey): Figure {
  return figures[key] ?? notReported;
}

/**
 * A unit's figures: its own and those of the units right below it, added key by key.
 * @param own null for a unit that only adds up: it has units below it and no ledger of its own, so nothing of it is missing.
 */
export function fold(own: Figures | null, children: readonly Figures[]): Figures {
  const parts = own === null ? children : [own, ...children];
  const total: Partial<Record<CountKey, Figure>> = {};
  for (const key of addedKeys) {
    const sum = addFigures(parts.map((part) => figureOf(part, key)));
    if (sum.value !== null) total[key] = sum;
  }
  return total;
}

/** An indicator of folded figures: a count as it is, a rate or an average from its two counts. */
export function indicatorFigure(figures: Figures, key: IndicatorKey): Figure {
  if (!isQuotient(key)) return figureOf(figures, key);
  const { part, whole } = quotientOf(figures, key);
  return ratio(part, whole);
}

/** What a rate or an average is made of. */
export function quotientOf(figures: Figures, key: QuotientKey): { readonly part: Figure; readonly whole: Figure } {
  const { part, whole } = quotientParts[key];
  return { part: figureOf(figures, part), whole: figureOf(figures, whole) };
}
