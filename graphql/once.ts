import { createHash } from "node:crypto";
import { type GraphqlContext, relationTo } from "./context.ts";
import { type UserError, userError } from "./errors.ts";
import { done, failed, type Outcome } from "./mutate.ts";

/** A mutation with a `clientMutationId` happens once, however often its request arrives. */

/** How long a repeated request is recognised. */
const replaySeconds = 24 * 3600;
const keyChars = 100;

interface Replay {
  readonly digest: string;
  /** What finds the result again; for a creation the code it will have. */
  readonly found: string;
}

/** What one kind of result is found again by. */
export interface Repeatable<T> {
  refuse(error: UserError): T;
  /** null: not done, so that a repetition tries again. */
  keyOf(result: T): string | null;
  /** null: no longer there, or out of the viewer's sight. */
  find(key: string): Promise<T | null>;
}

type Input = { readonly clientMutationId?: string | null | undefined };

export async function once<T>(
  context: GraphqlContext,
  mutation: string,
  input: Input,
  result: Repeatable<T>,
  run: () => Promise<T>,
): Promise<T> {
  const record = replayRecord(context, mutation, input);
  if (record === null) return run();
  if (record.tooLong) return result.refuse(record.tooLong);
  const before = await record.read();
  if (before !== null) return answerOf(before, record, result, run);
  const made = await run();
  const key = result.keyOf(made);
  if (key !== null) {
    await record.write({ digest: record.digest, found: key }, "ANY");
    return made;
  }
  // Refused, perhaps because the same request was done while this one was at it.
  const meanwhile = await record.read();
  return meanwhile === null ? made : answerOf(meanwhile, record, result, async () => made);
}

/**
 * Creates one entry: the key is stored first, together with the code the entry will have, so that a crash in between,
 * or two requests at once, still make one.
 */
export async function createOnce(
  context: GraphqlContext,
  mutation: string,
  input: Input,
  newCode: () => string,
  run: (code: string) => Promise<Outcome>,
): Promise<Outcome> {
  const record = replayRecord(context, mutation, input);
  if (record === null) return run(newCode());
  const result = itemResult(context);
  if (record.tooLong) return result.refuse(record.tooLong);
  const fresh: Replay = { digest: record.digest, found: newCode() };
  const replay = (await record.read()) ?? (await record.write(fresh, 0)) ?? fresh;
  return answerOf(replay, record, result, () => run(replay.found));
}

async function answerOf<T>(
  replay: Replay,
  { digest }: { readonly digest: string },
  result: Repeatable<T>,
  run: () => Promise<T>,
): Promise<T> {
  if (replay.digest !== digest) {
    return result.refuse(
      userError("BAD_USER_INPUT", "This key was used for other input. 幂等键已用于别的内容。", "clientMutationId"),
    );
  }
  return (await result.find(replay.found)) ?? run();
}

function replayRecord(context: GraphqlContext, mutation: string, input: Input) {
  const id = input.clientMutationId ?? "";
  if (id === "") return null;
  const { store, world } = context.services;
  const partition = "mutation";
  const key = digestOf([context.viewer.subject, mutation, id]);
  const tooLong =
    id.length > keyChars
      ? userError("BAD_USER_INPUT", `At most ${keyChars} characters. 幂等键过长。`, "clientMutationId")
      : null;
  return {
    digest: digestOf(input),
    tooLong,
    read: async (): Promise<Replay | null> => {
      const record = await store.getRecord(partition, key);
      return record === null ? null : JSON.parse(record.value);
    },
    /** Whatever is there afterwards: what a request that was faster has written. */
    write: async (replay: Replay, expected: 0 | "ANY"): Promise<Replay | null> => {
      const expiresAt = Math.floor(world.nowMs() / 1000) + replaySeconds;
      const record = { partition, key, value: JSON.stringify(replay), expiresAt };
      const written = await store.putRecord(record, expected);
      const there = written.ok ? written.value : written.current;
      return there === null ? null : JSON.parse(there.value);
    },
  };
}

/** Entries are found again by their code. */
export function itemResult(context: GraphqlContext): Repeatable<Outcome> {
  return {
    refuse: failed,
    keyOf: ({ item }) => item?.code ?? null,
    find: async (code) => {
      const item = (await context.services.store.getItems([code], "STRONG")).get(code);
      return item === undefined || relationTo(context, item.unit) === "OUTSIDE" ? null : done(item);
    },
  };
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
