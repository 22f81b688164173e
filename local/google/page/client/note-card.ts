import { isSystemNote } from "./cell-text.ts";

/** The card that shows a cell's note beside it. */
export function makeNoteCard(host: HTMLElement) {
  const card = document.createElement("div");
  card.className = "note-card";
  card.setAttribute("role", "note");
  card.hidden = true;
  host.append(card);
  return {
    /** Shows the note at the right of a cell's box; without a note or box the card goes away. */
    show(note: string | undefined, box: DOMRect | null): void {
      card.hidden = !note || !box;
      if (!note || !box) return;
      card.textContent = note;
      card.classList.toggle("system", isSystemNote(note));
      const right = box.right + 8;
      const fits = right + card.offsetWidth < host.clientWidth;
      card.style.left = `${fits ? right : Math.max(4, box.left - card.offsetWidth - 8)}px`;
      card.style.top = `${Math.max(4, Math.min(box.top, host.clientHeight - card.offsetHeight - 4))}px`;
    },
  };
}
