import { createHash } from "node:crypto";
import type { Edited } from "../core/ledger/edit.ts";
import { indexValuesOf } from "../core/ledger/index-values.ts";
import type { Item } from "../core/ledger/item.ts";
import type { KindName } from "../core/ledger/kind.ts";
import { markUnitChanged } from "../core/rollup/mark.ts";
import { type GraphqlContext, relationTo, unitOf } from "./context.ts";
import { type UserError, userError, userErrorOf } from "./errors.ts";
import { sizeProblem } from "./item-texts.ts";

/** The way of every write from the API: load, decide, store under the revision that was read, and once more if lost. */

export type Outcome = { readonly item: Item; readonly userErrors: UserError[] } | Failed;
export interface Failed {
  readonly item: null;
  readonly userErrors: UserError[];
}

export const failed = (...userErrors: UserError[]): Failed => ({ item: null, userErrors });
export const done = (item: Item): Outcome => ({ item, userErrors: [] });

export type Decided =
  | { readonly ok: true; readonly edited: Edited }
  | { readonly ok: false; readonly errors: UserError[] };

export interface Target {
  readonly kind: KindName;
  readonly code: string;
  /** What the client has seen; absent: whatever is there. */
  readonly version?: number | null | undefined;
}

/** Tries when bookkeeping of a pass comes between; people's edits raise the version and end in CONFLICT at once. */
const tries = 5;

export async function changeItem(
  context: GraphqlContext,
  { kind, code, version }: Target,
  decide: (item: Item) => Decided | Promise<Decided>,
): Promise<Outcome> {
  const { store } = context.services;
  for (let i = 0; i < tries; i++) {
    const item = (await store.getItems([code], "STRONG")).get(code);
    if (item === undefined || item.kind !== kind || relationTo(context, item.unit) === "OUTSIDE") {
      return failed(userError("NOT_FOUND", `No such entry. 没有这条记录。`, "code"));
    }
    const decided = await decide(item);
    if (!decided.ok && decided.errors.some(({ code }) => code === "FORBIDDEN" || code === "NOT_FOUND")) {
      return failed(...decided.errors);
    }
    if (typeof version === "number" && version !== item.version) {
      return failed(
        userError("CONFLICT", `The entry is at version ${item.version}. 内容已被他人更新，请刷新后再改。`, "version"),
      );
    }
    if (!decided.ok) return failed(...decided.errors);
    const { edited } = decided;
    if (edited.changes.length === 0) return done(item);
    const written = await putEdited(context, edited, item);
    if (written !== null) return written;
  }
  return failed(userError("CONFLICT", "Too many writes at once. 同时修改的人太多，请稍后再试。"));
}

/** null: somebody else wrote in between. `before` null: the item must not exist yet. */
export async function putEdited(
  context: GraphqlContext,
  { item, changes }: Edited,
  before: Item | null,
): Promise<Outcome | null> {
  const tooLong = sizeProblem(item);
  if (tooLong !== null) return failed(tooLong);
  const { store } = context.services;
  for (const unit of new Set([before?.unit ?? item.unit, item.unit])) await markUnitChanged(store, unit, context.now);
  try {
    const index = indexValuesOf(item, unitOf(context, item.unit).path);
    const written = await store.putItem(item, index, changes, before?.revision ?? 0);
    if (!written.ok) return null;
    context.items.clear(item.code).prime(item.code, written.value);
    return done(written.value);
  } catch (error) {
    return failed(userErrorOf(error));
  }
}

/** How long a repeated request is recognised. */
const replaySeconds = 24 * 3600;
const keyChars = 100;

interface Replay {
  readonly digest: string;
  /** The code the entry has, or will have. */
  readonly code: string;
  readonly done: boolean;
}

/**
 * Makes a mutation with a `clientMutationId` happen once: the key is stored before a creation together with the code
 * the entry will have, so a crash in between, or two requests at once, still make one entry.
 */
export async function once(
  context: GraphqlContext,
  mutation: string,
  input: { readonly clientMutationId?: string | null | undefined },
  newCode: (() => string) | null,
  run: (code: string) => Promise<Outcome>,
): Promise<Outcome> {
  const id = input.clientMutationId ?? "";
  if (id === "") return run(newCode?.() ?? "");
  if (id.length > keyChars) {
    return failed(userError("BAD_USER_INPUT", `At most ${keyChars} characters. 幂等键过长。`, "clientMutationId"));
  }
  const { store, world } = context.services;
  const partition = "mutation";
  const key = digestOf([context.viewer.subject, mutation, id]);
  const digest = digestOf(input);
  const expiresAt = Math.floor(world.nowMs() / 1000) + replaySeconds;
  const keep = (replay: Replay) => ({ partition, key, value: JSON.stringify(replay), expiresAt });

  let stored = await store.getRecord(partition, key);
  if (stored === null && newCode !== null) {
    const written = await store.putRecord(keep({ digest, code: newCode(), done: false }), 0);
    stored = written.ok ? written.value : written.current;
  }
  const replay: Replay = stored === null ? { digest, code: "", done: false } : JSON.parse(stored.value);
  if (replay.digest !== digest) {
    return failed(
      userError("BAD_USER_INPUT", "This key was used for other input. 幂等键已用于别的内容。", "clientMutationId"),
    );
  }
  if (stored !== null && (replay.done || newCode !== null)) {
    const item = (await store.getItems([replay.code], "STRONG")).get(replay.code);
    if (item !== undefined && relationTo(context, item.unit) !== "OUTSIDE") return done(item);
  }
  const outcome = await run(replay.code);
  if (outcome.item !== null && newCode === null) {
    await store.putRecord(keep({ digest, code: outcome.item.code, done: true }), "ANY");
  }
  return outcome;
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
