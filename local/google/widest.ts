/** The longest of many lists. `Math.max(...)` would put each length on the stack, and a body may hold millions. */
export function widest(lists: Iterable<{ readonly length: number } | undefined>): number {
  let most = 0;
  for (const list of lists) if (list !== undefined && list.length > most) most = list.length;
  return most;
}
