import type { KindName } from "../ledger/kind.ts";
import { limits } from "../limits.ts";
import { type BoundHeader, bindHeader } from "./bind-header.ts";
import { readCellText } from "./cell-text.ts";
import type { HeaderWords } from "./header-words.ts";
import type { Merges } from "./merges.ts";
import type { TabRead } from "./sheet.ts";
import { isFillerHeader } from "./typed-table.ts";

/** One column of a header block: its texts from the top row down, as written. */
export interface HeaderLeaf {
  readonly column: number;
  readonly names: readonly string[];
}

export interface HeaderFound {
  readonly row: number;
  readonly depth: number;
  readonly words: HeaderWords;
  readonly bound: BoundHeader;
}

const maxDepth = 3;
/** What a tab's title adds to the score of the kind it speaks for. */
const titleBonus = 1.5;
/** Where the header alone leaves it open (`问题 | 整改措施 | 整改时限`), the list is what most lists are. */
const usual: { readonly kind: KindName; readonly bonus: number } = { kind: "problem", bonus: 0.5 };

export interface HeaderPreference {
  /** The only kind that may be found, when the tab is known from before. */
  readonly known?: KindName;
  /** The kind that the tab's title speaks for. */
  readonly titled?: KindName;
  /** field -> header at the last good pass. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The header: the block of one to three rows, among the first rows of the tab, whose words say most about one kind.
 * Of equally good blocks the first wins, for a header may be repeated on each page; of those that end in the same row
 * the shortest, for a title merged over the whole table is no parent.
 */
export function findHeader(
  tab: TabRead,
  merges: Merges,
  kindWords: readonly HeaderWords[],
  preference: HeaderPreference,
): HeaderFound | null {
  const candidates = kindWords.filter(({ kind }) => preference.known === undefined || kind.name === preference.known);
  let best: HeaderFound | null = null;
  let bestScore = 0;
  const last = Math.min(tab.rows.length, limits.headerSearchRows);
  for (let row = 0; row < last; row++) {
    for (let depth = 1; depth <= Math.min(maxDepth, tab.rows.length - row); depth++) {
      const cuts = depth > 1 && cutsMerge(tab, merges, row, depth - 1);
      if (depth > 1 && !cuts && !goesDeeper(tab, merges, row, depth)) break;
      if (cutsMerge(tab, merges, row, depth)) continue;
      const leaves = leavesOf(tab, merges, row, depth);
      if (leaves.length === 0) continue;
      for (const words of candidates) {
        const bound = bindHeader(leaves, words, preference.headers);
        if (!acceptable(bound, words, preference)) continue;
        const { name } = words.kind;
        const score =
          bound.score + (name === preference.titled ? titleBonus : 0) + (name === usual.kind ? usual.bonus : 0);
        const sameEnd = best !== null && row + depth === best.row + best.depth;
        if (score > bestScore || (score === bestScore && sameEnd)) {
          best = { row, depth, words, bound };
          bestScore = score;
        }
      }
    }
  }
  return best;
}

/**
 * A header names the key field and one more thing, or three more against the word of the tab's title. A tab known from
 * before may have lost its key header as long as its codes are there.
 */
function acceptable(bound: BoundHeader, { kind }: HeaderWords, { known, titled }: HeaderPreference): boolean {
  const hasKey = bound.columns.some(({ field }) => field === kind.keyField);
  const hits = bound.columns.length + (bound.sequenceColumn === null ? 0 : 1) + (bound.system.code === null ? 0 : 1);
  if (!hasKey) return known !== undefined && bound.system.code !== null && hits >= 3;
  return known === undefined && titled !== undefined && titled !== kind.name ? bound.columns.length >= 4 : hits >= 2;
}

/** True when a merge that begins in the block goes on below it: a header never ends inside one of its own cells. */
function cutsMerge(tab: TabRead, merges: Merges, top: number, depth: number): boolean {
  const bottom = top + depth;
  for (let row = top; row < bottom; row++) {
    for (let column = 0; column < rowWidth(tab, row); column++) {
      const box = merges.at(row, column);
      if (box === undefined || box.startRow < top || box.endRow <= bottom) continue;
      if (textAt(tab, box.startRow, box.startColumn) !== "") return true;
    }
  }
  return false;
}

/** True when the row before the block's last one reaches into it: a parent over children, or a merge downwards. */
function goesDeeper(tab: TabRead, merges: Merges, top: number, depth: number): boolean {
  const parentRow = top + depth - 2;
  const childRow = top + depth - 1;
  const width = rowWidth(tab, parentRow);
  for (let column = 0; column < width; column++) {
    const box = merges.at(parentRow, column);
    if (box === undefined || box.startRow < top) continue;
    if (box.endColumn - box.startColumn > 1 && box.startColumn === column) {
      for (let under = box.startColumn; under < box.endColumn; under++) {
        if (textAt(tab, childRow, under) !== "") return true;
      }
    }
  }
  return unmergedParents(tab, parentRow, childRow);
}

/** Parents without merges: every text of the lower row stands under a blank or right after one that has blanks beside it. */
function unmergedParents(tab: TabRead, parentRow: number, childRow: number): boolean {
  const width = Math.max(rowWidth(tab, parentRow), rowWidth(tab, childRow));
  let children = 0;
  let underBlank = 0;
  for (let column = 0; column < width; column++) {
    if (textAt(tab, childRow, column) === "") continue;
    children++;
    if (textAt(tab, parentRow, column) === "") underBlank++;
  }
  return underBlank > 0 && children - underBlank <= underBlank * 2 && children < rowTexts(tab, parentRow) + underBlank;
}

/**
 * The texts over each column. A merged cell speaks for all it covers, a parent without a merge for the blanks to its
 * right; what is merged over the whole table is a title and no parent.
 */
function leavesOf(tab: TabRead, merges: Merges, top: number, depth: number): HeaderLeaf[] {
  const bottom = top + depth;
  let width = 0;
  for (let row = top; row < bottom; row++) width = Math.max(width, rowWidth(tab, row));
  const leaves: HeaderLeaf[] = [];
  const parents: string[] = new Array(depth).fill("");
  for (let column = 0; column < width; column++) {
    const names: string[] = [];
    let seen: unknown;
    for (let row = top; row < bottom; row++) {
      const box = merges.at(row, column);
      if (box !== undefined && (box === seen || box.startRow < top)) continue;
      seen = box;
      if (box !== undefined && row < bottom - 1 && box.startColumn === 0 && box.endColumn >= width) continue;
      const own = textAt(tab, box?.startRow ?? row, box?.startColumn ?? column);
      if (own !== "" || box !== undefined) parents[row - top] = box === undefined ? own : "";
      const covers = row < bottom - 1 && box === undefined && own === "" && textAt(tab, row + 1, column) !== "";
      const name = covers ? (parents[row - top] ?? "") : own;
      if (name !== "") names.push(name);
    }
    if (names.length > 0) leaves.push({ column, names });
  }
  return leaves;
}

function rowWidth(tab: TabRead, row: number): number {
  return Math.min(tab.rows[row]?.cells.length ?? 0, limits.tableColumns);
}

function rowTexts(tab: TabRead, row: number): number {
  return tab.rows[row]?.cells.filter((cell) => cell.value !== null && cell.value !== "").length ?? 0;
}

function textAt(tab: TabRead, row: number, column: number): string {
  const text = readCellText(tab.rows[row]?.cells[column], false).text.trim();
  return isFillerHeader(tab, row, column, text) ? "" : text;
}
