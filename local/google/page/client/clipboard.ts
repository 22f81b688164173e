import type { Acts } from "./acts.ts";
import { type Area, areaAt } from "./area.ts";
import type { Book } from "./book.ts";
import type { CellEditor } from "./cell-editor.ts";
import { shownText } from "./cell-text.ts";
import { say } from "./messages.ts";
import type { Selection } from "./selection.ts";
import { parseTsv, renderTsv } from "./tsv.ts";

/** What a copy leaves on the clipboard besides its text, so that a paste here, in any window, copies cells and not only text. */
type Mark = {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly area: Area;
  readonly cut: boolean;
  readonly nonce: number;
};

type Parts = {
  readonly spreadsheetId: string;
  readonly book: Book;
  readonly selection: Selection;
  readonly editor: CellEditor;
  readonly acts: Acts;
  /** Runs an act and shows its refusal. */
  readonly act: (run: () => Promise<unknown>) => void;
};

/** Ctrl+C, Ctrl+X and Ctrl+V on the grid. While a cell is being edited the browser's own do. */
export function makeClipboard(parts: Parts) {
  const { book, selection, editor, acts } = parts;
  const foreign = () =>
    editor.isEditing() ||
    document.querySelector("dialog[open]") !== null ||
    !(document.activeElement?.id === "cell-editor");

  function put(event: ClipboardEvent, cut: boolean): void {
    const tab = book.tab();
    if (foreign() || !tab || !event.clipboardData) return;
    event.preventDefault();
    const area = selection.area();
    const missing = Array.from({ length: area.endRow - area.startRow }).some((_, at) => !book.row(area.startRow + at));
    if (missing) {
      say("所选内容还在载入，请稍候再复制", "error");
      return;
    }
    const mark: Mark = {
      spreadsheetId: parts.spreadsheetId,
      sheetId: tab.sheetId,
      area,
      cut,
      nonce: performance.now(),
    };
    const rows: string[][] = [];
    for (let row = area.startRow; row < area.endRow; row++) {
      if (book.dimensions().rowHidden(row)) continue;
      rows.push(
        Array.from({ length: area.endColumn - area.startColumn }, (_, at) =>
          shownText(book.cell(row, area.startColumn + at)),
        ),
      );
    }
    const text = renderTsv(rows);
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", renderHtml(rows, mark));
  }

  document.addEventListener("copy", (event) => put(event, false));
  document.addEventListener("cut", (event) => put(event, true));
  document.addEventListener("paste", (event) => {
    if (foreign() || !event.clipboardData) return;
    event.preventDefault();
    paste(event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain"));
  });

  function paste(html: string, text: string): void {
    const tab = book.tab();
    if (!tab) return;
    const mark = readMark(html);
    const target = selection.area();
    const from =
      mark?.spreadsheetId === parts.spreadsheetId
        ? book.tabs().find((each) => each.sheetId === mark.sheetId)
        : undefined;
    parts.act(async () => {
      if (mark && from && !isSpent(mark)) {
        const pasted = await acts.paste({ tab: from, area: mark.area, cut: mark.cut }, tab, target);
        selection.selectArea(pasted);
        return;
      }
      if (text === "") return;
      const values = parseTsv(text);
      const single = values.length === 1 && values[0]?.length === 1;
      const filled = single ? fill(values[0]?.[0] ?? "", target) : values;
      const at = areaAt(target.startRow, target.startColumn);
      selection.selectArea(await acts.type(tab, at.startRow, at.startColumn, filled, "粘贴"));
    });
  }

  return {
    cut: () => document.execCommand("cut"),
    copy: () => document.execCommand("copy"),
    /** For the menu: the browser asks the person before a page may read the clipboard. */
    async paste(): Promise<void> {
      const items = await navigator.clipboard.read().catch(() => null);
      if (!items) {
        say("浏览器不允许从菜单粘贴，请按 Ctrl+V", "error");
        return;
      }
      const read = async (type: string) => {
        const item = items.find((each) => each.types.includes(type));
        return item ? (await item.getType(type)).text() : "";
      };
      paste(await read("text/html"), await read("text/plain"));
    },
  };
}

let spentCut = -1;
/** A cut moves its cells once; pasting it again gives only their text. */
function isSpent(mark: Mark): boolean {
  if (!mark.cut) return false;
  const spent = mark.nonce === spentCut;
  spentCut = mark.nonce;
  return spent;
}

/** One text into every cell of the selection, as Sheets does. */
function fill(text: string, area: Area): string[][] {
  const width = area.endColumn - area.startColumn;
  return Array.from({ length: area.endRow - area.startRow }, () => Array.from({ length: width }, () => text));
}

function renderHtml(rows: readonly (readonly string[])[], mark: Mark): string {
  const table = document.createElement("table");
  table.dataset.ledgerCells = JSON.stringify(mark);
  for (const row of rows) {
    const line = table.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return table.outerHTML;
}

function readMark(html: string): Mark | null {
  if (!html.includes("data-ledger-cells")) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("[data-ledger-cells]");
  const mark: Partial<Mark> = JSON.parse(table?.dataset.ledgerCells ?? "{}");
  return mark.spreadsheetId && mark.area && mark.sheetId !== undefined ? (mark as Mark) : null;
}
