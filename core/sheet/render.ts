import type { Column } from "../ledger/column.ts";
import { isDated, plainNumber, plausibleSerial, serialOfDate, textOfSerial } from "./cell-text.ts";
import type { Scalar } from "./sheet.ts";
import type { CellFound } from "./table.ts";

export interface RenderContext {
  /** The cell as it was read, so that a date stays a date and a number a number. */
  readonly previous?: CellFound;
  /** What the column of a Table is for, e.g. DATE. */
  readonly columnType?: string | undefined;
}

/**
 * What to write, RAW, so that the cell then reads as exactly this text. A text stays a text unless the cell held a
 * number, date, percentage or tick and the new text is one too, or its column is for nothing else; otherwise `=1+1` and
 * `11.30` must not become anything else.
 */
export function renderCell(column: Column, text: string, context: RenderContext): Scalar {
  const { previous, columnType } = context;
  if (typeof previous?.scalar === "boolean" && (text === "TRUE" || text === "FALSE")) return text === "TRUE";
  if (typeof previous?.scalar !== "number") return ofType(columnType, text, isDated(column)) ?? text;
  return numberLike(previous.text, text, isDated(column)) ?? text;
}

/** Only where the cell reads as the same text even if its format were none: a share without one would not. */
function ofType(columnType: string | undefined, text: string, dated: boolean): Scalar | null {
  switch (columnType) {
    case "BOOLEAN":
      return text === "TRUE" || text === "FALSE" ? text === "TRUE" : null;
    case "DATE":
      return dated ? numberLike("2000-01-01", text, dated) : null;
    case "DOUBLE":
    case "CURRENCY":
      return dated ? null : numberLike("0", text, dated);
    default:
      return null;
  }
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function numberLike(before: string, text: string, dated: boolean): number | null {
  if (isoDate.test(before)) {
    if (!isoDate.test(text)) return null;
    const serial = serialOfDate(text);
    return serial >= plausibleSerial.min && serial <= plausibleSerial.max && textOfSerial(serial) === text
      ? serial
      : null;
  }
  if (dated) return null;
  if (before.endsWith("%")) {
    const percent = Number(text.slice(0, -1));
    return text.endsWith("%") && `${plainNumber(percent)}%` === text ? percent / 100 : null;
  }
  if (!/^-?[\d.e+-]+$/.test(before)) return null;
  const value = Number(text);
  return text !== "" && Number.isFinite(value) && plainNumber(value) === text ? value : null;
}
