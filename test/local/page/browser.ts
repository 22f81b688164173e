import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** Debian's Chromium, or the one named by CHROMIUM. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(chromiumPath);

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A window on a spreadsheet, driven as a person does: by keys, and by what stands on the screen. */
export function makeWindow(page: Page) {
  // Shorter than a test's time, so that a failure says which step it was.
  page.setDefaultTimeout(8_000);
  return {
    page,
    async open(url: string): Promise<void> {
      await page.goto(url);
      await page.waitForSelector("body[data-ready]");
    },
    /** Selects a cell by the name box. */
    async select(cell: string): Promise<void> {
      await page.fill("#cell-name", cell);
      await page.press("#cell-name", "Enter");
    },
    /** Selects an area from its first to its last cell. */
    async selectArea(from: string, rowsDown: number, columnsRight: number): Promise<void> {
      await this.select(from);
      for (let row = 0; row < rowsDown; row++) await page.keyboard.press("Shift+ArrowDown");
      for (let column = 0; column < columnsRight; column++) await page.keyboard.press("Shift+ArrowRight");
    },
    async type(cell: string, text: string): Promise<void> {
      await this.select(cell);
      await page.keyboard.insertText(text);
      await page.keyboard.press("Enter");
    },
    press: (key: string) => page.keyboard.press(key),
    tool: (id: string) => page.click(`#tool-${id}`),
    /** Waits until a cell shows a text, "" for a blank cell without format. */
    async shows(cell: string, text: string): Promise<void> {
      const box = page.locator(`.cell[data-cell="${cell}"]`);
      if (text === "") await box.waitFor({ state: "detached" });
      else await page.locator(`.cell[data-cell="${cell}"] > span`, { hasText: exactly(text) }).waitFor();
    },
    /** The number at the head of the row under the pointer's `text`. */
    rowHead: (row: number) => page.locator(".row-head", { hasText: exactly(String(row)) }),
    menu: (label: string) => page.locator(".menu button", { hasText: exactly(label) }).click(),
    async says(text: string | RegExp): Promise<void> {
      await page.locator(".message", { hasText: text }).waitFor();
    },
  };
}

export type Window = ReturnType<typeof makeWindow>;

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}
