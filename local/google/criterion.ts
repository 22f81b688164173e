import type { Effective } from "./operand.ts";

/** The criteria of COUNTIF and its kin: `>5`, `<>`, `text`, `a*`, a plain value. Texts match without regard to case. */

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(
    /~([*?~])|([*?])|([\\^$.|+()[\]{}])/g,
    (_, tilde: string, wild: string, other: string) => {
      if (tilde !== undefined) return `\\${tilde}`;
      if (wild !== undefined) return wild === "*" ? "[\\s\\S]*" : "[\\s\\S]";
      return `\\${other}`;
    },
  );
  return new RegExp(`^${escaped}$`, "iu");
}

export function matchesCriterion(value: Effective, criterion: Effective): boolean {
  if (typeof criterion !== "string")
    return criterion === undefined ? value === undefined || value === "" : value === criterion;
  const [, operator = "", operand = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (operator === "" || operator === "=" || operator === "<>") {
    const equal = equals(value, operand, number);
    return operator === "<>" ? !equal : equal;
  }
  if (Number.isNaN(number)) {
    if (typeof value !== "string") return false;
    const order = value.toLowerCase().localeCompare(operand.toLowerCase());
    return ordered(order, operator);
  }
  return typeof value === "number" && ordered(value - number, operator);
}

function equals(value: Effective, operand: string, number: number): boolean {
  if (operand === "") return value === undefined || value === "";
  if (typeof value === "number") return value === number;
  if (typeof value === "boolean") return String(value).toLowerCase() === operand.toLowerCase();
  return typeof value === "string" && wildcard(operand).test(value);
}

function ordered(order: number, operator: string): boolean {
  if (operator === "<") return order < 0;
  if (operator === ">") return order > 0;
  return operator === "<=" ? order <= 0 : order >= 0;
}
