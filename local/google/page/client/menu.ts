/** A menu at a place on the screen: entries, or null for a line between groups. */
export type MenuEntry = { readonly label: string; readonly run: () => void; readonly off?: boolean } | null;

export function openMenu(x: number, y: number, entries: readonly MenuEntry[]): void {
  document.querySelector(".menu")?.remove();
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.setAttribute("role", "menu");
  for (const entry of entries) {
    if (entry === null) {
      menu.append(document.createElement("hr"));
      continue;
    }
    const item = document.createElement("button");
    item.type = "button";
    item.textContent = entry.label;
    item.disabled = entry.off ?? false;
    item.setAttribute("role", "menuitem");
    item.addEventListener("click", () => {
      close();
      entry.run();
    });
    menu.append(item);
  }
  document.body.append(menu);
  menu.style.left = `${Math.max(4, Math.min(x, innerWidth - menu.offsetWidth - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, innerHeight - menu.offsetHeight - 4))}px`;

  function close(): void {
    menu.remove();
    removeEventListener("mousedown", outside, true);
    removeEventListener("keydown", onEscape, true);
  }
  function outside(event: MouseEvent): void {
    if (!menu.contains(event.target as Node)) close();
  }
  function onEscape(event: KeyboardEvent): void {
    if (event.key === "Escape") close();
  }
  addEventListener("mousedown", outside, true);
  addEventListener("keydown", onEscape, true);
}
