import * as z from "zod";
import { type Qualifier, qualifiers } from "../ledger/number.ts";
import { type Figure, figure } from "./figure.ts";
import type { Figures } from "./fold.ts";
import { addedKeys, type CountKey } from "./indicators.ts";

/** Figures as stored: a number when exact and complete, else [value, qualifier, partial]. Unknown keys are left out. */
export const storedFiguresSchema = z.record(
  z.string(),
  z.union([z.number(), z.tuple([z.number(), z.enum(qualifiers), z.boolean()])]),
);
export type StoredFigures = z.infer<typeof storedFiguresSchema>;

export function encodeFigures(figures: Figures): StoredFigures {
  const stored: Record<string, number | [number, Qualifier, boolean]> = {};
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
