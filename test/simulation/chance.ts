import { seededRandom } from "../support/random.ts";

/** Whole numbers from 0 to below a bound, the same ones for the same number. */
export function picker(n: number): (bound: number) => number {
  const chance = seededRandom(n);
  return (bound) => Math.floor(chance() * bound);
}
