import { type Column, SlickGrid } from "slickgrid";
import { cellName, columnLetters, contains } from "./area.ts";
import type { Book } from "./book.ts";
import { drawCell } from "./cell-draw.ts";
import { shownText } from "./cell-text.ts";
import { filterMark } from "./filter.ts";
import { makeRowMap, mergeMetadata, type RowMap } from "./row-map.ts";
import type { Place, Selection } from "./selection.ts";

export type GridView = ReturnType<typeof makeGridView>;
type Item = { readonly row: number };

const ROW_HEIGHT_PX = 25;
const HEAD_WIDTH_PX = 48;
/** Blank neighbours looked at when text runs over them. */
const SPILL_COLUMNS = 12;

/** Not a bare number: the grid would take it for a drawn column's place. */
const columnId = (column: number): string => `c${column}`;
const columnOfId = (id: string): number => Number(id.slice(1));

type Hooks = {
  /** Rows [start, end) came into sight. */
  readonly onRowsInSight: (start: number, end: number) => void;
  readonly onScroll: () => void;
  readonly onColumnResized: (column: number, widthPx: number) => void;
};

/** Draws the open tab: only what is in sight is in the document. Rebuilt when the layout of the tab changes. */
export function makeGridView(host: HTMLElement, book: Book, selection: Selection, hooks: Hooks) {
  let grid: SlickGrid<Item> | null = null;
  let rows: RowMap = makeRowMap(0, () => false);
  let columns: readonly number[] = [];
  let layout = "";

  const gridColumn = (column: number) => columns.indexOf(column) + 1;

  function build(): void {
    const tab = book.tab();
    if (!tab) return;
    const { columnHidden, widthPx, rowHidden } = book.dimensions();
    rows = makeRowMap(tab.rowCount, rowHidden);
    columns = Array.from({ length: tab.columnCount }, (_, column) => column).filter((column) => !columnHidden(column));
    const widths = columns.map(widthPx);
    const frozenRows = rows.visibleBefore(tab.frozenRows);
    const frozenColumns = columns.filter((column) => column < tab.frozenColumns).length;
    const next = JSON.stringify([tab.sheetId, rows.signature, columns, widths, frozenRows, frozenColumns, tab.merges]);
    if (grid && next === layout) {
      grid.invalidate();
      paintSelection();
      report();
      return;
    }
    const sameTab = JSON.parse(layout || "[]")[0] === tab.sheetId;
    const scroll = sameTab ? scrollPlace() : { top: 0, left: 0 };
    layout = next;
    grid?.destroy(true);
    host.replaceChildren();
    host.classList.toggle("frozen", frozenRows > 0);
    const metadata = mergeMetadata(tab.merges, rows, gridColumn, { rows: frozenRows, cells: frozenColumns + 1 });
    const data = {
      getLength: () => rows.length,
      getItem: (at: number): Item => ({ row: rows.toSheet(at) }),
      getItemMetadata: (at: number) => metadata.get(at) ?? null,
    };
    grid = new SlickGrid<Item>(
      host,
      data as never,
      [headColumn(), ...columns.map((column, at) => dataColumn(column, widths[at] ?? 100))],
      {
        rowHeight: ROW_HEIGHT_PX,
        enableCellNavigation: false,
        enableColumnReorder: false,
        enableCellRowSpan: tab.merges.length > 0,
        enableTextSelectionOnCells: false,
        frozenColumn: frozenColumns,
        frozenRow: frozenRows > 0 ? frozenRows : -1,
        skipFreezeColumnValidation: true,
        throwWhenFrozenNotAllViewable: false,
        syncColumnCellResize: false,
        enableMouseWheelScrollHandler: false,
        scrollRenderThrottling: 10,
      },
    );
    grid.onScroll.subscribe(() => {
      report();
      hooks.onScroll();
    });
    grid.onColumnsResized.subscribe((_event, args) => {
      const resized = args.grid.getColumns();
      resized.forEach((column, at) => {
        const sheetColumn = columns[at - 1];
        const width = Math.round(column.width ?? 100);
        if (sheetColumn !== undefined && width !== book.dimensions().widthPx(sheetColumn))
          hooks.onColumnResized(sheetColumn, width);
      });
    });
    scroller()?.scrollTo({ top: scroll.top, left: scroll.left });
    paintSelection();
    report();
  }

  function headColumn(): Column<Item> {
    return {
      id: "head",
      field: "row",
      name: "",
      width: HEAD_WIDTH_PX,
      resizable: false,
      cssClass: "row-head",
      formatter: (_row, _cell, _value, _column, item) => ({
        text: String(item.row + 1),
        addClasses: rows.toGrid(item.row + 1) < 0 && item.row + 1 < (book.tab()?.rowCount ?? 0) ? "gap-below" : "",
      }),
    };
  }

  function dataColumn(column: number, width: number): Column<Item> {
    return {
      id: columnId(column),
      field: "row",
      name: columnLetters(column),
      width,
      minWidth: 20,
      formatter: (_row, _cell, _value, _column, item) => {
        const drawn = drawCell(
          cellName(item.row, column),
          book.cell(item.row, column),
          spillPx(item.row, column),
          filterMark(book.tab()?.filter, item.row, column),
        ) as HTMLElement;
        if (book.tableAt(item.row, column)?.area.startRow === item.row) drawn.classList?.add("table-head");
        return drawn;
      },
    };
  }

  function spillPx(row: number, column: number): number {
    if (book.mergeAt(row, column)) return 0;
    let width = 0;
    for (let at = gridColumn(column); at < Math.min(columns.length, gridColumn(column) + SPILL_COLUMNS); at++) {
      const next = columns[at] ?? 0;
      const neighbour = book.cell(row, next);
      if (shownText(neighbour) !== "" || neighbour?.userEnteredFormat?.backgroundColor || book.mergeAt(row, next))
        break;
      width += book.dimensions().widthPx(next);
    }
    return width;
  }

  function report(): void {
    const range = grid?.getRenderedRange();
    if (!range) return;
    const frozen = book.tab()?.frozenRows ?? 0;
    if (frozen > 0) hooks.onRowsInSight(0, frozen);
    hooks.onRowsInSight(
      rows.toSheet(Math.max(0, range.top)),
      rows.toSheet(Math.min(rows.length - 1, range.bottom)) + 1,
    );
  }

  function paintSelection(): void {
    if (!grid) return;
    const area = selection.area();
    const active = selection.active();
    const inRow: Record<string, string> = {};
    for (const column of columns)
      if (column >= area.startColumn && column < area.endColumn) inRow[columnId(column)] = "selected-cell";
    const selected: Record<number, Record<string, string>> = {};
    const many = area.endRow - area.startRow > 1 || area.endColumn - area.startColumn > 1;
    for (let row = area.startRow; row < area.endRow; row++) {
      const at = rows.toGrid(row);
      if (at >= 0) selected[at] = many ? { ...inRow, head: "selected-head" } : { head: "selected-head" };
    }
    grid.setCellCssStyles("selected", selected);
    const at = rows.toGrid(active.row);
    grid.setCellCssStyles("active", at >= 0 ? { [at]: { [columnId(active.column)]: "active-cell" } } : {});
    host.querySelectorAll<HTMLElement>(".slick-header-column").forEach((header) => {
      const column = columnOfId(header.dataset.id ?? "");
      header.classList.toggle("selected-head", column >= area.startColumn && column < area.endColumn);
    });
  }

  const scroller = () =>
    host.querySelector<HTMLElement>(
      grid && book.tab()?.frozenRows
        ? ".slick-viewport-bottom.slick-viewport-right"
        : ".slick-viewport-top.slick-viewport-right",
    );
  const scrollPlace = () => ({ top: scroller()?.scrollTop ?? 0, left: scroller()?.scrollLeft ?? 0 });

  // The frozen parts have no scrollbar of their own: turning the wheel over them scrolls the rest.
  host.addEventListener(
    "wheel",
    (event) => {
      const scrolled = scroller();
      if (!scrolled || scrolled.contains(event.target as Node)) return;
      event.preventDefault();
      scrolled.scrollBy(event.shiftKey ? event.deltaY : event.deltaX, event.shiftKey ? 0 : event.deltaY);
    },
    { passive: false },
  );

  return {
    build,
    paintSelection,
    /** Cells came: draw again. */
    redraw(): void {
      grid?.invalidate();
      paintSelection();
    },
    resize: () => grid?.resizeCanvas(),
    /** The cell under a mouse event: "head" parts are the row numbers. */
    placeOf(event: MouseEvent): (Place & { readonly head: boolean }) | null {
      const at = grid?.getCellFromEvent(event);
      if (!at) return null;
      const row = rows.toSheet(at.row);
      if (at.cell === 0) return { row, column: 0, head: true };
      return { row, column: columns[at.cell - 1] ?? 0, head: false };
    },
    /** The column whose header is under a mouse event. */
    headerOf(event: MouseEvent): number | "corner" | null {
      const target = event.target as HTMLElement;
      if (target.closest(".slick-resizable-handle")) return null;
      const header = target.closest<HTMLElement>(".slick-header-column");
      if (!header) return null;
      return header.dataset.id === "head" ? "corner" : columnOfId(header.dataset.id ?? "");
    },
    reveal(place: Place): void {
      const at = rows.toGrid(place.row);
      const cell = gridColumn(place.column);
      if (!grid || at < 0 || cell < 1) return;
      const tab = book.tab();
      if (place.row >= (tab?.frozenRows ?? 0)) grid.scrollRowIntoView(at, false);
      if (place.column >= (tab?.frozenColumns ?? 0)) grid.scrollColumnIntoView(cell);
    },
    /** Where a cell is on the screen, relative to the grid's host; null when it is not drawn. */
    boxOf(place: Place): DOMRect | null {
      const at = rows.toGrid(place.row);
      const node = at >= 0 ? grid?.getCellNode(at, gridColumn(place.column)) : null;
      if (!node) return null;
      const box = node.getBoundingClientRect();
      const frame = host.getBoundingClientRect();
      return new DOMRect(box.left - frame.left, box.top - frame.top, box.width, box.height);
    },
    rowsOnScreen: () => Math.max(1, Math.floor(host.clientHeight / ROW_HEIGHT_PX) - 2),
    isSelected: (place: Place) => contains(selection.area(), place.row, place.column),
  };
}
