import type { Kind } from "./kind.ts";

/** Time, ids and randomness come from outside, so that tests and simulations can repeat a run. */
export interface World {
  nowMs(): number;
  /** A whole number from 0 to below the bound. */
  random(bound: number): number;
}

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function randomText(world: World, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += alphabet[world.random(32)];
  return text;
}

/** A new row identity, e.g. `P7K3M9Q2X4TBD`: the kind's letter and 12 characters (60 random bits). */
export function makeCode(kind: Kind, world: World): string {
  return kind.prefix + randomText(world, 12);
}

/** Whether a text can be such an identity at all. */
export function isCode(text: string): boolean {
  return /^[A-Z][0-9A-HJKMNP-TV-Z]{12}$/.test(text);
}

/** An id that sorts by time: 10 characters of milliseconds, 8 random ones. */
export function makeTimeId(world: World): string {
  let ms = world.nowMs();
  let time = "";
  for (let i = 0; i < 10; i++) {
    time = alphabet[ms % 32] + time;
    ms = Math.floor(ms / 32);
  }
  return time + randomText(world, 8);
}
