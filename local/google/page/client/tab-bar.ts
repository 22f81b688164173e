import type { SheetsApi } from "./api.ts";
import type { Book, Tab } from "./book.ts";
import { askText, confirmAct } from "./dialogs.ts";
import { openMenu } from "./menu.ts";

type Parts = {
  readonly api: SheetsApi;
  readonly book: Book;
  readonly open: (sheetId: number) => void;
  /** Runs an act, shows its refusal, and reads the spreadsheet anew. Answers the id of a tab to open, if any. */
  readonly act: (run: () => Promise<number | undefined>) => void;
};

/** The tabs at the foot of the page. */
export function makeTabBar(host: HTMLElement, { api, book, open, act }: Parts) {
  const added = (reply: Awaited<ReturnType<SheetsApi["batchUpdate"]>>, kind: string) =>
    reply.replies?.[0]?.[kind]?.properties?.sheetId;

  function freeTitle(): string {
    const taken = new Set(book.tabs().map((tab) => tab.title));
    let at = book.tabs().length + 1;
    while (taken.has(`工作表${at}`)) at++;
    return `工作表${at}`;
  }

  async function rename(tab: Tab): Promise<void> {
    const title = (await askText({ title: "重命名工作表", value: tab.title }))?.trim();
    if (!title || title === tab.title) return;
    act(async () => {
      await api.batchUpdate([
        { updateSheetProperties: { properties: { sheetId: tab.sheetId, title }, fields: "title" } },
      ]);
      return undefined;
    });
  }

  async function remove(tab: Tab): Promise<void> {
    const text = `工作表“${tab.title}”及其全部内容将被删除，不能撤销。`;
    if (!(await confirmAct({ title: "删除工作表", text, okLabel: "删除" }))) return;
    act(async () => {
      await api.batchUpdate([{ deleteSheet: { sheetId: tab.sheetId } }]);
      return undefined;
    });
  }

  function duplicate(tab: Tab): void {
    act(async () =>
      added(
        await api.batchUpdate([
          { duplicateSheet: { sourceSheetId: tab.sheetId, insertSheetIndex: book.tabs().indexOf(tab) + 1 } },
        ]),
        "duplicateSheet",
      ),
    );
  }

  function add(): void {
    act(async () => added(await api.batchUpdate([{ addSheet: { properties: { title: freeTitle() } } }]), "addSheet"));
  }

  function menu(x: number, y: number, tab: Tab): void {
    openMenu(x, y, [
      { label: "重命名…", run: () => void rename(tab) },
      { label: "创建副本", run: () => duplicate(tab) },
      { label: "删除…", run: () => void remove(tab), off: book.tabs().length < 2 },
    ]);
  }

  // On the host, because the first click of the two draws the tabs anew.
  host.addEventListener("dblclick", (event) => {
    const button = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>(".tab");
    const tab = book.tabs().find((each) => String(each.sheetId) === button?.dataset.sheetId);
    if (tab) void rename(tab);
  });

  return {
    draw(): void {
      const plus = document.createElement("button");
      plus.type = "button";
      plus.className = "add-tab";
      plus.title = "添加工作表";
      plus.textContent = "＋";
      plus.addEventListener("click", add);
      const buttons = book
        .tabs()
        .filter((tab) => !tab.hidden)
        .map((tab) => {
          const button = document.createElement("button");
          button.type = "button";
          button.className = tab.sheetId === book.tab()?.sheetId ? "tab open" : "tab";
          button.setAttribute("role", "tab");
          button.setAttribute("aria-selected", String(tab.sheetId === book.tab()?.sheetId));
          button.textContent = tab.title;
          button.dataset.sheetId = String(tab.sheetId);
          button.addEventListener("click", () => open(tab.sheetId));
          button.addEventListener("contextmenu", (event) => {
            event.preventDefault();
            menu(event.clientX, event.clientY, tab);
          });
          return button;
        });
      host.replaceChildren(plus, ...buttons);
    },
  };
}
