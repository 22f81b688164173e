import type { GoogleRequest } from "./engine.ts";
import { prepare } from "./engine.ts";
import type { Moment, World } from "./prepared.ts";
import type { SpreadsheetState } from "./state.ts";
import { publish, setState, touch } from "./store.ts";
import type { Switches } from "./switches.ts";
import { cautiousSwitches } from "./switches.ts";

/** What is kept of every applied write, and doing it again. */

export interface JournalEntry extends Moment {
  readonly request: GoogleRequest;
  /** An undo keeps the value that it restored. */
  readonly restored?: SpreadsheetState;
  readonly spreadsheetId?: string;
  readonly quiet?: boolean;
  /** Switches that were not at their defaults. */
  readonly switches?: Partial<Switches>;
  /** Files whose waiting edits the change feed published then. */
  readonly published?: readonly string[];
}

/** The switches that are not at their defaults, as a journal entry has them. */
export function switchesThen(switches: Switches): Pick<JournalEntry, "switches"> {
  const entries = Object.entries(switches).filter(
    ([name, value]) => cautiousSwitches[name as keyof Switches] !== value,
  );
  return entries.length === 0 ? {} : { switches: Object.fromEntries(entries) as Partial<Switches> };
}

export function restore({ store, switches }: World, id: string, state: SpreadsheetState, moment: Moment): void {
  const file = store.files.get(id)!;
  setState(file, state, moment.at, moment.user);
  touch(store, file, moment.at, moment.user, switches.changeDelayMs);
}

function apply(world: World, entry: JournalEntry): readonly string[] {
  if (entry.published !== undefined) {
    for (const id of entry.published) publish(world.store, world.store.files.get(id)!);
    return entry.published;
  }
  if (entry.restored !== undefined) {
    restore(world, entry.spreadsheetId!, entry.restored, entry);
    return [entry.spreadsheetId!];
  }
  const { call } = prepare(world, { ...entry.request, headers: { authorization: `Bearer ${entry.user}` } });
  return call.run(entry, { quiet: entry.quiet === true }).changed;
}

/** Applies an entry again, at its own time, with its own ids and under the switches of the time; answers the files it changed. */
export function replay(world: World, entry: JournalEntry): readonly string[] {
  return apply({ ...world, switches: { ...cautiousSwitches, ...entry.switches } }, entry);
}
