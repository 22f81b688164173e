import type { Place } from "./selection.ts";

export type CellEditor = ReturnType<typeof makeCellEditor>;

type Hooks = {
  /** The text of the cell as a person edits it. */
  readonly textOf: (place: Place) => string;
  readonly boxOf: (place: Place) => DOMRect | null;
  readonly active: () => Place;
  readonly commit: (place: Place, text: string) => void;
};

/**
 * One text box that always has the keyboard. Idle it lies invisible over the active cell, so that typing (with an
 * input method too) starts there; editing it is the cell's editor, and the formula bar above shows the same text.
 */
export function makeCellEditor(grid: HTMLElement, box: HTMLTextAreaElement, bar: HTMLTextAreaElement, hooks: Hooks) {
  let editing: { place: Place; original: string } | null = null;

  function position(): void {
    const place = editing?.place ?? hooks.active();
    const at = hooks.boxOf(place);
    box.classList.toggle("offscreen", at === null);
    if (!at) return;
    box.style.left = `${at.left}px`;
    box.style.top = `${at.top}px`;
    box.style.minWidth = `${at.width}px`;
    box.style.minHeight = `${at.height}px`;
    sizeToText(at);
  }

  /** Grows the box with its text, to the right first. */
  function sizeToText(at: DOMRect): void {
    box.style.width = `${at.width}px`;
    box.style.height = `${at.height}px`;
    if (!editing) return;
    const room = Math.max(at.width, Math.min(420, (box.parentElement?.clientWidth ?? 600) - at.left - 20));
    box.style.width = `${Math.min(room, Math.max(at.width, box.scrollWidth + 4))}px`;
    if (box.value.length > 12) box.style.width = `${room}px`;
    box.style.height = `${Math.max(at.height, box.scrollHeight)}px`;
  }

  function begin(text: string, original: string): void {
    editing = { place: hooks.active(), original };
    box.value = text;
    bar.value = text;
    box.classList.add("editing");
    position();
  }

  /** Ends editing and gives the keyboard back to the grid. Text that was not changed is not written. */
  function end(keep: boolean): void {
    if (!editing) return;
    const { place, original } = editing;
    const text = box.value;
    editing = null;
    box.classList.remove("editing");
    box.value = "";
    idle();
    if (keep && text !== original) hooks.commit(place, text);
  }

  /** Shows the active cell in the formula bar. Does nothing while a person is typing. */
  function idle(): void {
    if (editing) {
      position();
      return;
    }
    bar.value = hooks.textOf(hooks.active());
    box.value = "";
    position();
    if (
      document.activeElement !== box &&
      !(document.activeElement instanceof HTMLInputElement) &&
      !document.querySelector("dialog[open]")
    ) {
      box.focus({ preventScroll: true });
    }
  }

  box.addEventListener("compositionstart", () => {
    if (!editing) begin("", hooks.textOf(hooks.active()));
  });
  box.addEventListener("input", () => {
    if (!editing) begin(box.value, hooks.textOf(hooks.active()));
    bar.value = box.value;
    position();
  });
  // The grid library takes the keyboard at a click; it comes back here once that click is over.
  grid.addEventListener("focusin", () => queueMicrotask(() => box.focus({ preventScroll: true })));
  bar.addEventListener("focus", () => {
    if (!editing) begin(hooks.textOf(hooks.active()), hooks.textOf(hooks.active()));
  });
  bar.addEventListener("input", () => {
    box.value = bar.value;
    position();
  });

  return {
    position,
    idle,
    isEditing: () => editing !== null,
    place: () => editing?.place ?? null,
    /** Opens the active cell with its text. */
    open(): void {
      const text = hooks.textOf(hooks.active());
      begin(text, text);
      box.focus({ preventScroll: true });
      box.setSelectionRange(text.length, text.length);
    },
    commit: () => end(true),
    cancel: () => end(false),
    /** Puts a line break where the cursor is. */
    lineBreak(): void {
      const field = document.activeElement === bar ? bar : box;
      field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input"));
    },
    /** Others moved rows: the text being typed goes along with its cell. */
    shiftRows(rows: number): void {
      if (editing) editing = { ...editing, place: { ...editing.place, row: editing.place.row + rows } };
    },
  };
}
