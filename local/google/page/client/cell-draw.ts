import { alignment, isSystemNote, shownText } from "./cell-text.ts";
import type { filterMark } from "./filter.ts";
import type { CellData, Color } from "./rest-shapes.ts";

/**
 * The element of the cell called `name`, or "" for a cell with nothing to show. `spillPx` is how far text may run over blank
 * neighbours to the right, 0 when there are none.
 */
export function drawCell(
  name: string,
  cell: CellData = {},
  spillPx: number,
  filter: ReturnType<typeof filterMark>,
): HTMLElement | string {
  const text = shownText(cell);
  const format = cell.userEnteredFormat;
  if (text === "" && !cell.note && !format?.backgroundColor && !filter) return "";
  const box = document.createElement("div");
  box.className = "cell";
  box.dataset.cell = name;
  const words = document.createElement("span");
  words.textContent = text;
  const side = alignment(cell);
  box.dataset.side = side;
  if (side === "left" && spillPx > 0) {
    box.classList.add("spills");
    box.style.width = `calc(100% + ${spillPx}px)`;
  }
  if (format?.textFormat?.bold) words.style.fontWeight = "700";
  if (format?.textFormat?.italic) words.style.fontStyle = "italic";
  if (format?.textFormat?.strikethrough) words.style.textDecoration = "line-through";
  if (format?.textFormat?.foregroundColor) words.style.color = cssColor(format.textFormat.foregroundColor);
  if (format?.backgroundColor) {
    box.style.background = cssColor(format.backgroundColor);
    box.classList.remove("spills");
    box.style.removeProperty("width");
  }
  if (cell.effectiveValue?.errorValue) box.title = cell.effectiveValue.errorValue.message ?? "";
  box.append(words);
  if (filter) {
    const mark = document.createElement("i");
    mark.className = `filter-mark ${filter}`;
    mark.setAttribute("aria-label", filter === "some" ? "本列已筛选" : "可筛选");
    box.append(mark);
  }
  if (cell.note) {
    const mark = document.createElement("i");
    mark.className = isSystemNote(cell.note) ? "note-mark system" : "note-mark";
    mark.setAttribute("aria-label", `备注：${cell.note}`);
    box.append(mark);
  }
  return box;
}

/** Google leaves out channels that are 0. */
function cssColor(color: Color): string {
  const channel = (value: number | undefined) => Math.round((value ?? 0) * 255);
  return `rgb(${channel(color.red)} ${channel(color.green)} ${channel(color.blue)})`;
}
