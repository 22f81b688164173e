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
  /** Absent: of any kind. */
  readonly kind?: KindName;
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
    if (
      item === undefined ||
      (kind !== undefined && item.kind !== kind) ||
      relationTo(context, item.unit) === "OUTSIDE"
    ) {
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
    context.items.put(written.value);
    return done(written.value);
  } catch (error) {
    return failed(userErrorOf(error));
  }
}
