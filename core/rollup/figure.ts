import type { Qualifier } from "../ledger/number.ts";

/**
 * A number as a ledger knows it: perhaps not reported at all, perhaps only a bound, perhaps without some of its parts.
 */

export interface Figure {
  /** null: not reported, which is not zero. For a rate also: nothing to divide by. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** At least one contributor has not reported, so the value is the sum of the others. */
  readonly partial: boolean;
}

export const notReported: Figure = { value: null, qualifier: "EQ", partial: false };

export function figure(value: number, qualifier: Qualifier = "EQ"): Figure {
  return { value, qualifier, partial: false };
}

/** A sum of bounds is the bound they share; a lower and an upper bound together bound nothing. */
export function addQualifiers(a: Qualifier, b: Qualifier): Qualifier {
  if (a === b || b === "EQ") return a;
  return a === "EQ" ? b : "ABOUT";
}

/** The order of the parts does not matter. Without any part, or with none that reported, nothing is reported. */
export function addFigures(parts: Iterable<Figure>): Figure {
  let value: number | null = null;
  let qualifier: Qualifier = "EQ";
  let missing = false;
  for (const part of parts) {
    if (part.value === null) missing = true;
    else {
      value = (value ?? 0) + part.value;
      qualifier = addQualifiers(qualifier, part.qualifier);
      missing ||= part.partial;
    }
  }
  return { value, qualifier, partial: value !== null && missing };
}

const opposite: Readonly<Record<Qualifier, Qualifier>> = { EQ: "EQ", GE: "LE", LE: "GE", ABOUT: "ABOUT" };

/** part ÷ whole. null when either is not reported or the whole is zero; a bound of the whole bounds the rate from the other side. */
export function ratio(part: Figure, whole: Figure): Figure {
  if (part.value === null || whole.value === null || whole.value === 0) return notReported;
  return {
    value: part.value / whole.value,
    qualifier: addQualifiers(part.qualifier, opposite[whole.qualifier]),
    partial: part.partial || whole.partial,
  };
}

export function sameFigure(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.qualifier === b.qualifier && a.partial === b.partial;
}

const signs: Readonly<Record<Qualifier, string>> = { EQ: "", GE: "≥", LE: "≤", ABOUT: "≈" };

/** "38", "≥1300", a rate as "52.6%", an average as "12.0", and "—" where there is no number. */
export function figureText({ value, qualifier }: Figure, look: "COUNT" | "RATE" | "AVERAGE"): string {
  if (value === null) return "—";
  if (look === "RATE") return `${signs[qualifier]}${(value * 100).toFixed(1)}%`;
  return signs[qualifier] + (look === "AVERAGE" ? value.toFixed(1) : String(Math.round(value * 100) / 100));
}
