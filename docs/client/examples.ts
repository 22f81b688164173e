import type { Ask } from "./client.ts";
import {
  FiguresDocument,
  type IndicatorKey,
  ItemVersionDocument,
  OpenItemsDocument,
  type OpenItemsQuery,
  ReportProgressDocument,
} from "./operations.ts";

/** What most front ends do: page through a list, change an item, show figures. */

export type OpenItem = OpenItemsQuery["problemItems"]["nodes"][number];

/** Every open item of a unit and all units below it. `endCursor` of a page is `after` of the next. */
export async function* openItems(ask: Ask, unit: string): AsyncGenerator<OpenItem> {
  let after: string | null = null;
  do {
    const { problemItems }: OpenItemsQuery = await ask(OpenItemsDocument, { unit, first: 100, after });
    yield* problemItems.nodes;
    after = problemItems.pageInfo.hasNextPage ? problemItems.pageInfo.endCursor : null;
  } while (after !== null);
}

export type Reported =
  | { readonly saved: true; readonly version: number }
  /** Somebody else was faster: show what they wrote, and let the person decide. */
  | { readonly saved: false; readonly why: "CONFLICT"; readonly version: number; readonly progress: string | null }
  /** A sentence for the person. */
  | { readonly saved: false; readonly why: "REFUSED"; readonly message: string };

/**
 * `version` is the one the person was looking at. `key` makes it safe to send the same change again when no answer
 * came: make one for each change, not for each attempt.
 */
export async function reportProgress(
  ask: Ask,
  change: { readonly code: string; readonly version: number; readonly progress: string; readonly key: string },
): Promise<Reported> {
  const { key: clientMutationId, ...fields } = change;
  const { updateProblemItem } = await ask(ReportProgressDocument, { input: { ...fields, clientMutationId } });
  const saved = updateProblemItem?.problemItem;
  if (saved) return { saved: true, version: saved.version };
  const [error] = updateProblemItem?.userErrors ?? [];
  if (error?.code !== "CONFLICT") return { saved: false, why: "REFUSED", message: error?.message ?? "" };
  const { problemItem } = await ask(ItemVersionDocument, { code: change.code });
  if (problemItem === null) return { saved: false, why: "REFUSED", message: error.message };
  return { saved: false, why: "CONFLICT", ...problemItem };
}

/** Figures as a report prints them, a rate with what it is made of; 未报送 is no figure and never 0, and `—` divides by 0. */
export async function figures(
  ask: Ask,
  unit: string,
  keys: IndicatorKey[],
): Promise<ReadonlyMap<IndicatorKey, string>> {
  const { rollup } = await ask(FiguresDocument, { unit, keys });
  return new Map(
    rollup.indicators.map(({ key, value, text, fraction }) => {
      if (fraction !== null) return [key, `${text}（${fraction.text}）`];
      return [key, value === null ? "未报送" : text];
    }),
  );
}
