import * as library from "@formulajs/formulajs";
import { format } from "numfmt";
import { matchesCriterion } from "./criterion.ts";
import type { Call, Effective, FormulaError, Matrix, Operand } from "./operand.ts";
import { formulaError, isError, isMatrix } from "./operand.ts";
import { flat, operate, single, toBoolean, toNumber, toText } from "./operators.ts";
import { widest } from "./widest.ts";

/** Functions. The common ones follow Sheets to the letter; the rest comes from a library. */

function numbersOf(call: Call): number[] | FormulaError {
  const numbers: number[] = [];
  for (let index = 0; index < call.count; index++) {
    const operand = call.argument(index);
    if (isMatrix(operand)) {
      for (const value of operand.flat()) {
        if (isError(value)) return value;
        if (typeof value === "number") numbers.push(value);
      }
    } else if (call.reference(index) === undefined || typeof operand === "number" || isError(operand)) {
      const number = toNumber(operand);
      if (typeof number !== "number") return number;
      numbers.push(number);
    }
  }
  return numbers;
}

const overNumbers = (compute: (numbers: number[]) => Effective) => (call: Call) => {
  const numbers = numbersOf(call);
  return Array.isArray(numbers) ? compute(numbers) : numbers;
};

const everyValue = (call: Call) => Array.from({ length: call.count }, (_, index) => flat(call.argument(index))).flat();

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Rows of a criteria range that meet every pair from argument `from` on. */
function matching(call: Call, from: number): boolean[] {
  let kept: boolean[] | undefined;
  for (let index = from; index + 1 < call.count; index += 2) {
    const criterion = single(call.argument(index + 1));
    const met = flat(call.argument(index)).map((value) => matchesCriterion(value, criterion));
    kept = kept === undefined ? met : kept.map((before, position) => before && met[position] === true);
  }
  return kept ?? [];
}

function sumWhere(range: Operand, kept: readonly boolean[]): number {
  return flat(range).reduce<number>(
    (total, value, index) => total + (kept[index] === true && typeof value === "number" ? value : 0),
    0,
  );
}

function choose(call: Call): Operand {
  const condition = toBoolean(single(call.argument(0)));
  if (typeof condition === "object") return condition;
  if (condition) return call.argument(1);
  return call.count > 2 ? call.argument(2) : false;
}

function logical(call: Call, start: boolean, combine: (a: boolean, b: boolean) => boolean): Effective {
  let result = start;
  for (const value of everyValue(call)) {
    if (value === undefined || typeof value === "string") continue;
    const truth = toBoolean(value);
    if (typeof truth === "object") return truth;
    result = combine(result, truth);
  }
  return result;
}

const today = (now: number) => now / 86_400_000 + 25_569;

const functions: Record<string, (call: Call) => Operand> = {
  SUM: overNumbers(sum),
  AVERAGE: overNumbers((numbers) =>
    numbers.length === 0
      ? formulaError("#DIV/0!", "Evaluation of function AVERAGE caused a divide by zero error.")
      : sum(numbers) / numbers.length,
  ),
  MAX: overNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)),
  MIN: overNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)),
  COUNT: (call) => everyValue(call).filter((value) => typeof value === "number").length,
  COUNTA: (call) => everyValue(call).filter((value) => value !== undefined).length,
  COUNTBLANK: (call) => everyValue(call).filter((value) => value === undefined || value === "").length,
  COUNTIF: (call) => matching(call, 0).filter(Boolean).length,
  COUNTIFS: (call) => matching(call, 0).filter(Boolean).length,
  SUMIF: (call) => {
    const criterion = single(call.argument(1));
    const kept = flat(call.argument(0)).map((value) => matchesCriterion(value, criterion));
    return sumWhere(call.argument(call.count > 2 ? 2 : 0), kept);
  },
  SUMIFS: (call) => sumWhere(call.argument(0), matching(call, 1)),
  IF: choose,
  IFERROR: (call) => {
    const value = call.argument(0);
    return isError(single(value)) ? (call.count > 1 ? call.argument(1) : "") : value;
  },
  AND: (call) => logical(call, true, (a, b) => a && b),
  OR: (call) => logical(call, false, (a, b) => a || b),
  NOT: (call) => {
    const truth = toBoolean(single(call.argument(0)));
    return typeof truth === "object" ? truth : !truth;
  },
  ISBLANK: (call) => single(call.argument(0)) === undefined,
  ISERROR: (call) => isError(single(call.argument(0))),
  CONCATENATE: (call) => everyValue(call).map(toText).join(""),
  CONCAT: (call) => everyValue(call).map(toText).join(""),
  JOIN: (call) => {
    const parts = Array.from({ length: call.count - 1 }, (_, index) => flat(call.argument(index + 1))).flat();
    return parts.map(toText).join(toText(call.argument(0)));
  },
  TEXTJOIN: (call) => {
    const skipBlank = toBoolean(single(call.argument(1))) === true;
    const parts = Array.from({ length: Math.max(0, call.count - 2) }, (_, index) =>
      flat(call.argument(index + 2)),
    ).flat();
    return parts
      .map(toText)
      .filter((text) => !skipBlank || text !== "")
      .join(toText(call.argument(0)));
  },
  TEXT: (call) => {
    const number = toNumber(call.argument(0));
    return typeof number === "number"
      ? format(toText(call.argument(1)), number, { throws: false })
      : toText(call.argument(0));
  },
  ROW: (call) => (call.count === 0 ? call.at.row : (call.reference(0)?.row ?? call.at.row)) + 1,
  COLUMN: (call) => (call.count === 0 ? call.at.column : (call.reference(0)?.column ?? call.at.column)) + 1,
  ROWS: (call) => ((value) => (isMatrix(value) ? value.length : 1))(call.argument(0)),
  COLUMNS: (call) => ((value) => (isMatrix(value) ? widest(value) : 1))(call.argument(0)),
  NOW: (call) => today(call.now),
  TODAY: (call) => Math.floor(today(call.now)),
  TRUE: () => true,
  FALSE: () => false,
};

function fromLibrary(name: string, call: Call): Operand {
  const found = (library as unknown as Record<string, unknown>)[name];
  if (typeof found !== "function" || name === "default") return formulaError("#NAME?", `Unknown function: '${name}'.`);
  const operands = Array.from({ length: call.count }, (_, index) => call.argument(index));
  const broken = operands.flatMap(flat).find(isError);
  if (broken !== undefined) return broken;
  const plain = operands.map((operand) =>
    isMatrix(operand) ? operand.map((row) => row.map((value) => value ?? null)) : operand,
  );
  try {
    return fromLibraryValue((found as (...values: unknown[]) => unknown)(...plain));
  } catch {
    return formulaError("#VALUE!", `Function ${name} could not be evaluated.`);
  }
}

function fromLibraryValue(value: unknown): Operand {
  if (value instanceof Error)
    return formulaError(value.message.startsWith("#") ? value.message : "#VALUE!", value.message);
  if (value instanceof Date) return today(Date.UTC(value.getFullYear(), value.getMonth(), value.getDate()));
  if (Array.isArray(value)) {
    const rows = value.map((row) =>
      (Array.isArray(row) ? row : [row]).map((inner) => fromLibraryValue(inner) as Effective),
    );
    return rows as Matrix;
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : formulaError("#NUM!", "");
  if (typeof value === "string" || typeof value === "boolean") return value;
  return undefined;
}

export function callFunction(name: string, call: Call): Operand {
  if (name.startsWith("operator ")) return operate(name.slice(9), call);
  const own = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return own === undefined ? fromLibrary(name, call) : own(call);
}
