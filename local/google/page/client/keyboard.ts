import type { CellEditor } from "./cell-editor.ts";
import type { Selection } from "./selection.ts";

type Hooks = {
  readonly rowsOnScreen: () => number;
  readonly clear: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly bold: () => void;
  readonly end: () => { row: number; column: number };
};

/** Keys as in Google Sheets. `box` has the keyboard at all times, `bar` while a person types in the formula bar. */
export function listenToKeyboard(
  box: HTMLElement,
  bar: HTMLElement,
  editor: CellEditor,
  selection: Selection,
  hooks: Hooks,
): void {
  for (const field of [box, bar]) {
    field.addEventListener("keydown", (event) => {
      // While an input method is composing, Enter and the arrows are its own.
      if (event.isComposing || event.keyCode === 229) return;
      const handled = editor.isEditing() ? whileEditing(event) : whileIdle(event);
      if (handled) event.preventDefault();
    });
  }

  function whileEditing(event: KeyboardEvent): boolean {
    if (event.key === "Escape") {
      editor.cancel();
      box.focus({ preventScroll: true });
    } else if (event.key === "Enter" && (event.altKey || event.ctrlKey)) editor.lineBreak();
    else if (event.key === "Enter" || event.key === "Tab") {
      editor.commit();
      box.focus({ preventScroll: true });
      const back = event.shiftKey ? -1 : 1;
      selection.move(event.key === "Enter" ? back : 0, event.key === "Tab" ? back : 0, false);
    } else return false;
    return true;
  }

  function whileIdle(event: KeyboardEvent): boolean {
    const command = event.ctrlKey || event.metaKey;
    const arrows: Record<string, readonly [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-hooks.rowsOnScreen(), 0],
      PageDown: [hooks.rowsOnScreen(), 0],
    };
    const arrow = arrows[event.key];
    const far = command && event.key.startsWith("Arrow") ? 10_000_000 : 1;
    if (arrow) selection.move(arrow[0] * far, arrow[1] * far, event.shiftKey);
    else if (event.key === "Tab") selection.move(0, event.shiftKey ? -1 : 1, false);
    else if (event.key === "Enter") event.shiftKey ? selection.move(-1, 0, false) : editor.open();
    else if (event.key === "F2") editor.open();
    else if (event.key === "Delete" || event.key === "Backspace") hooks.clear();
    else if (event.key === "Home") selection.select({ row: command ? 0 : selection.active().row, column: 0 });
    else if (event.key === "End")
      selection.select({ ...hooks.end(), ...(command ? {} : { row: selection.active().row }) });
    else if (event.key === " " && event.shiftKey)
      selection.selectRows(selection.area().startRow, selection.area().endRow - 1);
    else if (command) return commands(event);
    else return false;
    return true;
  }

  function commands(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) hooks.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) hooks.redo();
    else if (key === "b") hooks.bold();
    else if (key === "a") selection.selectAll();
    else return false;
    return true;
  }
}
