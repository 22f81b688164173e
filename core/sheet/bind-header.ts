import type { Kind } from "../ledger/kind.ts";
import type { HeaderLeaf } from "./find-header.ts";
import {
  type HeaderWords,
  isParticular,
  isPrivate,
  isSequence,
  type Meaning,
  meaningsOf,
  normaliseHeader,
  type SystemColumn,
  systemColumnOf,
} from "./header-words.ts";
import type { ColumnFound, PrivateColumn } from "./table.ts";

/** Which column is which field. */
export interface BoundHeader {
  readonly columns: readonly ColumnFound[];
  readonly privateColumns: readonly PrivateColumn[];
  readonly sequenceColumn: number | null;
  readonly system: Readonly<Record<SystemColumn, number | null>>;
  /** How much the header says about the kind: the sum of confidences. */
  readonly score: number;
  /** column -> every field its header may stand for; the cells decide where the word leaves it open (see settle-columns). */
  readonly options: ReadonlyMap<number, readonly string[]>;
}

interface Candidate {
  readonly leaf: HeaderLeaf;
  readonly meaning: Meaning;
  /** The column had this field at the last good pass. */
  readonly kept: boolean;
}

/**
 * Gives each field its best column. What the bureau said comes first, then headers of the last good pass, so that a column does not change its
 * field because its neighbours changed; then the surest word; then the leftmost column.
 */
export function bindHeader(
  leaves: readonly HeaderLeaf[],
  words: HeaderWords,
  before: Readonly<Record<string, string>> = {},
): BoundHeader {
  const system: Record<SystemColumn, number | null> = { code: null, state: null, notice: null };
  let sequenceColumn: number | null = null;
  const candidates: Candidate[] = [];
  const rest: HeaderLeaf[] = [];
  const options = new Map<number, readonly string[]>();
  const fieldsBefore = new Map<string, string[]>();
  for (const [field, header] of Object.entries(before)) {
    fieldsBefore.set(header, [...(fieldsBefore.get(header) ?? []), field]);
  }
  const ownEnd = endOfTable(leaves);
  for (const leaf of leaves) {
    const word = normaliseHeader(leaf.names.at(-1) ?? "");
    const own = systemColumnOf(word);
    if (own !== undefined && system[own] === null) {
      system[own] = leaf.column;
      continue;
    }
    rest.push(leaf);
    if (leaf.column >= ownEnd) continue;
    if (sequenceColumn === null && isSequence(word) && words.meanings.get(word) === undefined) {
      sequenceColumn = leaf.column;
      continue;
    }
    const known = fieldsBefore.get(headerOf(leaf));
    const meanings = leafMeanings(leaf, word, words);
    // A column that had its field at the last good pass keeps it, whatever its cells say now.
    if (known === undefined) options.set(leaf.column, fieldsOf(meanings));
    for (const meaning of meanings) {
      const kept = known !== undefined && meaning.fields.some((field) => known.includes(field));
      candidates.push({ leaf, meaning, kept });
    }
  }
  candidates.sort((a, b) => rank(b) - rank(a) || a.leaf.column - b.leaf.column);
  const columns: ColumnFound[] = [];
  const takenFields = new Set<string>();
  const takenColumns = new Set<number>();
  let keptColumns = 0;
  const rivals = new Map<number, string>();
  for (const { leaf, meaning, kept } of candidates) {
    const { fields, confidence } = meaning;
    if (takenColumns.has(leaf.column)) continue;
    const free = fields.filter((field) => !takenFields.has(field));
    if (free.length === 0) {
      if (!rivals.has(leaf.column)) rivals.set(leaf.column, fields[0]);
      continue;
    }
    takenColumns.add(leaf.column);
    if (kept) keptColumns += 1;
    fields.forEach((field, index) => {
      if (takenFields.has(field)) return;
      takenFields.add(field);
      const found = { field, column: leaf.column, header: headerOf(leaf), confidence };
      columns.push(fields.length === 2 ? { ...found, part: index === 0 ? 0 : 1 } : found);
    });
  }
  nameKey(columns, words.kind);
  columns.sort((a, b) => a.column - b.column);
  const privateColumns = rest
    .filter(({ column }) => !takenColumns.has(column) && column !== sequenceColumn)
    .map((leaf) => {
      const rival = rivals.get(leaf.column);
      const found = { column: leaf.column, header: headerOf(leaf) };
      return rival === undefined ? found : { ...found, rival };
    });
  // A header that is as it was outweighs any other block: a title above it that ends in the same row is no parent.
  const score =
    columns.reduce((sum, { confidence }) => sum + confidence, 0) +
    keptColumns +
    (sequenceColumn === null ? 0 : 0.5) +
    Object.values(system).filter((column) => column !== null).length;
  return { columns, privateColumns, sequenceColumn, system, score, options };
}

/** Where a second table begins beside this one: at a second running number after a gap. */
function endOfTable(leaves: readonly HeaderLeaf[]): number {
  let numbered = false;
  for (const [at, leaf] of leaves.entries()) {
    if (!isSequence(normaliseHeader(leaf.names.at(-1) ?? ""))) continue;
    if (numbered && leaves[at - 1]?.column !== leaf.column - 1) return leaf.column;
    numbered = true;
  }
  return Number.POSITIVE_INFINITY;
}

/** What the bureau said is above all habit. */
const rank = ({ meaning, kept }: Candidate) => meaning.confidence + (kept ? 1 : 0) + (meaning.own ? 2 : 0);

function fieldsOf(meanings: readonly Meaning[]): readonly string[] {
  return meanings.flatMap(({ fields }) => (fields.length === 1 ? [fields[0]] : []));
}

/** Without a header for the key, the next best column names the entries: 问题标题 where there is no 问题描述. */
function nameKey(columns: ColumnFound[], kind: Kind): void {
  if (columns.some(({ field }) => field === kind.keyField)) return;
  for (const field of kind.keyFrom ?? []) {
    const index = columns.findIndex((column) => column.field === field && column.part === undefined);
    const found = columns[index];
    if (found === undefined) continue;
    columns[index] = { ...found, field: kind.keyField, confidence: Math.min(found.confidence, 0.7) };
    return;
  }
}

/**
 * Parents and child in one: 验收 over 时间 is 验收时间, 责任分工 over 领导 is 责任领导, 完成时间 over 计划 is 计划完成时间. The
 * child alone is next, a parent without known children last.
 */
function leafMeanings(leaf: HeaderLeaf, word: string, words: HeaderWords): readonly Meaning[] {
  const parents = leaf.names.slice(0, -1).map(normaliseHeader);
  // Only the bureau's own word for it makes a column that is marked as private anything else.
  if ((isPrivate(word) && !words.meanings.has(word)) || parents.some(isPrivate)) return [];
  if (parents.length > 0) {
    const parent = parents.at(-1) ?? "";
    const joins = [parents.join("") + word, parent + word, word + parent, parent.slice(0, 2) + word];
    const joined = joins.map((join) => words.meanings.get(join)).find((meanings) => meanings !== undefined);
    // 责任人 under 牵头整改部门 may be a 牵头责任人; where that is taken it is just the 责任人.
    if (joined !== undefined) return [...joined, ...(words.meanings.get(word) ?? []).map(lessSure)];
  }
  const own = meaningsOf(words, word);
  if (isParticular(word)) return own;
  if (own.length > 0 || parents.length === 0 || words.meanings.has(word)) return own;
  const together = words.meanings.get(parents.join(""));
  if (together !== undefined && parents.length > 1) return together.map(({ fields }) => ({ fields, confidence: 0.58 }));
  const parent = words.meanings.get(parents.at(-1) ?? "") ?? words.meanings.get(parents[0] ?? "") ?? [];
  return parent.map(({ fields }) => ({ fields, confidence: 0.55 }));
}

function lessSure({ fields, confidence }: Meaning): Meaning {
  return { fields, confidence: confidence * 0.6 };
}

function headerOf(leaf: HeaderLeaf): string {
  return leaf.names.join("/");
}
