import { makeActs } from "./acts.ts";
import { makeSheetsApi } from "./api.ts";
import { cellName } from "./area.ts";
import { makeBook, type Tab } from "./book.ts";
import { makeCellEditor } from "./cell-editor.ts";
import { editText } from "./cell-text.ts";
import { makeClipboard } from "./clipboard.ts";
import { makeCommands } from "./commands.ts";
import { FOLLOW_REACH_ROWS, followRow, printRow } from "./follow.ts";
import { makeGridView } from "./grid-view.ts";
import { makeHistory } from "./history.ts";
import { listenToKeyboard } from "./keyboard.ts";
import { watchChanges } from "./live.ts";
import { openMenu } from "./menu.ts";
import { say, sayFailure } from "./messages.ts";
import { listenToMouse } from "./mouse.ts";
import { makeNoteCard } from "./note-card.ts";
import { makeSelection } from "./selection.ts";
import { makeServiceUndo } from "./service-undo.ts";
import { makeTabBar } from "./tab-bar.ts";
import { drawToolbar } from "./toolbar.ts";
import { bearerToken, bindUserName, userName } from "./user-name.ts";

/** Rows fetched ahead for a copy of a large selection. */
const AHEAD_ROWS = 20_000;

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const spreadsheetId = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
const host = part<HTMLDivElement>("grid");
const frame = part<HTMLDivElement>("grid-frame");
const nameBox = part<HTMLInputElement>("cell-name");
const bar = part<HTMLTextAreaElement>("formula-bar");

bindUserName(part<HTMLInputElement>("user-name"));
const api = makeSheetsApi(spreadsheetId, bearerToken);
const book = makeBook(api);
const history = makeHistory(api, book, makeServiceUndo(spreadsheetId, userName));
const acts = makeActs(api, book, history);
const noteCard = makeNoteCard(frame);

const selection = makeSelection(book, () => {
  const area = selection.area();
  nameBox.value = cellName(selection.active().row, selection.active().column);
  view.paintSelection();
  view.reveal(selection.head());
  editor.idle();
  showNote(null);
  if (area.endRow - area.startRow <= AHEAD_ROWS) book.ensureRows(area.startRow, area.endRow).catch(sayFailure);
});

const view = makeGridView(host, book, selection, {
  onRowsInSight: (start, end) => {
    book
      .ensureRows(start, end)
      .then((fetched) => {
        if (!fetched) return;
        view.redraw();
        editor.idle();
        showNote(null);
      })
      .catch(sayFailure);
  },
  onScroll: () => {
    editor.position();
    noteCard.show(undefined, null);
  },
  onColumnResized: (column, widthPx) =>
    act((tab) => acts.resize(tab, column, widthPx, book.dimensions().widthPx(column))),
});

const editor = makeCellEditor(host, part<HTMLTextAreaElement>("cell-editor"), bar, {
  textOf: (place) => editText(book.cell(place.row, place.column)),
  boxOf: view.boxOf,
  active: selection.active,
  commit: (place, text) => {
    book.expect(place.row, place.column, text);
    view.redraw();
    act((tab) => acts.type(tab, place.row, place.column, [[text]]));
  },
});

/** The note of the cell under the mouse, else of the active cell. */
function showNote(hover: { row: number; column: number } | null): void {
  const place = hover && book.cell(hover.row, hover.column)?.note ? hover : selection.active();
  noteCard.show(editor.isEditing() ? undefined : book.cell(place.row, place.column)?.note, view.boxOf(place));
}

let queue: Promise<unknown> = Promise.resolve();
/** One after the other: an act is built from what the one before it left. */
function inTurn(work: () => Promise<unknown>): void {
  queue = queue.then(work).catch(sayFailure);
}

function act(run: (tab: Tab) => Promise<unknown>): void {
  inTurn(async () => {
    const tab = book.tab();
    if (!tab) return;
    await run(tab).finally(() => refresh());
  });
}

const printAt = (row: number) => {
  const cells = book.row(row);
  return cells && printRow(cells);
};

async function refresh(open?: number): Promise<void> {
  const sameTab = open === undefined || open === book.tab()?.sheetId;
  await book.refresh(open);
  view.build();
  tabBar.draw();
  document.title = `${book.title()} - 表格`;
  part("title").textContent = book.title();
  part("tool-filter")?.classList.toggle("on", book.tab()?.filter !== null);
  if (!sameTab) selection.select({ row: 0, column: 0 });
  const { row } = selection.active();
  await book.ensureRows(Math.max(0, row - FOLLOW_REACH_ROWS), row + FOLLOW_REACH_ROWS);
}

/** Others changed something: rows may stand elsewhere, and what is being typed goes along with its row. */
async function refreshForeign(): Promise<void> {
  const row = editor.place()?.row ?? selection.active().row;
  const before = new Map<number, string | undefined>();
  for (let at = Math.max(0, row - FOLLOW_REACH_ROWS); at <= row; at++) before.set(at, printAt(at));
  const tabId = book.tab()?.sheetId;
  await book.refresh();
  if (book.tab()?.sheetId === tabId) {
    await book.ensureRows(Math.max(0, row - FOLLOW_REACH_ROWS), row + FOLLOW_REACH_ROWS);
    const moved = followRow(row, (at) => before.get(at), printAt) - row;
    editor.shiftRows(moved);
    view.build();
    selection.shiftRows(moved);
  }
  await refresh();
}

const tabBar = makeTabBar(part("tabs"), {
  api,
  book,
  open: (sheetId) => {
    editor.commit();
    inTurn(() => refresh(sheetId));
  },
  act: (run) => inTurn(async () => refresh(await run())),
});

const clipboard = makeClipboard({ spreadsheetId, book, selection, editor, acts, act: (run) => act(run) });
const commands = makeCommands({
  book,
  selection,
  acts,
  act,
  clipboard: { cut: clipboard.cut, copy: clipboard.copy, paste: () => void clipboard.paste() },
});
const travel = (go: () => Promise<string>) => inTurn(async () => say(await go().finally(() => refresh())));

listenToMouse(host, view, selection, {
  leave: editor.commit,
  edit: editor.open,
  hover: showNote,
  menu: (x, y) => openMenu(x, y, commands.cellMenu()),
  moveRows: commands.moveRows,
});
listenToKeyboard(part("cell-editor"), bar, editor, selection, {
  rowsOnScreen: view.rowsOnScreen,
  clear: commands.clear,
  undo: () => travel(history.undo),
  redo: () => travel(history.redo),
  bold: commands.bold,
  end: () => ({ row: (book.tab()?.rowCount ?? 1) - 1, column: (book.tab()?.columnCount ?? 1) - 1 }),
});
drawToolbar(part("toolbar"), [
  { id: "undo", label: "撤销", hint: "撤销（Ctrl+Z）", run: () => travel(history.undo) },
  { id: "redo", label: "重做", hint: "重做（Ctrl+Y）", run: () => travel(history.redo) },
  null,
  { id: "row-above", label: "上方插入行", hint: "在所选行上方插入行", run: () => commands.insertRows(false) },
  { id: "row-below", label: "下方插入行", hint: "在所选行下方插入行", run: () => commands.insertRows(true) },
  { id: "row-delete", label: "删除行", hint: "删除所选的行", run: commands.removeRows },
  { id: "column-right", label: "插入列", hint: "在所选列右侧插入列", run: () => commands.insertColumns(true) },
  { id: "column-delete", label: "删除列", hint: "删除所选的列", run: commands.removeColumns },
  null,
  {
    id: "sort-up",
    label: "升序",
    hint: "按当前列升序：选中多行时只排所选区域，否则排整表",
    run: () => commands.sort(true),
  },
  {
    id: "sort-down",
    label: "降序",
    hint: "按当前列降序：选中多行时只排所选区域，否则排整表",
    run: () => commands.sort(false),
  },
  { id: "filter", label: "筛选", hint: "以所选行为表头创建或移除筛选器", run: commands.toggleFilter },
  null,
  { id: "bold", label: "加粗", hint: "加粗（Ctrl+B）", run: commands.bold },
  { id: "merge", label: "合并", hint: "合并或取消合并单元格", run: commands.toggleMerge },
  { id: "note", label: "备注", hint: "插入或修改备注", run: () => void commands.note() },
  {
    id: "freeze",
    label: "冻结",
    hint: "冻结表头",
    run: (button) => {
      const rows = selection.area().endRow;
      const at = button.getBoundingClientRect();
      openMenu(at.left, at.bottom + 2, [
        { label: "不冻结", run: () => commands.freeze(0) },
        { label: "冻结 1 行", run: () => commands.freeze(1) },
        { label: `冻结至第 ${rows} 行`, run: () => commands.freeze(rows) },
      ]);
    },
  },
]);

nameBox.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  // Or the key goes on into the cell editor, which has the keyboard from here on.
  event.preventDefault();
  const match = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(nameBox.value.trim());
  if (!match) return;
  const column =
    [...(match[1] ?? "").toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  nameBox.blur();
  selection.select({ row: Number(match[2]) - 1, column });
});
new ResizeObserver(() => {
  view.resize();
  editor.position();
}).observe(frame);

inTurn(async () => {
  await refresh();
  selection.select({ row: 0, column: 0 });
  document.body.dataset.ready = "true";
  watchChanges(spreadsheetId, bearerToken, () => inTurn(refreshForeign));
});
