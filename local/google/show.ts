import { format } from "numfmt";
import type { Effective } from "./operand.ts";
import type { Cell, Json, Scalar } from "./state.ts";

/** formattedValue: what a person sees in the cell. */

const defaults: Record<string, Record<string, string>> = {
  en: {
    NUMBER: "#,##0.00",
    PERCENT: "0.00%",
    CURRENCY: "$#,##0.00",
    DATE: "m/d/yyyy",
    TIME: "h:mm:ss AM/PM",
    DATE_TIME: "m/d/yyyy h:mm:ss",
    SCIENTIFIC: "0.00E+00",
  },
  zh: {
    NUMBER: "#,##0.00",
    PERCENT: "0.00%",
    CURRENCY: "¥#,##0.00",
    DATE: "yyyy/m/d",
    TIME: "h:mm:ss",
    DATE_TIME: "yyyy/m/d h:mm:ss",
    SCIENTIFIC: "0.00E+00",
  },
};

export function numberFormatOf(cell: Cell | undefined): { type: string; pattern?: string } | undefined {
  const found = cell?.format?.numberFormat as { type?: string; pattern?: string } | undefined;
  if (found === undefined || typeof found.type !== "string") return undefined;
  return found as { type: string; pattern?: string };
}

/** A number without a format: at most ten decimals and fifteen significant digits. */
function plain(value: number): string {
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  if (magnitude >= 1e20 || magnitude < 1e-9) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, "E")
      .replace(/e/, "E")
      .replace(/E([+-])(\d)$/, "E$10$2");
  }
  if (Number.isSafeInteger(value)) return String(value);
  const exact = Number(value.toPrecision(15));
  return exact.toFixed(10).replace(/\.?0+$/, "");
}

export function isDateFormat(cell: Cell | undefined): boolean {
  const type = numberFormatOf(cell)?.type;
  return type === "DATE" || type === "TIME" || type === "DATE_TIME";
}

function formatted(value: number, numberFormat: { type: string; pattern?: string }, locale: string): string {
  if (numberFormat.type === "TEXT") return plain(value);
  const table = defaults[locale.startsWith("zh") ? "zh" : "en"]!;
  const pattern = numberFormat.pattern || table[numberFormat.type];
  if (pattern === undefined) return plain(value);
  try {
    return format(pattern, value, { locale: locale.replace("_", "-"), throws: true });
  } catch {
    return plain(value);
  }
}

export function showValue(effective: Effective, cell: Cell | undefined, locale: string): string {
  if (effective === undefined) return "";
  if (typeof effective === "string") return effective;
  if (typeof effective === "boolean") return effective ? "TRUE" : "FALSE";
  if (typeof effective === "object") return effective.error;
  const numberFormat = numberFormatOf(cell);
  return numberFormat === undefined ? plain(effective) : formatted(effective, numberFormat, locale);
}

const errorTypes: Record<string, string> = {
  "#NULL!": "NULL_VALUE",
  "#DIV/0!": "DIVIDE_BY_ZERO",
  "#VALUE!": "VALUE",
  "#REF!": "REF",
  "#NAME?": "NAME",
  "#NUM!": "NUM",
  "#N/A": "N_A",
  "#ERROR!": "ERROR",
};

/** A value as ExtendedValue. */
export function extendedValue(value: Scalar): Json {
  if (typeof value === "string") return { stringValue: value };
  return typeof value === "number" ? { numberValue: value } : { boolValue: value };
}

export function effectiveExtended(effective: Effective): Json | undefined {
  if (effective === undefined) return undefined;
  if (typeof effective !== "object") return extendedValue(effective);
  return { errorValue: { type: errorTypes[effective.error] ?? "ERROR", message: effective.message } };
}
