/** The buttons above the grid. */
export type Tool = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly run: (button: HTMLElement) => void;
} | null;

export function drawToolbar(host: HTMLElement, tools: readonly Tool[]): void {
  host.replaceChildren(
    ...tools.map((tool) => {
      if (tool === null) {
        const line = document.createElement("span");
        line.className = "separator";
        return line;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.id = `tool-${tool.id}`;
      button.textContent = tool.label;
      button.title = tool.hint;
      // Keeps the keyboard in the grid.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => tool.run(button));
      return button;
    }),
  );
}
