import type { Column } from "../ledger/column.ts";
import { isDated, plainNumber, plausibleSerial, serialOfDate, textOfSerial } from "./cell-text.ts";
import type { Scalar } from "./sheet.ts";
import type { CellFound } from "./table.ts";

export interface RenderContext {
  /** The cell as it was read, so that a date stays a date and a number a number. */
  readonly previous?: CellFound;
}

/**
 * What to write, RAW, so that the cell then reads as exactly this text. A text stays a text unless the cell held a
 * number, date, percentage or tick and the new text is one too; otherwise `=1+1` and `11.30` must not become anything else.
 */
export function renderCell(column: Column, text: string, context: RenderContext): Scalar {
  const previous = context.previous;
  if (typeof previous?.scalar === "boolean" && (text === "TRUE" || text === "FALSE")) return text === "TRUE";
  if (typeof previous?.scalar !== "number") return text;
  return numberLike(previous.text, text, isDated(column)) ?? text;
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
