import type { Unit } from "../ledger/unit.ts";
import type { Store } from "../store/store.ts";

/** A unit renamed elsewhere is known here at the latest after this time. */
const keptMs = 60_000;

/**
 * A store that remembers the unit tree between passes: 2,500 units are 75 read units, and every pass needs them. A link
 * to a unit that is not known yet makes it look again.
 */
export function withKnownUnits(store: Store, nowMs: () => number): Store {
  let known: { readonly atMs: number; readonly units: Promise<readonly Unit[]> } | null = null;

  const listUnits = () => {
    if (known !== null && nowMs() - known.atMs < keptMs) return known.units;
    const asked = { atMs: nowMs(), units: store.listUnits() };
    known = asked;
    asked.units.catch(() => {
      if (known === asked) known = null;
    });
    return asked.units;
  };
  return {
    ...store,
    listUnits,
    async getLink(spreadsheetId) {
      const link = await store.getLink(spreadsheetId);
      const units = await known?.units.catch(() => []);
      if (link !== null && units?.every(({ code }) => code !== link.unit)) known = null;
      return link;
    },
  };
}
