import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { examples } from "../../local/graphiql/examples.js";
import { graphiqlRoute } from "../../local/graphiql-route.ts";
import { serve } from "../../local/http.ts";
import { tokenRoute } from "../../local/token-route.ts";
import { chromiumThere, startBrowser } from "../web/browser.ts";
import { type Api, anApi, putItem, startMs, theIssuer, type Who } from "./api.ts";

async function aDemo(): Promise<Api> {
  const api = await anApi();
  await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now: new Date(startMs).toISOString() });
  await putItem(api.store, "c", { description: "示例：网点排队", owner: "示例甲", due: "2023-11-05" });
  await putItem(api.store, "c", { theme: "示例活动" }, (item) => item, "activity");
  return api;
}

it.each(examples.map((example) => [example.name, example] as const))(
  "[A9] the example %s runs as it stands",
  async (_, { query, variables }) => {
    const api = await aDemo();
    const who: Who = ["c", query.includes("submitProblemItem") ? "LEADER" : query.startsWith("#") ? "CLERK" : "VIEWER"];
    const [item] = (await api.ask(who, "{ problemItems(first: 1) { nodes { code } } }")).data.problemItems.nodes;
    const filled = JSON.stringify(variables ?? {})
      .replaceAll('"unit":""', '"unit":"c"')
      .replaceAll('"code":""', `"code":"${item.code}"`)
      .replaceAll('"id":""', '"id":"s1"');

    const answer = await api.ask(who, query, JSON.parse(filled));

    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).not.toMatch(/"userErrors":\[\{/);
    expect(Object.values(answer.data)).not.toContain(null);
  },
);

describe.skipIf(!chromiumThere)("GraphiQL in a browser", () => {
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof serve>>;
  const outside: string[] = [];
  const failures: string[] = [];

  beforeAll(async () => {
    const api = await aDemo();
    server = await serve([tokenRoute(await theIssuer()), graphiqlRoute, api.handle], 0, api.services.log);
    browser = await startBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("request", (request) => {
      if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) outside.push(request.url());
    });
    page.on("pageerror", (error) => failures.push(error.message));
    await page.goto(`http://127.0.0.1:${server.port}/graphql`);
    await page.waitForSelector(".graphiql-execute-button");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const run = async () => {
    const answered = page.waitForResponse((response) => response.url().endsWith("/graphql"));
    await page.click(".graphiql-execute-button");
    return (await (await answered).json()) as { data: unknown; extensions: { cost: { requested: number } } };
  };

  it("[A9] an example runs as the chosen role, and another role sees what it may", async () => {
    await page.selectOption("#unit", "c");
    await page.selectOption("#role", "CLERK");
    await page.selectOption("#example", { label: "逾期未办" });
    await page.waitForFunction(() =>
      document.querySelector(".graphiql-query-editor")?.textContent?.includes("Overdue"),
    );
    const clerk = await run();
    await page.waitForFunction(() => document.querySelector(".result-window")?.textContent?.includes("网点排队"));
    const cost = await page.textContent("#cost");

    await page.selectOption("#role", "VIEWER");
    const viewer = await run();

    expect(clerk.data).toMatchObject({ problemItems: { totalCount: 1, nodes: [{ owner: "示例甲" }] } });
    expect(viewer.data).toMatchObject({ problemItems: { totalCount: 1, nodes: [{ owner: "＊＊＊" }] } });
    expect(cost).toBe(`开销 ${clerk.extensions.cost.requested} / 20000`);
  }, 60_000);

  it("[A9] the schema can be read in it, nothing comes from elsewhere, and nothing fails", async () => {
    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.waitForFunction(() => document.querySelector(".graphiql-doc-explorer")?.textContent?.includes("Query"));

    expect({ outside, failures }).toEqual({ outside: [], failures: [] });
  }, 60_000);
});
