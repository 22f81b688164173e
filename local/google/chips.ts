import { invalid } from "./errors.ts";
import type { Message } from "./requests/request.ts";
import type { Cell, Json } from "./state.ts";

/**
 * Smart chips: people, files and places in a cell. "Runs containing chips are of length 1 and are represented in the
 * user-entered text by an "@" placeholder symbol"; "Writing a new user_entered_value will erase previous runs".
 */

interface Run {
  readonly startIndex?: number;
  readonly chip?: {
    readonly personProperties?: { readonly email?: string };
    readonly richLinkProperties?: { readonly uri?: string };
  };
}

const textOf = ({ chip }: Run) => chip?.personProperties?.email ?? chip?.richLinkProperties?.uri;

/** The runs of a request, each with a chip that says something, over the text they stand in. */
export function readChips(runs: readonly Message[] | undefined, text: unknown): readonly Json[] | undefined {
  if (runs === undefined || runs.length === 0) return undefined;
  for (const run of runs as readonly Run[]) {
    if (typeof text !== "string" || text[run.startIndex ?? 0] !== "@")
      throw invalid(`chipRuns must stand at an @ of userEnteredValue, but ${run.startIndex ?? 0} is none.`);
    if (textOf(run) === undefined) throw invalid("chip must have personProperties.email or richLinkProperties.uri.");
  }
  return runs as readonly Json[];
}

/** What a person sees in the cell; undefined: no chip is in it. */
export function chipText({ value, chips }: Cell): string | undefined {
  if (chips === undefined || typeof value !== "string") return undefined;
  const at = new Map((chips as readonly Run[]).map((run) => [run.startIndex ?? 0, textOf(run) ?? ""]));
  return value
    .split("")
    .map((unit, i) => at.get(i) ?? unit)
    .join("");
}
