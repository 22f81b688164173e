/** Random ids in the shapes of the real service, from a random source that is passed in. */

export type Random = () => number;

/** mulberry32: small, fast, and the same everywhere for the same seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function text(random: Random, length: number, letters = alphabet): string {
  let result = "";
  for (let i = 0; i < length; i++) result += letters[Math.floor(random() * letters.length)];
  return result;
}

/** 44 characters beginning with 1, as spreadsheets have. */
export const fileId = (random: Random) => `1${text(random, 42)}${text(random, 1, alphabet.slice(0, 62))}`;
export const permissionId = (random: Random) => text(random, 20, "0123456789").replace(/^0/, "1");
export const resourceId = (random: Random) => text(random, 27);

/** The same person has the same permission id everywhere. */
export function personId(email: string): string {
  let hash = 2166136261;
  for (let i = 0; i < email.length; i++) hash = Math.imul(hash ^ email.charCodeAt(i), 16777619) >>> 0;
  return permissionId(seededRandom(hash));
}
