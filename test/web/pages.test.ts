import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumThere, seriousViolations, startBrowser, widths } from "./browser.ts";
import { type PageStack, startPageStack } from "./page-stack.ts";
import { type Seeded, seedPages } from "./seed-pages.ts";

const dayMs = 86_400_000;

/** Every page once. */
const hashes = ({ conflicted }: Seeded) => [
  "#/",
  "#/unit/ah",
  "#/unit/cn/PROBLEMS",
  "#/unit/cn/TOPICS",
  `#/item/${conflicted}`,
  "#/item/P000000000000",
  "#/inbox",
  "#/sheets",
  "#/sheet/sheet-dulan",
];

describe.skipIf(!chromiumThere)("pages in Chromium (skipped where it is not installed)", () => {
  let stack: PageStack;
  let seeded: Seeded;
  let browser: Browser;
  let page: Page;
  const noise: string[] = [];

  beforeAll(async () => {
    let lagMs = 0;
    stack = await startPageStack(() => Date.now() - lagMs);
    seeded = await seedPages(stack, (days) => {
      lagMs = days * dayMs;
    });
    browser = await startBrowser();
    page = await browser.newPage({ viewport: widths.desktop });
    page.on("console", (message) => {
      if (message.type() === "error") noise.push(message.text());
    });
    page.on("pageerror", (error) => noise.push(error.message));
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  const open = async (hash: string) => {
    await page.goto(`${stack.origin}/${hash}`);
    await page.locator("main h1").first().waitFor();
  };
  const become = async (unit: string, name: string, role: string) => {
    await page.locator(".who summary").click();
    await page.locator("#identity-unit").fill(unit);
    await page.locator("#identity-role").selectOption(role);
    await page.locator(".identity button").click();
    await page.locator(".who summary", { hasText: name }).waitFor();
  };

  test("[V1] the first page shows the viewer's unit with its figures, their change and its children", async () => {
    await open("#/");
    expect(await page.locator("h1").textContent()).toContain("全行业");
    const problems = page.locator(".figure", { has: page.getByText("问题数", { exact: true }) });
    expect(await problems.locator(".figure-value").textContent()).toBe("20不全");
    const closure = page.locator(".figure", { has: page.getByText("销号率", { exact: true }) });
    expect(await closure.locator(".figure-fraction").textContent()).toBe("6/20");
    expect(await page.locator(".ranking tbody tr").count()).toBe(3);
    expect(await page.locator("#missing .count").textContent()).toBe("2");
  });

  test("[V2] a figure leads to its items, an item to the clerk's own words and its history", async () => {
    await open("#/unit/cn/OVERDUE");
    expect(await page.locator(".items tbody tr").count()).toBe(3);
    await open(`#/item/${seeded.conflicted}`);
    const due = page.locator("tr", { has: page.getByRole("rowheader", { name: "整改时限" }) });
    expect(await due.locator(".typed").textContent()).toBe("看情况");
    expect(await due.locator(".late").textContent()).toContain("看不懂");
    expect(await page.locator(".history li").count()).toBe(1);
  });

  test("[V3] a verifier returns an item with a reason, and it leaves the inbox", async () => {
    await open("#/inbox");
    const card = page.locator(".cards li", { hasText: "贵池区局" });
    await card.getByRole("button", { name: "退回整改" }).click();
    await card.getByRole("textbox").fill("请补充回访记录和客户签字确认材料");
    await card.getByRole("button", { name: "退回整改" }).click();
    await card.waitFor({ state: "detached" });
    const item = (await stack.store.getItems([seeded.submitted], "STRONG")).get(seeded.submitted);
    expect(item?.workflow).toMatchObject({
      state: "IN_PROGRESS",
      returnCount: 1,
      reason: "请补充回访记录和客户签字确认材料",
    });
  });

  test("[V4] a conflict is settled by choosing a side, for good", async () => {
    await open(`#/item/${seeded.conflicted}`);
    await become("ah-chizhou-guichi", "贵池区局", "LEADER");
    await open(`#/item/${seeded.conflicted}`);
    await page.getByRole("button", { name: "以表格为准" }).click();
    await page.locator(".conflict").waitFor({ state: "detached" });
    const item = (await stack.store.getItems([seeded.conflicted], "STRONG")).get(seeded.conflicted);
    expect(item?.texts.progress).toBe("已完成七成，预计本月底完成");
    expect(item?.conflicts.every(({ settledAt }) => settledAt !== null)).toBe(true);
  });

  test("[V5] a braked spreadsheet says why, and a leader releases it", async () => {
    await open("#/");
    await become("qh-haixi-dulan", "都兰县局", "LEADER");
    await open("#/sheet/sheet-dulan");
    expect(await page.locator(".warn").textContent()).toContain("9行不见了");
    await page.getByRole("button", { name: "确认无误，继续同步" }).click();
    await page.locator("header [role=status]").filter({ hasText: /./ }).waitFor();
    expect((await stack.store.getLink("sheet-dulan"))?.releasedPass).toBe("pass-1");
  });

  test("[V6] every page is readable by machines and fits a phone, in both languages", async () => {
    for (const [name, viewport] of Object.entries(widths)) {
      const visit = await browser.newPage({ viewport });
      for (const [index, hash] of hashes(seeded).entries()) {
        await visit.goto(`${stack.origin}/${hash}`);
        await visit.locator("main h1").first().waitFor();
        if (index % 2 === 1) await visit.locator(".top button.plain").click();
        expect({ name, hash, violations: await seriousViolations(visit) }).toEqual({ name, hash, violations: [] });
        const overflow = await visit.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect({ name, hash, overflow: overflow > 0 }).toEqual({ name, hash, overflow: false });
      }
      await visit.close();
    }
  }, 120_000);

  test("[V14] in English every word of the pages themselves is English; what bureaus wrote stays as it is", async () => {
    const visit = await browser.newPage({ viewport: widths.desktop });
    await visit.addInitScript('localStorage.setItem("ledger.language", "en")');
    // Names of units and texts of ledgers stand in links, cells and paragraphs; these are the pages' own.
    const own =
      ".top nav, .brand, .figure-name, .figure-change, .legend, .legend-line, thead, dt, label, option, section > h2, button:not(.plain):not(.twist), .chip, .light-word";
    for (const hash of hashes(seeded)) {
      await visit.goto(`${stack.origin}/${hash}`);
      await visit.locator("main h1").first().waitFor();
      const texts = await visit.locator(own).allTextContents();
      expect(texts.length).toBeGreaterThan(3);
      expect({ hash, chinese: texts.filter((text) => /\p{Script=Han}/u.test(text)) }).toEqual({ hash, chinese: [] });
    }
    expect(await visit.locator("html").getAttribute("lang")).toBe("en");
    await visit.close();
  }, 120_000);

  test("[V7] the keyboard alone reaches the content, the tree and a unit", async () => {
    await open("#/");
    await page.reload();
    await page.locator("main h1").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.locator(".ranking tbody a, .tree a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/unit\//);
  });

  test("[V8] no page logs an error or breaks the content security policy", () => {
    expect(noise).toEqual([]);
  });

  test("[V9] the script before charts is below 300 kB compressed", () => {
    const dir = fileURLToPath(new URL("../../web/dist/assets/", import.meta.url));
    const scripts = readdirSync(dir).filter((name) => name.endsWith(".js") && statSync(dir + name).isFile());
    const first = scripts.filter((name) => !name.startsWith("trend-drawing"));
    expect(first.length).toBeGreaterThan(0);
    const bytes = first.reduce((sum, name) => sum + gzipSync(readFileSync(dir + name)).length, 0);
    expect(bytes).toBeLessThan(300_000);
  });
});
