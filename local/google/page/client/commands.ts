import type { Acts } from "./acts.ts";
import { type Area, areaAt, columnCount, columnLetters, rowCount, runsInSight } from "./area.ts";
import type { Book, Tab } from "./book.ts";
import { shownText } from "./cell-text.ts";
import { askText } from "./dialogs.ts";
import type { MenuEntry } from "./menu.ts";
import { say } from "./messages.ts";
import type { Selection } from "./selection.ts";

type Parts = {
  readonly book: Book;
  readonly selection: Selection;
  readonly acts: Acts;
  /** Runs an act, shows its refusal, and reads the spreadsheet anew. */
  readonly act: (run: (tab: Tab) => Promise<unknown>) => void;
  readonly clipboard: { readonly cut: () => void; readonly copy: () => void; readonly paste: () => void };
};

/** What the toolbar, the menus and the keys do with the selection. */
export function makeCommands({ book, selection, acts, act, clipboard }: Parts) {
  const area = () => selection.area();
  /** The selected rows that a person sees: what a filter hides is neither emptied nor deleted. */
  const runs = () => runsInSight(area().startRow, area().endRow, book.dimensions().rowFiltered);

  /** The rows that a sort of the whole tab moves: those under the frozen ones, or under the filter's header. */
  function sortable(tab: Tab): Area {
    if (tab.filter) return { ...tab.filter.area, startRow: tab.filter.area.startRow + 1 };
    return areaAt(tab.frozenRows, 0, tab.rowCount - tab.frozenRows, tab.columnCount);
  }

  const sortTab = (ascending: boolean) =>
    act((tab) => acts.sort(tab, sortable(tab), selection.active().column, ascending));
  const sortSelection = (ascending: boolean) =>
    act((tab) => acts.sort(tab, area(), selection.active().column, ascending));
  /** Several selected rows are sorted by themselves, one row means the tab, as people expect of the toolbar's buttons. */
  const sort = (ascending: boolean) =>
    rowCount(area()) > 1 && selection.whole() !== "columns" && selection.whole() !== "all"
      ? sortSelection(ascending)
      : sortTab(ascending);

  const insertRows = (below: boolean) =>
    act((tab) => acts.insert(tab, "ROWS", below ? area().endRow : area().startRow, rowCount(area())));
  const insertColumns = (right: boolean) =>
    act((tab) => acts.insert(tab, "COLUMNS", right ? area().endColumn : area().startColumn, columnCount(area())));
  const removeRows = () => act((tab) => acts.remove(tab, "ROWS", runs()));
  const removeColumns = () => act((tab) => acts.remove(tab, "COLUMNS", [[area().startColumn, area().endColumn]]));

  const moveRows = (start: number, end: number, to: number) =>
    act(async (tab) => {
      if (to < 0 || to > tab.rowCount) return;
      await acts.move(tab, "ROWS", start, end, to);
      const landed = to > start ? to - (end - start) : to;
      selection.selectRows(landed, landed + end - start - 1);
    });
  const moveColumns = (by: -1 | 1) =>
    act(async (tab) => {
      const { startColumn: start, endColumn: end } = area();
      const to = by < 0 ? start - 1 : end + 1;
      if (to < 0 || to > tab.columnCount) return;
      await acts.move(tab, "COLUMNS", start, end, to);
      selection.selectColumns(start + by, end - 1 + by);
    });

  const merge = () => act((tab) => acts.merge(tab, area()));
  const unmerge = () => act((tab) => acts.unmerge(tab, area()));
  const toggleMerge = () => {
    const { row, column } = selection.active();
    book.mergeAt(row, column) ? unmerge() : merge();
  };

  const bold = () =>
    act((tab) => {
      const { row, column } = selection.active();
      return acts.bold(tab, area(), !book.cell(row, column)?.userEnteredFormat?.textFormat?.bold);
    });

  const clear = () => act((tab) => acts.clear(tab, area(), runs()));

  async function note(): Promise<void> {
    const { row, column } = selection.active();
    const value = book.cell(row, column)?.note ?? "";
    const text = await askText({ title: `备注（${columnLetters(column)}${row + 1}）`, value, multiline: true });
    if (text !== null && text !== value) act((tab) => acts.note(tab, row, column, text));
  }

  const hideRows = (hidden: boolean) => act((tab) => acts.hide(tab, "ROWS", area().startRow, area().endRow, hidden));
  const freeze = (rows: number) => act((tab) => acts.freeze(tab, rows));

  /** Without a filter: one over the selection, or over the tab from the active row down. With one: takes it away. */
  const toggleFilter = () =>
    act((tab) => {
      if (tab.filter) return acts.clearFilter(tab);
      const chosen = area();
      const from =
        rowCount(chosen) > 1 ? chosen : areaAt(chosen.startRow, 0, tab.rowCount - chosen.startRow, tab.columnCount);
      return acts.filter(tab, from);
    });
  const filterByValue = () =>
    act(async (tab) => {
      if (!tab.filter) {
        say("请先选中表头行，再点“筛选”", "error");
        return;
      }
      const { row, column } = selection.active();
      await acts.filterByText(tab, tab.filter, column, shownText(book.cell(row, column)));
    });

  const makeTable = () => act((tab) => acts.makeTable(tab, area()));
  const revertTable = () =>
    act(async (tab) => {
      const { row, column } = selection.active();
      const table = book.tableAt(row, column);
      if (table) await acts.revertTable(tab, table);
    });

  const showAll = () => act(async (tab) => tab.filter && acts.filter(tab, tab.filter.area));

  function cellMenu(): MenuEntry[] {
    const chosen = area();
    const rows = rowCount(chosen);
    const columns = columnCount(chosen);
    const { row, column } = selection.active();
    const letters = columnLetters(column);
    const table = book.tableAt(row, column);
    const entries: MenuEntry[] = [
      { label: "剪切　Ctrl+X", run: clipboard.cut },
      { label: "复制　Ctrl+C", run: clipboard.copy },
      { label: "粘贴　Ctrl+V", run: clipboard.paste },
      null,
    ];
    if (selection.whole() !== "columns") {
      entries.push(
        { label: `在上方插入 ${rows} 行`, run: () => insertRows(false) },
        { label: `在下方插入 ${rows} 行`, run: () => insertRows(true) },
        { label: rows > 1 ? `删除第 ${chosen.startRow + 1}–${chosen.endRow} 行` : "删除行", run: removeRows },
        { label: "上移一行", run: () => moveRows(chosen.startRow, chosen.endRow, chosen.startRow - 1) },
        { label: "下移一行", run: () => moveRows(chosen.startRow, chosen.endRow, chosen.endRow + 1) },
        { label: "隐藏行", run: () => hideRows(true) },
        { label: "取消隐藏行", run: () => hideRows(false) },
        null,
      );
    }
    if (selection.whole() !== "rows") {
      entries.push(
        { label: `在左侧插入 ${columns} 列`, run: () => insertColumns(false) },
        { label: `在右侧插入 ${columns} 列`, run: () => insertColumns(true) },
        { label: columns > 1 ? "删除所选列" : "删除列", run: removeColumns },
      );
      if (selection.whole() === "columns") {
        entries.push(
          { label: "左移一列", run: () => moveColumns(-1) },
          { label: "右移一列", run: () => moveColumns(1) },
        );
      }
      entries.push(null);
    }
    entries.push(
      { label: `整表按 ${letters} 列升序排序`, run: () => sortTab(true) },
      { label: `整表按 ${letters} 列降序排序`, run: () => sortTab(false) },
      { label: `所选区域按 ${letters} 列升序排序`, run: () => sortSelection(true), off: rows < 2 },
      { label: `所选区域按 ${letters} 列降序排序`, run: () => sortSelection(false), off: rows < 2 },
      null,
      { label: "清除内容", run: clear },
      { label: "插入或修改备注…", run: () => void note() },
      { label: `冻结至第 ${chosen.endRow} 行`, run: () => freeze(chosen.endRow) },
      table ? { label: "还原为普通区域", run: revertTable } : { label: "转换为表格", run: makeTable, off: rows < 2 },
      { label: "只看与此单元格相同的行", run: filterByValue, off: !book.tab()?.filter },
      { label: "显示筛选器的全部行", run: showAll, off: !book.tab()?.filter?.hiddenValues.size },
    );
    return entries;
  }

  return {
    sort,
    sortTab,
    insertRows,
    insertColumns,
    removeRows,
    removeColumns,
    moveRows,
    toggleMerge,
    bold,
    clear,
    note,
    freeze,
    toggleFilter,
    cellMenu,
  };
}
