import * as z from "zod/mini";
import { type Qualifier, qualifiers } from "../ledger/number.ts";
import { type Figure, figure } from "./figure.ts";
import type { Figures } from "./fold.ts";
import { addedKeys, type CountKey } from "./indicators.ts";

type StoredFigure = number | readonly [value: number, qualifier: Qualifier, partial: boolean];

/** Figures as stored: a number when exact and complete, else [value, qualifier, partial]. Unknown keys are left out. */
export type StoredFigures = Readonly<Record<string, StoredFigure>>;

/** A loop of our own: z.record and z.union take five times as long as reading the JSON, for every unit of a list. */
export const storedFiguresSchema = z.custom<StoredFigures>(
  (value) => typeof value === "object" && value !== null && Object.values(value).every(isStoredFigure),
);

function isStoredFigure(value: unknown): value is StoredFigure {
  if (typeof value === "number") return true;
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [number, qualifier, partial] = value;
  return typeof number === "number" && qualifiers.includes(qualifier) && typeof partial === "boolean";
}

export function encodeFigures(figures: Figures): StoredFigures {
  const stored: Record<string, StoredFigure> = {};
  for (const key of addedKeys) {
    const found = figures[key];
    if (found === undefined || found.value === null) continue;
    const plain = found.qualifier === "EQ" && !found.partial;
    stored[key] = plain ? found.value : [found.value, found.qualifier, found.partial];
  }
  return stored;
}

export function decodeFigures(stored: StoredFigures): Figures {
  const figures: Partial<Record<CountKey, Figure>> = {};
  for (const key of addedKeys) {
    const found = stored[key];
    if (found === undefined) continue;
    figures[key] =
      typeof found === "number" ? figure(found) : { value: found[0], qualifier: found[1], partial: found[2] };
  }
  return figures;
}
