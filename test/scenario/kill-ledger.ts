import type { Google } from "../../local/google/google.ts";
import { rowsOf } from "./kill-desk.ts";

/** The ledger as the API shows it, and both sides next to each other. */

export interface Entry {
  readonly code: string;
  readonly version: number;
  readonly cells: readonly { readonly field: string; readonly text: string }[];
  readonly conflicts: readonly { readonly sheetValue: string | null; readonly storeValue: string | null }[];
}

interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Ledger {
  items(token: string, archived: boolean): Promise<Entry[]>;
  historyTexts(token: string, code: string): Promise<string[]>;
  /** Code and synced columns of every entry, as the sheet and as the store has them. */
  bothSides(token: string, spreadsheetId: string): Promise<{ readonly sheet: string[]; readonly store: string[] }>;
}

/** Header at the desk -> field. */
const synced = { 问题描述: "description", 整改措施: "measures", 整改进展: "progress", 备注: "remark" } as const;

export function makeLedger(
  google: Google,
  ask: <T>(token: string, query: string, variables?: object) => Promise<T>,
): Ledger {
  async function all<T>(page: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
    const nodes: T[] = [];
    let after: string | null = null;
    do {
      const { nodes: more, pageInfo }: Page<T> = await page(after);
      nodes.push(...more);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return nodes;
  }

  const self: Ledger = {
    items: (token, archived) =>
      all(async (after) => {
        const { problemItems } = await ask<{ problemItems: Page<Entry> }>(
          token,
          `query ($after: String, $archived: Boolean) { problemItems(first: 50, after: $after, filter: { archived: $archived })
          { nodes { code version cells { field text } conflicts { sheetValue storeValue } } pageInfo { hasNextPage endCursor } } }`,
          { after, archived },
        );
        return problemItems;
      }),

    async historyTexts(token, code) {
      const changes = await all(async (after) => {
        const { problemItem } = await ask<{
          problemItem: { history: Page<{ before: string | null; after: string | null }> };
        }>(
          token,
          `query ($code: String!, $after: String) { problemItem(code: $code) { history(first: 100, after: $after)
        { nodes { before after } pageInfo { hasNextPage endCursor } } } }`,
          { code, after },
        );
        return problemItem.history;
      });
      return changes.flatMap(({ before, after }) => [before ?? "", after ?? ""]);
    },

    async bothSides(token, spreadsheetId) {
      const line = (code: string, text: (header: keyof typeof synced) => string | undefined) =>
        JSON.stringify([code, ...(Object.keys(synced) as (keyof typeof synced)[]).map((header) => text(header) ?? "")]);
      const sheet = rowsOf(google, spreadsheetId).map(({ code, texts }) => line(code, (header) => texts.get(header)));
      const store = (await self.items(token, false)).map(({ code, cells }) =>
        line(code, (header) => cells.find(({ field }) => field === synced[header])?.text),
      );
      return { sheet: sheet.sort(), store: store.sort() };
    },
  };
  return self;
}
