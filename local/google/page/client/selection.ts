import { type Area, areaAt, areaBetween, growOverMerges } from "./area.ts";
import type { Book } from "./book.ts";

export type Place = { readonly row: number; readonly column: number };
export type Selection = ReturnType<typeof makeSelection>;

/** The active cell and the rectangle around it. Places are sheet rows and columns, not what the grid draws. */
export function makeSelection(book: Book, changed: () => void) {
  let anchor: Place = { row: 0, column: 0 };
  let head: Place = { row: 0, column: 0 };
  let whole: "none" | "rows" | "columns" | "all" = "none";

  const lastRow = () => Math.max(0, (book.tab()?.rowCount ?? 1) - 1);
  const lastColumn = () => Math.max(0, (book.tab()?.columnCount ?? 1) - 1);
  const inside = (place: Place): Place => ({
    row: Math.min(Math.max(0, place.row), lastRow()),
    column: Math.min(Math.max(0, place.column), lastColumn()),
  });
  /** A merged cell is addressed by its first cell. */
  const origin = (place: Place): Place => {
    const merge = book.mergeAt(place.row, place.column);
    return merge ? { row: merge.startRow, column: merge.startColumn } : place;
  };
  /** The first cell of a whole row or column that is not part of a cell merged from elsewhere. */
  function active(): Place {
    let { row, column } = inside(anchor);
    for (let merge = book.mergeAt(row, column); merge && whole === "columns" && merge.startColumn !== column; ) {
      row = merge.endRow;
      merge = book.mergeAt(row, column);
    }
    for (let merge = book.mergeAt(row, column); merge && whole === "rows" && merge.startRow !== row; ) {
      column = merge.endColumn;
      merge = book.mergeAt(row, column);
    }
    return origin(inside({ row, column }));
  }
  const set = (nextAnchor: Place, nextHead: Place, nextWhole: typeof whole): void => {
    anchor = inside(nextAnchor);
    head = inside(nextHead);
    whole = nextWhole;
    changed();
  };

  function area(): Area {
    const all = { startRow: 0, endRow: lastRow() + 1, startColumn: 0, endColumn: lastColumn() + 1 };
    const between = areaBetween(inside(anchor), inside(head));
    if (whole === "all") return all;
    if (whole === "rows") return { ...between, startColumn: 0, endColumn: all.endColumn };
    if (whole === "columns") return { ...between, startRow: 0, endRow: all.endRow };
    return growOverMerges(between, book.tab()?.merges ?? []);
  }

  /** The next place in a direction that is neither hidden nor the same merged cell; the same place at the border. */
  function step(from: Place, rows: number, columns: number): Place {
    const merge = book.mergeAt(from.row, from.column) ?? areaAt(from.row, from.column);
    const { rowHidden, columnHidden } = book.dimensions();
    let row = rows > 0 ? merge.endRow - 1 + rows : rows < 0 ? merge.startRow + rows : from.row;
    let column = columns > 0 ? merge.endColumn - 1 + columns : columns < 0 ? merge.startColumn + columns : from.column;
    row = Math.min(Math.max(0, row), lastRow());
    column = Math.min(Math.max(0, column), lastColumn());
    while (rows !== 0 && rowHidden(row) && row > 0 && row < lastRow()) row += Math.sign(rows);
    while (columns !== 0 && columnHidden(column) && column > 0 && column < lastColumn()) column += Math.sign(columns);
    return rowHidden(row) || columnHidden(column) ? from : { row, column };
  }

  return {
    area,
    active,
    head: () => inside(head),
    whole: () => whole,
    select: (place: Place) => set(origin(place), place, "none"),
    extendTo: (place: Place) => set(anchor, place, whole === "all" ? "none" : whole),
    selectRows: (from: number, to: number) => set({ row: from, column: 0 }, { row: to, column: 0 }, "rows"),
    selectColumns: (from: number, to: number) => set({ row: 0, column: from }, { row: 0, column: to }, "columns"),
    selectAll: () => set(anchor, anchor, "all"),
    selectArea: (next: Area) =>
      set(
        { row: next.startRow, column: next.startColumn },
        { row: next.endRow - 1, column: next.endColumn - 1 },
        "none",
      ),
    /** Arrow keys; with `extend` the rectangle grows and the active cell stays. */
    move(rows: number, columns: number, extend: boolean): void {
      if (extend) set(anchor, step(head, rows, columns), whole);
      else {
        const next = origin(step(origin(anchor), rows, columns));
        set(next, next, "none");
      }
    },
    /** Others moved rows: the selection goes along. */
    shiftRows(rows: number): void {
      if (rows !== 0) set({ ...anchor, row: anchor.row + rows }, { ...head, row: head.row + rows }, whole);
    },
  };
}
