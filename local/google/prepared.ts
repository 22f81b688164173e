import type { DraftContext } from "./draft.ts";
import type { DriveInput } from "./drive/context.ts";
import { seededRandom } from "./ids.ts";
import type { Store } from "./store.ts";
import type { Switches } from "./switches.ts";

/** Who asks and when; the seed of the ids that the request makes. */
export interface Moment {
  readonly at: number;
  readonly seed: number;
  readonly user: string;
}

/** What a request turns out to be, before it runs. */
export interface Prepared {
  readonly name: string;
  readonly drive: boolean;
  readonly write: boolean;
  readonly spreadsheetId?: string;
  /** `staleMs`: how far behind a read may be; `quiet`: the change feed never hears of this edit. */
  readonly run: (moment: Moment, options?: { readonly staleMs?: number; readonly quiet?: boolean }) => Result;
}

export interface Result {
  readonly status: number;
  readonly body: unknown;
  /** Files whose content or existence changed. */
  readonly changed: readonly string[];
}

/** What every request works on. */
export interface World {
  readonly store: Store;
  readonly switches: Switches;
  /** Are new files shared with everyone? */
  readonly openToAll: boolean;
}

export function driveInput(world: World, query: URLSearchParams, body: unknown, moment: Moment): DriveInput {
  const { store, switches, openToAll } = world;
  const random = seededRandom(moment.seed);
  return { store, switches, openToAll, user: moment.user, now: moment.at, random, query, body, made: [] };
}

export function draftContext(world: World, moment: Moment, owner: string): DraftContext {
  return {
    caller: { user: moment.user, isOwner: moment.user === owner },
    switches: world.switches,
    random: seededRandom(moment.seed),
    now: moment.at,
  };
}
