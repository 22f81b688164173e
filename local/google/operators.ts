import type { Call, Effective, FormulaError, Operand } from "./operand.ts";
import { formulaError, isError, isMatrix } from "./operand.ts";

/** Operators, and how values become numbers, texts and booleans for them. */

export const flat = (operand: Operand): Effective[] => (isMatrix(operand) ? operand.flat() : [operand]);

export const single = (operand: Operand): Effective => (isMatrix(operand) ? operand[0]?.[0] : operand);

export function toNumber(operand: Operand): number | FormulaError {
  const value = single(operand);
  if (value === undefined || value === "") return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object") return value;
  const number = Number(value.replaceAll(",", ""));
  if (Number.isFinite(number) && value.trim() !== "") return number;
  return formulaError("#VALUE!", `The value '${value}' is a text and cannot be coerced to a number.`);
}

export function toText(operand: Operand): string {
  const value = single(operand);
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}

export function toBoolean(value: Effective): boolean | FormulaError {
  if (value === undefined || value === "") return false;
  if (typeof value === "object") return value;
  if (typeof value === "string") {
    if (/^(?:true|false)$/i.test(value)) return /^true$/i.test(value);
    return formulaError("#VALUE!", `The value '${value}' is a text and cannot be coerced to a boolean.`);
  }
  return Boolean(value);
}

const rank = (value: Effective) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

/** Sheets' order: numbers, then texts without regard to case, then booleans. */
export function compareValues(a: Effective, b: Effective): number {
  const left = a === undefined ? (typeof b === "string" ? "" : typeof b === "boolean" ? false : 0) : a;
  const right = b === undefined ? (typeof a === "string" ? "" : typeof a === "boolean" ? false : 0) : b;
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "string" && typeof right === "string") {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(left) - Number(right);
}

type Operator = (a: Effective, b: Effective) => Effective;

function arithmetic(compute: (a: number, b: number) => Effective): Operator {
  return (a, b) => {
    const [x, y] = [toNumber(a), toNumber(b)];
    if (typeof x !== "number") return x;
    return typeof y !== "number" ? y : compute(x, y);
  };
}

const operators: Record<string, Operator> = {
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "/": arithmetic((a, b) => (b === 0 ? formulaError("#DIV/0!", "Function DIVIDE parameter 2 cannot be zero.") : a / b)),
  "^": arithmetic((a, b) => a ** b),
  "&": (a, b) => toText(a) + toText(b),
  "=": (a, b) => compareValues(a, b) === 0,
  "<>": (a, b) => compareValues(a, b) !== 0,
  "<": (a, b) => compareValues(a, b) < 0,
  ">": (a, b) => compareValues(a, b) > 0,
  "<=": (a, b) => compareValues(a, b) <= 0,
  ">=": (a, b) => compareValues(a, b) >= 0,
  "u-": arithmetic((a) => -a),
  "u+": (a) => a,
  "u%": arithmetic((a) => a / 100),
};

export function operate(name: string, call: Call): Operand {
  const operator = operators[name];
  if (operator === undefined) return formulaError("#ERROR!", "Formula parse error.");
  const a = single(call.argument(0));
  if (isError(a)) return a;
  const b = call.count > 1 ? single(call.argument(1)) : undefined;
  return isError(b) ? b : operator(a, b);
}
