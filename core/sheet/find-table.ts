import type { KindName } from "../ledger/kind.ts";
import { kinds } from "../ledger/kinds.ts";
import type { Link } from "../ledger/link.ts";
import { renamedProblem, unnamedCodeColumn, withCodeColumn } from "./code-column.ts";
import { findHeader } from "./find-header.ts";
import { type HeaderWords, headerWords } from "./header-words.ts";
import { readRows } from "./read-rows.ts";
import { findReferenceDate } from "./reference-date.ts";
import { settleColumns } from "./settle-columns.ts";
import type { SpreadsheetRead, TabRead } from "./sheet.ts";
import { makeTabCells } from "./tab-cells.ts";
import { assignRoles, guessTab, type IgnoredTab, ignoreTitle, type TabGuess } from "./tab-role.ts";
import type { TableFound, TabRole } from "./table.ts";
import { outsideProblem } from "./typed-table.ts";

/** What was known of a tab at the last good pass (a TabBinding of the link is one). */
export interface KnownTab {
  readonly kind: KindName;
  readonly role: TabRole;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FindOptions {
  readonly aliases: Link["aliases"];
  readonly roles?: ReadonlyMap<number, KnownTab>;
  /** tab -> the role a person gave it. */
  readonly decided?: Link["tabRoles"];
  /** ISO date for texts without a year, when the tab itself names none. */
  readonly referenceDate: string;
}

export interface TablesFound {
  readonly tables: readonly TableFound[];
  readonly ignored: readonly IgnoredTab[];
}

/**
 * Every ledger in a spreadsheet, and every tab that is none, with the reason in Chinese. Takes time in proportion to
 * the cells. A tab known from before keeps its kind; if its header is gone it is in `ignored`, and the caller brakes.
 */
export function findTables(read: SpreadsheetRead, options: FindOptions): TablesFound {
  const words = headerWords(options.aliases);
  const tables: TableFound[] = [];
  const guesses: TabGuess[] = [];
  const ignored: IgnoredTab[] = [];
  for (const tab of read.tabs) {
    const known = options.roles?.get(tab.tabId);
    const decided = options.decided?.[tab.tabId];
    const why = decided === "IGNORED" ? "由本单位设定，不参加同步" : known || decided ? null : ignoreTitle(tab);
    const table = why === null ? findTable(tab, words, known) : null;
    if (table === null) ignored.push({ tabId: tab.tabId, title: tab.title, why: why ?? "没有找到能认出的表头" });
    else {
      tables.push(table);
      guesses.push(guessTab(tab, known?.role, decided));
    }
  }
  return { tables: assignRoles(tables, guesses), ignored };
}

function findTable(tab: TabRead, words: readonly HeaderWords[], known: KnownTab | undefined): TableFound | null {
  const grid = makeTabCells(tab);
  const titled = kindOfTitle(tab.title);
  const header = findHeader(tab, grid.merges, words, {
    ...(known === undefined ? {} : { known: known.kind, headers: known.headers ?? {} }),
    ...(titled === undefined ? {} : { titled }),
  });
  if (header === null) return null;
  const { kind } = header.words;
  const firstRow = header.row + header.depth;
  const codeColumn =
    known === undefined ? null : unnamedCodeColumn(grid, header.bound, firstRow - 1, known.headers ?? {});
  const named = codeColumn === null ? header.bound : withCodeColumn(header.bound, codeColumn);
  const columns = settleColumns(grid, kind, named, firstRow);
  const bound = { ...named, columns };
  const found = readRows(grid, kind, bound, header.row, header.depth);
  const place = { headerRow: header.row, headerDepth: header.depth };
  const outside = outsideProblem(tab, { ...place, columns, system: bound.system, rows: found.rows });
  const renamed = codeColumn === null ? null : renamedProblem(grid, firstRow - 1, codeColumn);
  return {
    tabId: tab.tabId,
    title: tab.title,
    kind: kind.name,
    role: known?.role ?? "LIVE",
    ...place,
    columns,
    privateColumns: bound.privateColumns,
    sequenceColumn: bound.sequenceColumn,
    system: bound.system,
    width: grid.columns,
    rows: found.rows,
    insertAt: found.insertAt,
    problems: [...found.problems, ...[outside, renamed].filter((problem) => problem !== null)],
    referenceDate: findReferenceDate(grid, header.row),
  };
}

const titleWords = new Map<string, KindName>(
  kinds.flatMap((kind) => [kind.tab, ...kind.tabAliases].map((title): [string, KindName] => [title, kind.name])),
);

/** The kind whose tab title this is, with or without a month, batch or number around it. */
export function kindOfTitle(title: string): KindName | undefined {
  const plain = title.normalize("NFKC").replace(/\s+/g, "");
  const bare = plain
    .replace(/\([^()]*\)/g, "")
    .replace(/^(?:附件|附表|表)\d*[:、.]?/, "")
    .replace(/(?:19|20)?\d{2}年(?:度)?|\d{1,2}月(?:份)?|第[一二三四五六七八九十\d]+批|的?副本|\d+$/g, "");
  return (
    titleWords.get(plain) ?? titleWords.get(bare) ?? titleWords.get(bare.replace(/(?:表|一览表|登记表|台账)$/, ""))
  );
}
