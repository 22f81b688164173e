import type { KindName } from "../ledger/kind.ts";
import { kinds } from "../ledger/kinds.ts";
import type { Link } from "../ledger/link.ts";
import { normaliseHeader, systemColumnOf } from "../sheet/header-words.ts";
import type { TabRole } from "../sheet/table.ts";
import type { Store } from "../store/store.ts";
import { changeLink, type LinkDecision } from "./links.ts";

/** What people say a header or a tab of theirs is, where the program cannot know or guessed wrong. It counts from the next pass on. */

export interface ColumnSaid {
  readonly header: string;
  /** null: the clerk's own column, never touched. undefined: take back what was said of this header. */
  readonly field: string | null | undefined;
  /** Only in ledgers of this kind; null: of every kind that has the field. */
  readonly kind: KindName | null;
}

export type ColumnDecision = LinkDecision | { readonly ok: false; readonly why: "NO_SUCH_FIELD" | "NOT_A_HEADER" };

export async function setColumn(store: Store, spreadsheetId: string, said: ColumnSaid): Promise<ColumnDecision> {
  const words = wordsOf(said.header);
  if (words.some((word) => word === "" || systemColumnOf(word) !== undefined))
    return { ok: false, why: "NOT_A_HEADER" };
  const { field } = said;
  const meant = kinds
    .filter(({ name }) => said.kind === null || said.kind === name)
    .filter(({ columns }) => !field || columns.some((column) => column.field === field))
    .map(({ name }) => name);
  if (meant.length === 0) return { ok: false, why: "NO_SUCH_FIELD" };
  return changeLink(store, spreadsheetId, (link) => {
    const aliases = { ...link.aliases };
    for (const kind of meant) {
      const others = Object.entries(aliases[kind] ?? {}).filter(([word]) => !words.includes(word));
      const own = field === undefined ? [] : words.map((word): [string, string] => [word, field ?? ""]);
      aliases[kind] = Object.fromEntries([...others, ...own]);
    }
    const tabs = link.tabs.map((tab) =>
      meant.includes(tab.kind) ? { ...tab, headers: without(tab.headers, words, field ?? null) } : tab,
    );
    return { ...link, aliases, tabs };
  });
}

/** What was bound to the field or by the header is bound anew: neither keeps its place by habit, nor is missed. */
function without(headers: Link["tabs"][number]["headers"], words: readonly string[], field: string | null) {
  const isSaid = (header: string) =>
    [...wordsOf(header), ...wordsOf(header.split("/").at(-1) ?? "")].some((word) => words.includes(word));
  return Object.fromEntries(Object.entries(headers).filter(([bound, header]) => bound !== field && !isSaid(header)));
}

/** A header as it stands, and where it lies under another one, shown as `整改/时限`, both in one. */
function wordsOf(header: string): string[] {
  const word = normaliseHeader(header);
  return [...new Set([word, word.replaceAll("/", "")])];
}

/** null takes back what was said of the tab. */
export async function setTabRole(
  store: Store,
  spreadsheetId: string,
  tabId: number,
  role: TabRole | null,
): Promise<LinkDecision> {
  return changeLink(store, spreadsheetId, (link) => {
    const { [tabId]: _, ...others } = link.tabRoles ?? {};
    const tabRoles = role === null ? others : { ...others, [tabId]: role };
    // A tab that leaves the sync is not missed: its entries stay as they are.
    const tabs = link.tabs.map((tab) => (tab.tabId === tabId && role !== null ? { ...tab, role } : tab));
    return { ...link, tabRoles, tabs };
  });
}
