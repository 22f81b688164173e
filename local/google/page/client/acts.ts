import type { SheetsApi } from "./api.ts";
import { type Area, areaAt, areaName, areasMeet, columnCount, rowCount } from "./area.ts";
import type { Book, Tab, TabTable } from "./book.ts";
import { readFilterColumn, type TabFilter } from "./filter.ts";
import type { History } from "./history.ts";
import { say } from "./messages.ts";
import * as requests from "./requests.ts";
import type { SheetsRequest } from "./rest-shapes.ts";

/** First row or column, and the one after the last. */
type Run = readonly [start: number, end: number];

export type Acts = ReturnType<typeof makeActs>;

/** What a person can do to cells, rows and columns: each builds its requests and the requests that take it back. */
export function makeActs(api: SheetsApi, book: Book, history: History) {
  const batch = (list: readonly SheetsRequest[]) => () => api.batchUpdate(list);

  /** An act whose undo is to put the cells of `area` back as they were. */
  async function onCells(
    label: string,
    tab: Tab,
    area: Area,
    run: () => Promise<unknown>,
    alsoUndo: SheetsRequest[] = [],
  ) {
    const kept = await history.keep(tab.title, area);
    const undo = kept ? [...alsoUndo, requests.restoreCells(tab.sheetId, area, kept)] : [];
    await history.perform({ label, run, undo, guard: { sheetId: tab.sheetId, area } });
  }

  /** Lines of a tab as an area. */
  const lines = (tab: Tab, dimension: requests.Dimension, start: number, end: number): Area =>
    dimension === "ROWS" ? areaAt(start, 0, end - start, tab.columnCount) : areaAt(0, start, tab.rowCount, end - start);

  const merged = (tab: Tab, area: Area): Area[] => tab.merges.filter((merge) => areasMeet(merge, area));
  const remerge = (tab: Tab, area: Area): SheetsRequest[] =>
    merged(tab, area).map((merge) => requests.mergeCells(tab.sheetId, merge));

  /** Rows and columns to append before an area can be written that reaches over the border. */
  function grow(tab: Tab, area: Area): SheetsRequest[] {
    const list: SheetsRequest[] = [];
    const add = (dimension: requests.Dimension, length: number) => {
      if (length > 0) list.push({ appendDimension: { sheetId: tab.sheetId, dimension, length } });
    };
    add("ROWS", area.endRow - tab.rowCount);
    add("COLUMNS", area.endColumn - tab.columnCount);
    return list;
  }

  return {
    /** Types texts into cells from the area's first cell on. */
    async type(
      tab: Tab,
      row: number,
      column: number,
      values: readonly (readonly string[])[],
      label = "输入",
    ): Promise<Area> {
      const area = areaAt(row, column, values.length, Math.max(...values.map((line) => line.length)));
      const growth = grow(tab, area);
      if (growth.length > 0) {
        await api.batchUpdate(growth);
        await book.refresh();
      }
      await onCells(label, tab, area, () => api.typeValues(areaName(tab.title, area), values));
      return area;
    },

    /** Empties the area's cells in the given runs of rows. */
    clear: (tab: Tab, area: Area, runs: readonly Run[]) =>
      onCells(
        "清除内容",
        tab,
        area,
        batch(runs.map(([startRow, endRow]) => requests.clearCells(tab.sheetId, { ...area, startRow, endRow }))),
      ),

    async insert(tab: Tab, dimension: requests.Dimension, at: number, count: number): Promise<void> {
      const label = dimension === "ROWS" ? "插入行" : "插入列";
      await history.perform({
        label,
        run: batch([requests.insertDimension(tab.sheetId, dimension, at, count)]),
        undo: [requests.deleteDimension(tab.sheetId, dimension, at, at + count)],
        guard: { sheetId: tab.sheetId, area: lines(tab, dimension, at, at + count) },
      });
    },

    /** Deletes runs of rows or columns, given from the top. */
    async remove(tab: Tab, dimension: requests.Dimension, runs: readonly Run[]): Promise<void> {
      const undo: SheetsRequest[] = [];
      let keepsAll = true;
      for (const [start, end] of runs) {
        const area = lines(tab, dimension, start, end);
        const kept = await history.keep(tab.title, area);
        if (!kept) keepsAll = false;
        else
          undo.push(
            requests.insertDimension(tab.sheetId, dimension, start, end - start),
            ...merged(tab, area).map((merge) => requests.unmergeCells(tab.sheetId, merge)),
            requests.restoreCells(tab.sheetId, area, kept),
            ...merged(tab, area).map((merge) => requests.mergeCells(tab.sheetId, merge)),
          );
      }
      const run = batch(
        runs.toReversed().map(([start, end]) => requests.deleteDimension(tab.sheetId, dimension, start, end)),
      );
      const label = dimension === "ROWS" ? "删除行" : "删除列";
      await history.perform({ label, run, undo: keepsAll ? undo : [], guard: null, lossy: true });
    },

    async move(tab: Tab, dimension: requests.Dimension, start: number, end: number, to: number): Promise<void> {
      const landed = to > start ? to - (end - start) : to;
      await history.perform({
        label: dimension === "ROWS" ? "移动行" : "移动列",
        run: batch([requests.moveDimension(tab.sheetId, dimension, start, end, to)]),
        undo: [requests.moveBack(tab.sheetId, dimension, start, end, to)],
        guard: { sheetId: tab.sheetId, area: lines(tab, dimension, landed, landed + end - start) },
      });
    },

    sort: (tab: Tab, area: Area, column: number, ascending: boolean) =>
      onCells("排序", tab, area, batch([requests.sortRange(tab.sheetId, area, column, ascending)])),

    /** Copies or cuts cells of a tab to a place; a copy fills `to` when it is larger than its source. */
    async paste(from: { tab: Tab; area: Area; cut: boolean }, tab: Tab, to: Area): Promise<Area> {
      const single =
        from.cut || rowCount(to) % rowCount(from.area) !== 0 || columnCount(to) % columnCount(from.area) !== 0;
      const area = single ? areaAt(to.startRow, to.startColumn, rowCount(from.area), columnCount(from.area)) : to;
      const growth = grow(tab, area);
      if (!from.cut) {
        const copy = requests.copyPaste(from.tab.sheetId, from.area, tab.sheetId, area);
        if (growth.length > 0) await api.batchUpdate(growth);
        await onCells("粘贴", tab, area, batch([copy]), [requests.unmergeCells(tab.sheetId, area)]);
        return area;
      }
      if (growth.length > 0) await api.batchUpdate(growth);
      const source = await history.keep(from.tab.title, from.area);
      const target = await history.keep(tab.title, area);
      const undo =
        source && target
          ? [
              requests.unmergeCells(tab.sheetId, area),
              requests.restoreCells(tab.sheetId, area, target),
              requests.restoreCells(from.tab.sheetId, from.area, source),
              ...remerge(from.tab, from.area),
            ]
          : [];
      const cut = requests.cutPaste(from.tab.sheetId, from.area, tab.sheetId, area.startRow, area.startColumn);
      await history.perform({ label: "剪切粘贴", run: batch([cut]), undo, guard: { sheetId: tab.sheetId, area } });
      return area;
    },

    merge: (tab: Tab, area: Area) =>
      onCells("合并单元格", tab, area, batch([requests.mergeCells(tab.sheetId, area)]), [
        requests.unmergeCells(tab.sheetId, area),
      ]),

    unmerge: (tab: Tab, area: Area) =>
      history.perform({
        label: "取消合并",
        run: batch([requests.unmergeCells(tab.sheetId, area)]),
        undo: remerge(tab, area),
        guard: { sheetId: tab.sheetId, area },
      }),

    /** Makes the area a table whose header is its first row. */
    async makeTable(tab: Tab, area: Area): Promise<void> {
      const tableId = String(Date.now());
      const kept = await history.keep(tab.title, area);
      await history.perform({
        label: "转换为表格",
        run: batch([requests.addTable(tableId, tab.sheetId, area)]),
        undo: kept ? requests.revertTable(tableId, tab.sheetId, area, kept) : [],
        guard: { sheetId: tab.sheetId, area },
      });
    },

    async revertTable(tab: Tab, { area, body }: TabTable): Promise<void> {
      const kept = await history.keep(tab.title, area);
      if (!kept) return say("表格太大，无法还原", "error");
      await history.perform({
        label: "还原为普通区域",
        run: batch(requests.revertTable(body.tableId, tab.sheetId, area, kept)),
        undo: [{ addTable: { table: body } }],
        guard: { sheetId: tab.sheetId, area },
      });
    },

    note: (tab: Tab, row: number, column: number, text: string) =>
      onCells("修改备注", tab, areaAt(row, column), batch([requests.setNote(tab.sheetId, row, column, text)])),

    bold: (tab: Tab, area: Area, bold: boolean) =>
      onCells("加粗", tab, area, batch([requests.setBold(tab.sheetId, area, bold)])),

    hide: (tab: Tab, dimension: requests.Dimension, start: number, end: number, hidden: boolean) =>
      history.perform({
        label: hidden ? "隐藏" : "取消隐藏",
        run: batch([requests.hideDimension(tab.sheetId, dimension, start, end, hidden)]),
        undo: [requests.hideDimension(tab.sheetId, dimension, start, end, !hidden)],
        guard: null,
      }),

    freeze: (tab: Tab, rows: number) =>
      history.perform({
        label: "冻结",
        run: batch([requests.freezeRows(tab.sheetId, rows)]),
        undo: [requests.freezeRows(tab.sheetId, tab.frozenRows)],
        guard: null,
      }),

    resize: (tab: Tab, column: number, widthPx: number, beforePx: number) =>
      history.perform({
        label: "调整列宽",
        run: batch([requests.resizeColumn(tab.sheetId, column, widthPx)]),
        undo: [requests.resizeColumn(tab.sheetId, column, beforePx)],
        guard: null,
      }),

    filter: (tab: Tab, area: Area) => api.batchUpdate([requests.setFilter(tab.sheetId, area)]),

    /** Of the filter's rows shows only those with this text in this column, besides what other columns already hide. */
    async filterByText(tab: Tab, filter: TabFilter, column: number, text: string): Promise<void> {
      const texts = new Set(await readFilterColumn(api, tab.title, filter.area, column));
      texts.delete(text);
      const hiddenValues = new Map([...filter.hiddenValues, [column, texts]]);
      await api.batchUpdate([requests.setFilter(tab.sheetId, filter.area, hiddenValues)]);
    },

    clearFilter: (tab: Tab) => api.batchUpdate([{ clearBasicFilter: { sheetId: tab.sheetId } }]),
  };
}
