import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
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
  "#/unit/cn/ACTIVITIES",
  "#/unit/cn/AVERAGE_DAYS",
  "#/unit/cn/REPORTING_RATE",
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
    const card = (name: string) => page.locator(".figure", { has: page.getByText(name, { exact: true }) });
    expect(await card("问题数").locator(".figure-value").textContent()).toBe("20不全");
    const told = async (name: string) =>
      Promise.all([".figure-value", ".fraction"].map((part) => card(name).locator(part).textContent()));
    expect(await Promise.all(["销号率", "完成或基本完成率", "平均整改周期", "报送率"].map(told))).toEqual([
      ["30.0%不全", "6/20"],
      ["60.0%不全", "12/20"],
      ["8.0 天不全", "48天/6项"],
      ["60.0%", "3/5"],
    ]);
    expect(await card("调研次数").locator(".figure-change").textContent()).toBe("比上月末 持平");
    expect(await page.locator("#missing .count").textContent()).toBe("2");
    const ranked = page.locator(".ranking tbody tr", { hasText: "安徽省局" });
    expect((await ranked.locator("td").allTextContents()).filter((text) => text.includes("/"))).toEqual([
      "43.8%7/16",
      "37.5%6/16",
      "50.0%8/16",
      "8.048天/6项",
      "100.0%2/2",
    ]);
    await page.getByRole("button", { name: "平均整改周期" }).click();
    expect(await page.locator(".ranking tbody th a").allTextContents()).toEqual(["!安徽省局", "大连市局", "青海省局"]);
  });

  test("[V1] what was not reported is told from what divides by nothing", async () => {
    await open("#/unit/dl");
    const told = (name: string) =>
      page
        .locator(".figure", { has: page.getByText(name, { exact: true }) })
        .locator("a > span")
        .allTextContents();
    expect([await told("课题数"), await told("按期完成率")]).toEqual([
      ["课题数", "—", "未报送"],
      ["按期完成率", "—", "分母为零"],
    ]);
  });

  test("[V15] problems by category and by source lead to their items, what says nothing is counted apart", async () => {
    await open("#/");
    const sources = page.locator("section", { has: page.locator("#bySource") });
    expect(await sources.locator("li").allTextContents()).toEqual([
      "调研发现9*",
      "推动发展遇到0*",
      "群众反映4*",
      "巡视巡察检查3*",
      "审计发现4*",
      "信访接访0*",
      "群众点单0*",
    ]);
    const categories = page.locator("section", { has: page.locator("#byCategory") });
    expect((await categories.locator(".bar-value").allTextContents()).map((text) => Number.parseInt(text, 10))).toEqual(
      [5, 4, 4, 4, 3],
    );
    await sources.getByRole("link", { name: "审计发现" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/unit\/cn\/PROBLEMS_FROM_AUDIT$/);
    await page.locator(".items tbody tr").first().waitFor();
    expect(await page.locator(".items tbody tr").count()).toBe(4);
  });

  test("[V15] of an average each unit has a bar against the longest, of a rate one against the whole", async () => {
    await open("#/unit/ah/AVERAGE_DAYS");
    const bars = async () =>
      Promise.all(
        (await page.locator(".by-unit li").all()).map(async (line) => [
          await line.locator(".bar-name").textContent(),
          await line.locator(".bar-value").textContent(),
          Math.round(Number(await line.locator(".bar-filled").getAttribute("width"))),
        ]),
      );
    expect(await bars()).toEqual([
      ["宣城市局", "48天/6项 8.0", 100],
      ["池州市局", " —", 0],
    ]);
    expect(await page.locator(".items tbody tr").count()).toBe(6);
    await open("#/unit/ah/CLOSURE_RATE");
    expect(await bars()).toEqual([
      ["宣城市局", "6/11 54.5%", 55],
      ["池州市局", "0/5 0.0%", 0],
    ]);
  });

  test("[V15] behind the reporting rate stand the units that have not reported", async () => {
    await open("#/unit/cn/REPORTING_RATE");
    await page.locator(".chips li").first().waitFor();
    expect(await page.locator("main .chips li").allTextContents()).toEqual(["海西州局", "都兰县局"]);
    await page.locator("main .chips a", { hasText: "都兰县局" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/unit\/qh-haixi-dulan$/);
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

  test("[V2] figures of other ledgers lead to their rows, as the clerks wrote them", async () => {
    const rows = async (hash: string) => {
      await open(hash);
      await page.locator(".rows li").first().waitFor();
      return (await page.locator(".rows li").allTextContents()).map((text) => text.replace(/\s+/g, " "));
    };
    expect(await rows("#/unit/cn/VISITS")).toEqual(["海西州局活动主题 走访市场活动形式 走访场次 12余"]);
    expect(await rows("#/unit/qh/ON_SITE")).toEqual(["海西州局意见建议 建议增设服务点办理状态 现场解决条数 2"]);
    // No problem of that province was solved on the spot: an empty list beside the rows would only be in the way.
    expect(await page.locator("main h2").allTextContents()).toEqual(["各单位", "台账记录"]);
    expect((await rows("#/unit/cn/TOPICS"))[0]).toBe("课题1：基层治理宣城市局 · 已形成报告");
  });

  test("[V2] a history that is longer than a page goes on below", async () => {
    const token = await fetch(`${stack.origin}/local/token?unit=dl&role=LEADER`).then((answer) => answer.json());
    const ask = async (query: string, variables: object) => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${token.token}` };
      const body = JSON.stringify({ query, variables });
      return (await fetch(`${stack.origin}/graphql`, { method: "POST", headers, body }).then((answer) => answer.json()))
        .data;
    };
    const { problemItems } = await ask("{ problemItems(first: 1) { nodes { code version } } }", {});
    const [{ code, version }] = problemItems.nodes;
    for (let turn = 0; turn < 55; turn++) {
      const input = { code, version: version + turn, progress: `示例：第${turn}次回访` };
      const done = await ask(
        "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { userErrors { message } } }",
        { input },
      );
      expect(done.updateProblemItem.userErrors).toEqual([]);
    }
    await open(`#/item/${code}`);
    expect(await page.locator("dl.facts").textContent()).toContain("解决方式现场解决");
    expect(await page.locator(".history li").count()).toBe(50);
    await page.getByRole("button", { name: "更多" }).click();
    await page.locator(".history li", { hasText: "登记" }).waitFor();
    expect(await page.locator(".history li").count()).toBe(56);
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
    await page.getByText("由本单位经办人、负责人或管理员了结。").waitFor();
    expect(await page.getByRole("button", { name: "以表格为准" }).count()).toBe(0);
    await become("ah-chizhou-guichi", "贵池区局", "LEADER");
    await open(`#/item/${seeded.conflicted}`);
    expect(await page.getByRole("button", { name: "以系统为准" }).count()).toBe(1);
    await page.getByRole("button", { name: "以表格为准" }).click();
    await page.locator(".conflict").waitFor({ state: "detached" });
    const item = (await stack.store.getItems([seeded.conflicted], "STRONG")).get(seeded.conflicted);
    expect(item?.texts.progress).toBe("已完成七成，预计本月底完成");
    expect(item?.conflicts.every(({ settledAt }) => settledAt !== null)).toBe(true);
  });

  test("[V4] where the cell cannot be written, only the sheet's text can be chosen, and why is told", async () => {
    const item = (await stack.store.getItems([seeded.conflicted], "STRONG")).get(seeded.conflicted);
    const unit = (await stack.store.listUnits()).find(({ code }) => code === item?.unit);
    if (item === undefined || unit === undefined) throw new Error("nothing seeded");
    const locked = {
      ...item,
      conflicts: item.conflicts.map((each) => ({ ...each, settledAt: null, sheetReadOnly: "公式，系统不改写" })),
    };
    await stack.store.putItem(locked, indexValuesOf(locked, unit.path), [], item.revision);
    await become("ah-chizhou-guichi", "贵池区局", "LEADER");
    await open(`#/item/${seeded.conflicted}`);
    await page.locator(".conflict").getByText("公式，系统不改写").waitFor();
    expect(await page.locator(".conflict button").allTextContents()).toEqual(["以表格为准"]);
  });

  test("[V5] a braked spreadsheet says why, and a leader releases it", async () => {
    await open("#/");
    await become("qh-haixi-dulan", "都兰县局", "CLERK");
    await open("#/sheet/sheet-dulan");
    await page.getByText("由本单位负责人或管理员确认后继续。").waitFor();
    expect(await page.locator(".warn button").count()).toBe(0);
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
