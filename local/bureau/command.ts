import type { ApiClient } from "./api-client.ts";

/** What a command of the operator's command line is: what it takes, and what it does with it. */

export interface Argument {
  /** How the value is called in the usage, e.g. `SPREADSHEET`. Absent: a switch. */
  readonly value?: string;
  /** For people: Chinese, then English. */
  readonly says: string;
  readonly required?: true;
  /** May also stand without its name, in the order of the arguments. */
  readonly positional?: true;
  /** The only values there are; small letters will do. */
  readonly choices?: readonly string[];
}

export type Arguments = Readonly<Record<string, Argument>>;

type ValueOf<A extends Argument> = A extends { choices: readonly (infer C)[] } ? C : string;

export type Input<A extends Arguments> = {
  readonly [K in keyof A]: A[K] extends { value: string }
    ? A[K] extends { required: true }
      ? ValueOf<A[K]>
      : ValueOf<A[K]> | undefined
    : boolean;
};

export interface CommandContext {
  readonly api: ApiClient;
  /** A line for whoever waits; not part of the answer. */
  readonly progress: (line: string) => void;
  readonly writeFile: (path: string, content: Buffer) => Promise<void>;
  /** Resolves after so many milliseconds; rejects when it is cut short. */
  readonly wait: (ms: number, cut?: AbortSignal) => Promise<void>;
}

export interface Answer {
  /** false: what was asked for was refused; `text` says why. */
  readonly ok: boolean;
  readonly text: string;
}

export interface Command {
  /** One or two words. */
  readonly name: string;
  /** One line for people: Chinese, then English. */
  readonly does: string;
  readonly takes: Arguments;
  /** Arguments of a call that makes sense, for the help. */
  readonly example: string;
  /** Further lines of its help. */
  readonly notes?: readonly string[];
  run(input: Readonly<Record<string, string | boolean | undefined>>, context: CommandContext): Promise<Answer>;
}

/** Ties the type of `run`'s input to what the command takes. */
export function defineCommand<const A extends Arguments>(
  command: Omit<Command, "takes" | "run"> & {
    readonly takes: A;
    run(input: Input<A>, context: CommandContext): Promise<Answer>;
  },
): Command {
  return command as unknown as Command;
}

/** A request that the person at the keyboard must put otherwise. */
export class UsageError extends Error {}
