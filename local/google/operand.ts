import type { NamedRange, Scalar, SheetState } from "./state.ts";

/** The values inside formulas, and what a function is called with. */

export interface FormulaError {
  readonly error: string;
  readonly message: string;
}

export type Effective = Scalar | FormulaError | undefined;

/** A range or array inside a formula: rows of values. */
export type Matrix = readonly (readonly Effective[])[];

export type Operand = Effective | Matrix;

export interface Book {
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly NamedRange[];
}

export type Evaluator = (sheet: SheetState, row: number, column: number) => Effective;

export interface Call {
  readonly at: { readonly sheet: SheetState; readonly row: number; readonly column: number };
  readonly now: number;
  /** Evaluates an argument when the function wants it. */
  readonly argument: (index: number) => Operand;
  readonly count: number;
  /** The range that an argument names, if it names one. */
  readonly reference: (index: number) => { readonly row: number; readonly column: number } | undefined;
}

export const formulaError = (error: string, message = ""): FormulaError => ({ error, message });

export const isMatrix = (operand: Operand): operand is Matrix => Array.isArray(operand);

export const isError = (operand: Operand): operand is FormulaError =>
  typeof operand === "object" && operand !== null && !isMatrix(operand);
