import { kindOf } from "../ledger/kinds.ts";
import type { TabRead } from "./sheet.ts";
import type { TableFound, TabRole } from "./table.ts";

export interface IgnoredTab {
  readonly tabId: number;
  readonly title: string;
  /** Chinese. */
  readonly why: string;
}

/** What a tab's title says of its role and of its age among copies. */
export interface TabGuess {
  /** What a person said. */
  readonly decided: TabRole | undefined;
  readonly known: TabRole | undefined;
  readonly hidden: boolean;
  readonly titleRole: TabRole;
  /** Greater is newer: year, month or batch named in the title; null when it names none. */
  readonly period: number | null;
}

const notLedgers = /模板|样表|填表说明|填报说明|使用说明|字典|下拉|选项|数据源|参数/;

/** Why a tab is no ledger by its title alone, else null. */
export function ignoreTitle(tab: TabRead): string | null {
  if (notLedgers.test(tab.title)) return "按名称看是模板或说明，不是台账";
  if (tab.rows.length === 0) return "空白";
  return null;
}

export function guessTab(tab: TabRead, known: TabRole | undefined, decided?: TabRole): TabGuess {
  const title = tab.title.normalize("NFKC");
  const titleRole: TabRole = /归档|存档|历史|作废|备份|已销号|旧/.test(title)
    ? "ARCHIVE"
    : /汇总|统计|总表/.test(title)
      ? "SUMMARY"
      : "LIVE";
  return { decided, known, hidden: tab.hidden, titleRole, period: periodOf(title) };
}

function periodOf(title: string): number | null {
  const month = /(?:((?:19|20)?\d{2})年?[-./]?)?(\d{1,2})月/.exec(title);
  if (month !== null) {
    const year = month[1] === undefined ? 0 : Number(month[1]) % 100;
    return year * 12 + Number(month[2]);
  }
  const batch = /第([一二三四五六七八九十]|\d{1,2})批/.exec(title);
  if (batch === null) return null;
  const index = "一二三四五六七八九十".indexOf(batch[1] ?? "");
  return index < 0 ? Number(batch[1]) : index + 1;
}

/** Share of a tab's entries that stand in another one too, from which it counts as a copy. */
const copyShare = 0.5;

/**
 * The roles of all tables. Of tabs that hold the same entries the newest by its title is LIVE, the others are
 * ARCHIVE; without a date in the titles the one known from before, then the first. A summary by title that is the
 * only table of its kind is the ledger itself.
 */
export function assignRoles(tables: readonly TableFound[], guesses: readonly TabGuess[]): readonly TableFound[] {
  const keys = tables.map(entryKeys);
  const roles = tables.map((table, index): TabRole => {
    const guess = guesses[index];
    if (guess === undefined) return table.role;
    if (guess.decided !== undefined) return guess.decided;
    if (guess.known !== undefined && guess.known !== "LIVE") return guess.known;
    const rivals = tables.filter((other, at) => at !== index && other.kind === table.kind && isPlain(guesses[at]));
    if (
      guess.known === undefined &&
      guess.titleRole !== "LIVE" &&
      (guess.titleRole === "ARCHIVE" || rivals.length > 0)
    ) {
      return guess.titleRole;
    }
    const newer = tables.some(
      (other, at) =>
        at !== index &&
        other.kind === table.kind &&
        isPlain(guesses[at]) &&
        overlaps(keys[index], keys[at]) &&
        comesFirst(guesses, at, index),
    );
    return newer ? "ARCHIVE" : "LIVE";
  });
  return tables.map((table, index) => ({ ...table, role: roles[index] ?? table.role }));
}

function isPlain(guess: TabGuess | undefined): boolean {
  if (guess === undefined) return false;
  return (guess.decided ?? guess.known ?? guess.titleRole) === "LIVE";
}

/** Whether tab `a` rather than tab `b` is the living one of two copies. */
function comesFirst(guesses: readonly TabGuess[], a: number, b: number): boolean {
  const [left, right] = [guesses[a], guesses[b]];
  if (left === undefined || right === undefined) return false;
  if (left.decided !== undefined) return true;
  if (left.hidden !== right.hidden) return !left.hidden;
  if (left.period !== null && right.period !== null && left.period !== right.period) return left.period > right.period;
  if ((left.known === "LIVE") !== (right.known === "LIVE")) return left.known === "LIVE";
  if ((left.period === null) !== (right.period === null)) return left.period === null;
  return a < b;
}

function entryKeys(table: TableFound): ReadonlySet<string> {
  const { keyField } = kindOf(table.kind);
  const keys = table.rows.map((row) => (row.cells.get(keyField)?.text ?? "").replace(/\s+/g, ""));
  return new Set(keys.filter((key) => key !== ""));
}

function overlaps(mine: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  if (mine === undefined || other === undefined || mine.size === 0) return false;
  let shared = 0;
  for (const key of mine) if (other.has(key)) shared++;
  return shared >= mine.size * copyShare;
}
