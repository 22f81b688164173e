import type { CellData } from "./rest-shapes.ts";

/** What the formula bar and the cell editor show: typing exactly this again must leave the cell as it is. */
export function editText(cell: CellData | undefined): string {
  const entered = cell?.userEnteredValue;
  if (!entered) return "";
  if (entered.formulaValue !== undefined) return entered.formulaValue;
  if (entered.stringValue !== undefined) {
    return wouldBeParsed(entered.stringValue) ? `'${entered.stringValue}` : entered.stringValue;
  }
  if (entered.boolValue !== undefined) return entered.boolValue ? "TRUE" : "FALSE";
  if (entered.numberValue !== undefined) {
    const kind = cell?.userEnteredFormat?.numberFormat?.type;
    return kind && kind !== "NUMBER" && kind !== "TEXT"
      ? (cell?.formattedValue ?? String(entered.numberValue))
      : String(entered.numberValue);
  }
  return cell?.formattedValue ?? "";
}

/** What the grid shows. */
export function shownText(cell: CellData | undefined): string {
  return cell?.formattedValue ?? "";
}

/**
 * Would this text, typed by a person, become a number, date, boolean or formula?
 * It is asked only of cells that hold text, so that editing one keeps it text. Erring towards yes costs an apostrophe.
 */
function wouldBeParsed(text: string): boolean {
  return (
    /^['=+]/.test(text) ||
    /^(true|false)$/i.test(text.trim()) ||
    /^[-(¥￥$]?\s*\d[\d,.]*(e[+-]?\d+)?\s*[%)]?$/i.test(text.trim()) ||
    /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{0,4})?日?( \d{1,2}:\d{2}(:\d{2})?)?$/.test(text.trim()) ||
    /^\d{1,2}月\d{1,2}日$/.test(text.trim()) ||
    /^\d{1,2}:\d{2}(:\d{2})?$/.test(text.trim())
  );
}

/** Numbers, dates and rates stand right, truth values in the middle, text left, unless the cell says otherwise. */
export function alignment(cell: CellData | undefined): "left" | "center" | "right" {
  const wanted = cell?.userEnteredFormat?.horizontalAlignment;
  if (wanted === "CENTER") return "center";
  if (wanted === "RIGHT") return "right";
  if (wanted === "LEFT") return "left";
  const value = cell?.effectiveValue ?? cell?.userEnteredValue;
  if (value?.numberValue !== undefined) return "right";
  if (value?.boolValue !== undefined || value?.errorValue !== undefined) return "center";
  return "left";
}

/** The sync writes its notes with this mark first. */
export function isSystemNote(note: string): boolean {
  return note.startsWith("【系统】");
}
