import type { Column } from "./column.ts";

export const kindNames = [
  "problem",
  "topic",
  "activity",
  "measure",
  "opinion",
  "outcome",
  "request",
  "plan",
  "class",
] as const;
export type KindName = (typeof kindNames)[number];

/** A kind of ledger entry: one tab, one list of columns, one letter at the start of its codes. */
export interface Kind {
  readonly name: KindName;
  /** Canonical tab title. */
  readonly tab: string;
  readonly tabAliases: readonly string[];
  /** First letters of every code of this kind, e.g. `P` in `P7K3M9Q2X4TB`. */
  readonly prefix: string;
  /** The field without which a row is not an entry of this kind. */
  readonly keyField: string;
  /** Fields whose column becomes the key's when no header names the key itself, best first. */
  readonly keyFrom?: readonly string[];
  /** What a header may stand for that no list of words explains, e.g. 群众反映的突出问题: the first pattern that fits. */
  readonly guesses?: readonly (readonly [pattern: RegExp, field: string])[];
  /** The field that section rows (`一、影响制约高质量发展的问题（5个）`) set for the rows below them. */
  readonly sectionField?: string;
  /** Titles of tabs that set that field for all their rows: 典型案例, 急难愁盼问题. */
  readonly sectionTitles?: RegExp;
  readonly columns: readonly Column[];
}

export function columnOf(kind: Kind, field: string): Column {
  const column = kind.columns.find((candidate) => candidate.field === field);
  if (column === undefined) throw new Error(`kind ${kind.name} has no field ${field}`);
  return column;
}
