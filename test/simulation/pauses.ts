import { pauseSpreadsheet } from "../../core/sync/links.ts";
import type { SyncWorld } from "../support/sync-world.ts";

/** People who stop the sync of a spreadsheet for a while. Only they let it go on again. */

export interface Pauses {
  pause(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  /** Sentences about a pause that no person has ended and that is over, or the other way round. */
  kept(id: string): Promise<string[]>;
}

export function makePauses(world: SyncWorld, count: (what: string) => void): Pauses {
  const paused = new Set<string>();

  async function set(id: string, wanted: boolean): Promise<void> {
    const decided = await pauseSpreadsheet(world.store, id, wanted);
    if (!decided.ok) throw new Error(`pausing ${id}: ${decided.why}`);
    if (wanted) paused.add(id);
    else paused.delete(id);
  }

  return {
    async pause(id) {
      await set(id, true);
      count("pause");
    },
    async resume(id) {
      if (paused.has(id)) count("resume");
      await set(id, false);
    },
    async kept(id) {
      const is = (await world.store.getLink(id))?.state === "PAUSED";
      return is === paused.has(id) ? [] : [`${id} is ${is ? "" : "not "}paused after a pass, and no person decided so`];
    },
  };
}
