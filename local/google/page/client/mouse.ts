import type { GridView } from "./grid-view.ts";
import type { Selection } from "./selection.ts";

type Hooks = {
  /** Called before the selection moves, so that a cell being edited is committed. */
  readonly leave: () => void;
  readonly edit: () => void;
  readonly menu: (x: number, y: number) => void;
  readonly hover: (place: { row: number; column: number } | null) => void;
  /** Rows [start, end) were dragged to stand before row `to`. */
  readonly moveRows: (start: number, end: number, to: number) => void;
};

/** Pressing, dragging, double and right clicks on the grid. Whole selected rows can be dragged by their numbers. */
export function listenToMouse(host: HTMLElement, view: GridView, selection: Selection, hooks: Hooks): void {
  let drag: "cells" | "rows" | "columns" | "move-rows" | null = null;
  let from = 0;

  host.addEventListener("mousedown", (event) => {
    if ((event.target as HTMLElement).id === "cell-editor") return;
    const header = view.headerOf(event);
    const place = view.placeOf(event);
    if (header === null && !place) return;
    if ((event.target as HTMLElement).closest(".slick-resizable-handle")) return;
    event.preventDefault();
    hooks.leave();
    const area = selection.area();
    if (header === "corner") selection.selectAll();
    else if (header !== null) {
      if (
        event.button === 2 &&
        selection.whole() === "columns" &&
        header >= area.startColumn &&
        header < area.endColumn
      )
        return;
      from = event.shiftKey ? selection.active().column : header;
      selection.selectColumns(from, header);
      drag = "columns";
    } else if (place?.head) {
      const inside = selection.whole() === "rows" && place.row >= area.startRow && place.row < area.endRow;
      if (inside && !event.shiftKey) {
        from = place.row;
        drag = event.button === 0 ? "move-rows" : null;
        return;
      }
      from = event.shiftKey ? selection.active().row : place.row;
      selection.selectRows(from, place.row);
      drag = "rows";
    } else if (place) {
      if (event.button === 2 && view.isSelected(place)) return;
      if (event.shiftKey) selection.extendTo(place);
      else selection.select(place);
      drag = "cells";
    }
    if (event.button !== 0) drag = null;
  });

  host.addEventListener("mousemove", (event) => {
    const place = view.placeOf(event);
    hooks.hover(drag === null && place && !place.head ? place : null);
    if (drag === null || event.buttons !== 1) return;
    const header = view.headerOf(event);
    if (drag === "columns") {
      const column = typeof header === "number" ? header : place?.column;
      if (column !== undefined) selection.selectColumns(from, column);
    } else if (!place) return;
    else if (drag === "rows") selection.selectRows(from, place.row);
    else if (drag === "cells" && !place.head) selection.extendTo(place);
    host.classList.toggle("moving-rows", drag === "move-rows" && place?.row !== from);
  });
  host.addEventListener("mouseleave", () => hooks.hover(null));

  addEventListener("mouseup", (event) => {
    const was = drag;
    drag = null;
    host.classList.remove("moving-rows");
    if (was !== "move-rows") return;
    const area = selection.area();
    const to = host.contains(event.target as Node) ? view.placeOf(event)?.row : undefined;
    if (to === undefined || to === from) selection.selectRows(from, from);
    else if (to < area.startRow) hooks.moveRows(area.startRow, area.endRow, to);
    else if (to >= area.endRow) hooks.moveRows(area.startRow, area.endRow, to + 1);
  });

  host.addEventListener("dblclick", (event) => {
    const place = view.placeOf(event);
    if (place && !place.head) hooks.edit();
  });
  host.addEventListener("contextmenu", (event) => {
    if (!view.placeOf(event) && view.headerOf(event) === null) return;
    event.preventDefault();
    hooks.menu(event.clientX, event.clientY);
  });
}
