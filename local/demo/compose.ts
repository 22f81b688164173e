/** Made-up rows from short lists: varied, and the same on every machine. */

/** Pairs of a place and a saying, no pair twice while `count` is at most the product of the two lists. */
export function pairs(places: readonly string[], sayings: readonly string[], count: number): [string, string][] {
  if (count > places.length * sayings.length) throw new Error(`only ${places.length * sayings.length} pairs`);
  return Array.from({ length: count }, (_, index): [string, string] => {
    const place = index % places.length;
    const round = Math.floor(index / places.length);
    return [places[place] ?? "", sayings[(round + place) % sayings.length] ?? ""];
  });
}

/** The list over and over. */
export function turn(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}

/** Numbered from 1, one line each. */
export function lines<T>(list: readonly T[], line: (value: T, index: number) => string): string {
  return list.map(line).join("\n");
}
