import { describe, expect, it } from "vitest";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Workflow } from "../../core/ledger/item.ts";
import { markUnitChanged } from "../../core/rollup/mark.ts";
import { summaryOf } from "../../core/rollup/summary-link.ts";
import { mask } from "../../graphql/item-values.ts";
import { exportLedger } from "../../local/bureau/export-ledger.ts";
import { type Api, anApi, inState, pathOf, putItem, type Who } from "./api.ts";

/** Figures through the API, by the real rollups: cn > p > m > {c, d} and cn > q > n. */

const industry: Who = ["cn", "VIEWER"];
/** With a token of its own: the clock passed the end of the others'. */
const later: Who = ["cn", "VIEWER", "later"];
const dayMs = 86_400_000;
/** The API's clock begins on Monday 2023-11-20, in the morning in China. */
const nowIso = (api: Api) => new Date(api.services.world.nowMs()).toISOString();

async function count(api: Api): Promise<void> {
  api.pass(10_000);
  await api.services.rollups.run();
}

async function add(
  api: Api,
  unit: string,
  texts: Record<string, string>,
  state: Workflow["state"] = "REGISTERED",
  more: Partial<Workflow> = {},
) {
  const at = nowIso(api);
  await markUnitChanged(api.store, unit, at);
  return putItem(api.store, unit, { description: "示例", ...texts }, (item) => ({
    ...inState(state, { submittedAt: at, verifiedAt: at, ...more })(item),
    createdAt: at,
    updatedAt: at,
  }));
}

/** c: three problems, one closed and one overdue; n: one solved on the spot. */
async function aProvince(): Promise<Api> {
  const api = await anApi();
  await add(api, "c", { category: "急难愁盼", due: "2023-11-10" });
  await add(api, "c", { category: "防范化解重大风险" }, "CLOSED", { closedOn: "2023-11-19" });
  await add(api, "c", { category: "急难愁盼" }, "SUBMITTED");
  await add(api, "n", {}, "SUBMITTED", { resolution: "ON_SITE" });
  await count(api);
  return api;
}

describe("figures through the API", () => {
  it("[R1] a unit, its children and theirs, each with value, qualifier, partial mark and text", async () => {
    const api = await aProvince();
    const { data } = await api.ask(
      industry,
      `{ rollup(unit: "cn") {
          unit { code } asOf
          indicators(keys: [PROBLEMS, CLOSED, CLOSURE_RATE, TOPICS]) { key value qualifier partial text }
          children { unit { code } indicators(keys: [PROBLEMS]) { value partial } children { unit { code } indicators(keys: [PROBLEMS]) { value } } }
      } }`,
    );
    const one = (value: number | null, partial = false) => ({ value, partial });
    expect(data.rollup).toEqual({
      unit: { code: "cn" },
      asOf: "2023-11-20T02:00:10.000Z",
      indicators: [
        { key: "PROBLEMS", value: 4, qualifier: "EQ", partial: true, text: "4" },
        { key: "CLOSED", value: 1, qualifier: "EQ", partial: true, text: "1" },
        { key: "CLOSURE_RATE", value: 0.25, qualifier: "EQ", partial: true, text: "25.0%" },
        { key: "TOPICS", value: null, qualifier: "EQ", partial: false, text: "—" },
      ],
      children: [
        {
          unit: { code: "p" },
          indicators: [one(3, true)],
          children: [{ unit: { code: "m" }, indicators: [{ value: 3 }] }],
        },
        {
          unit: { code: "q" },
          indicators: [one(1)],
          children: [{ unit: { code: "n" }, indicators: [{ value: 1 }] }],
        },
        { unit: { code: "s" }, indicators: [one(null)], children: [] },
      ],
    });
  });

  it("[R35] present figures say as of when they hold, and a unit never counted reports nothing", async () => {
    const api = await aProvince();
    await add(api, "c", {});
    api.pass(600_000);
    const query = `{ rollup(unit: "cn") { asOf indicators(keys: [PROBLEMS]) { value } } }`;
    const old = { asOf: "2023-11-20T02:00:10.000Z", indicators: [{ value: 4 }] };
    expect((await api.ask(industry, query)).data.rollup).toEqual(old);
    await count(api);
    const fresh = { asOf: "2023-11-20T02:10:20.000Z", indicators: [{ value: 5 }] };
    expect((await api.ask(industry, query)).data.rollup).toEqual(fresh);

    const uncounted = await anApi();
    expect((await uncounted.ask(industry, query)).data.rollup.indicators).toEqual([{ value: null }]);
  });

  it("[R32] a figure leads to its items, page by page; one that counts no problem items leads nowhere", async () => {
    const api = await aProvince();
    const page = async (after: string | null) =>
      (
        await api.ask(
          industry,
          `query ($after: String) { rollup(unit: "cn") { indicators(keys: [PROBLEMS]) { items(first: 3, after: $after) { nodes { unit { code } state } pageInfo { hasNextPage endCursor } } } } }`,
          { after },
        )
      ).data.rollup.indicators[0].items;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const seen = [...first.nodes, ...second.nodes].map(({ unit, state }) => `${unit.code} ${state}`);
    expect(seen.sort()).toEqual(["c CLOSED", "c REGISTERED", "c SUBMITTED", "n SUBMITTED"]);
    const others = await api.ask(
      industry,
      `{ rollup(unit: "cn") { indicators(keys: [OVERDUE, CLOSURE_RATE, TOPICS]) { key items(first: 9) { nodes { state } } } } }`,
    );
    expect(others.data.rollup.indicators).toEqual([
      { key: "OVERDUE", items: { nodes: [{ state: "REGISTERED" }] } },
      { key: "CLOSURE_RATE", items: { nodes: [{ state: "CLOSED" }] } },
      { key: "TOPICS", items: null },
    ]);
  });

  it("[R32] figures of other ledgers lead to their topics and entries, masked as everywhere", async () => {
    const api = await aProvince();
    for (const [kind, texts] of [
      ["topic", { title: "课题甲", report: "报告" }],
      ["activity", { theme: "走访", kinds: "走访", count: "12余", members: "张三" }],
    ] as const) {
      await markUnitChanged(api.store, "c", nowIso(api));
      await putItem(api.store, "c", texts, (item) => item, kind);
    }
    await count(api);
    const { data } = await api.ask(
      industry,
      `{ rollup(unit: "cn") { indicators(keys: [TOPICS, VISITS, CLOSED]) {
          text topics { nodes { title } } entries(first: 1) { nodes { kind cells { field text } } pageInfo { hasNextPage } }
      } } }`,
    );
    expect(data.rollup.indicators).toEqual([
      { text: "1", topics: { nodes: [{ title: "课题甲" }] }, entries: null },
      {
        text: "≥12",
        topics: null,
        entries: {
          nodes: [
            {
              kind: "ACTIVITY",
              cells: [
                { field: "theme", text: "走访" },
                { field: "kinds", text: "走访" },
                { field: "members", text: mask },
                { field: "count", text: "12余" },
              ],
            },
          ],
          pageInfo: { hasNextPage: false },
        },
      },
      { text: "1", topics: null, entries: null },
    ]);
  });

  it("[R14] a series has one point a day, a past day answers as it was, so a month is compared with the one before", async () => {
    const api = await aProvince();
    api.pass(dayMs);
    await add(api, "n", {});
    await count(api);
    api.pass(10 * dayMs);
    await add(api, "n", {});
    await count(api);
    const { data } = await api.ask(
      later,
      `{
        now: rollup(unit: "cn") { asOf indicators(keys: [PROBLEMS]) { value } series(key: PROBLEMS, last: 13) { at value } }
        lastMonth: rollup(unit: "cn", asOf: "2023-11-30") { asOf indicators(keys: [PROBLEMS]) { value } children { indicators(keys: [PROBLEMS]) { value } } }
        before: rollup(unit: "cn", asOf: "2023-11-19") { indicators(keys: [PROBLEMS]) { value text } }
      }`,
    );
    expect(data.now.indicators).toEqual([{ value: 6 }]);
    const values = data.now.series.map(({ value }: { value: number | null }) => value);
    expect(values).toEqual([null, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6]);
    expect(data.now.series[1].at).toBe("2023-11-20T15:59:59.999Z");
    expect(data.lastMonth).toEqual({
      asOf: "2023-11-30T15:59:59.999Z",
      indicators: [{ value: 5 }],
      children: [{ indicators: [{ value: 3 }] }, { indicators: [{ value: 2 }] }, { indicators: [{ value: null }] }],
    });
    expect(data.before.indicators).toEqual([{ value: null, text: "—" }]);
    for (const query of [
      `{ rollup(unit: "cn", asOf: "2024-01-01") { asOf } }`,
      `{ rollup(unit: "cn") { series(key: PROBLEMS, last: 101) { value } } }`,
      `{ rollup(unit: "cn") { series(key: PROBLEMS, last: 0) { value } } }`,
    ])
      expect((await api.ask(later, query)).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("[R16] who has not reported this month is listed and makes the rate, below the unit that is asked about only", async () => {
    const api = await aProvince();
    const reporting = async (unit: string, who: Who = industry, asOf: string | null = null) => {
      const { data } = await api.ask(
        who,
        `query ($unit: String!, $asOf: Date) { rollup(unit: $unit, asOf: $asOf) {
          missingUnits { code } indicators(keys: [REPORTING_RATE]) { text fraction { part whole text } items { nodes { code } } }
        } }`,
        { unit, asOf },
      );
      const [{ text, fraction, items }] = data.rollup.indicators;
      expect(items).toBeNull();
      const codes = data.rollup.missingUnits.map(({ code }: { code: string }) => code);
      return [codes, text, fraction];
    };
    const [none, half] = [
      { part: 1, whole: 1, text: "1/1" },
      { part: 2, whole: 4, text: "2/4" },
    ];
    expect([await reporting("cn"), await reporting("p"), await reporting("q")]).toEqual([
      [["d", "s"], "50.0%", half],
      [["d"], "50.0%", { part: 1, whole: 2, text: "1/2" }],
      [[], "100.0%", none],
    ]);
    api.pass(15 * dayMs);
    await add(api, "n", {});
    await count(api);
    const december: Who = ["cn", "VIEWER", "in december"];
    expect([await reporting("cn", december), await reporting("cn", december, "2023-11-30")]).toEqual([
      [["c", "d", "s"], "25.0%", { part: 1, whole: 4, text: "1/4" }],
      [["d", "s"], "50.0%", half],
    ]);
  });

  it("[R5] a rate and an average show what is divided by what; a count, and what is not reported, show nothing", async () => {
    const api = await aProvince();
    const { data } = await api.ask(
      industry,
      `{ rollup(unit: "cn") { indicators(keys: [PROBLEMS, CLOSURE_RATE, AVERAGE_DAYS, COVERAGE]) { text fraction { part whole text } } } }`,
    );
    expect(data.rollup.indicators).toEqual([
      { text: "4", fraction: null },
      { text: "25.0%", fraction: { part: 1, whole: 4, text: "1/4" } },
      { text: "—", fraction: { part: 0, whole: 0, text: "0/0" } },
      { text: "—", fraction: null },
    ]);
  });

  it("[R15] an ADMIN tells a past day anew: a further version that names the difference, seen as far up as the viewer may", async () => {
    const api = await aProvince();
    const item = await add(api, "c", {});
    await count(api);
    api.pass(dayMs);
    await markUnitChanged(api.store, "c", nowIso(api));
    const current = (await api.store.getItems([item.code], "STRONG")).get(item.code);
    if (!current) throw new Error("the item is gone");
    const voided = inState("VOID")(current);
    await api.store.putItem(voided, indexValuesOf(voided, pathOf("c")), [], current.revision);
    await count(api);
    const restate = (who: Who, from: string) =>
      api.ask(
        who,
        `mutation ($from: Date!) { restateRollup(input: { unit: "c", from: $from }) { restated { unit { code } date version changes { key before after } } userErrors { code path } } }`,
        { from },
      );
    const changes = ["PROBLEMS", "OPEN"].map((key) => ({
      key,
      before: key === "OPEN" ? "3" : "4",
      after: key === "OPEN" ? "2" : "3",
    }));
    expect((await restate(["c", "LEADER"], "2023-11-20")).data.restateRollup.userErrors).toEqual([
      { code: "FORBIDDEN", path: ["input", "unit"] },
    ]);
    expect((await restate(["p", "ADMIN"], "2023-11-21")).data.restateRollup.userErrors).toEqual([
      { code: "BAD_USER_INPUT", path: ["input", "from"] },
    ]);
    const { restated } = (await restate(["m", "ADMIN"], "2023-11-20")).data.restateRollup;
    expect(restated).toEqual(["c", "m"].map((code) => ({ unit: { code }, date: "2023-11-20", version: 2, changes })));
    const { data } = await api.ask(
      industry,
      `{ past: rollup(unit: "cn", asOf: "2023-11-20") { indicators(keys: [PROBLEMS]) { value } versions { version at changes { key before after } } }
         now: rollup(unit: "cn") { versions { version } } }`,
    );
    expect(data).toEqual({
      past: {
        indicators: [{ value: 4 }],
        versions: [
          { version: 1, at: "2023-11-21T02:00:30.000Z", changes: [] },
          {
            version: 2,
            at: "2023-11-21T02:00:30.000Z",
            changes: [
              { key: "PROBLEMS", before: "5", after: "4" },
              { key: "OPEN", before: "3", after: "2" },
            ],
          },
        ],
      },
      now: { versions: [] },
    });
  });

  it("[R33] a summary is linked by those who may link spreadsheets, by id or address, and to one unit only", async () => {
    const api = await anApi();
    const link = async (who: Who, unit: string, spreadsheetId: string) =>
      (
        await api.ask(
          who,
          "mutation ($input: LinkSummaryInput!) { linkSummary(input: $input) { unit { code summarySpreadsheet } userErrors { code path } } }",
          { input: { unit, spreadsheetId } },
        )
      ).data.linkSummary;
    const address = "https://docs.google.com/spreadsheets/d/sheet-1/edit#gid=0";
    expect(await link(["p", "ADMIN"], "p", address)).toEqual({
      unit: { code: "p", summarySpreadsheet: "sheet-1" },
      userErrors: [],
    });
    const refused = (code: string, field: string) => ({ unit: null, userErrors: [{ code, path: ["input", field] }] });
    expect(await link(["p", "VERIFIER"], "p", "sheet-2")).toEqual(refused("FORBIDDEN", "unit"));
    expect(await link(["cn", "ADMIN"], "q", "sheet-1")).toEqual(refused("BAD_USER_INPUT", "spreadsheetId"));
    expect(await link(["cn", "ADMIN"], "q", "no spaces allowed")).toEqual(refused("BAD_USER_INPUT", "spreadsheetId"));
    expect(await link(["q", "ADMIN"], "p", "sheet-2")).toEqual(refused("NOT_FOUND", "unit"));
    expect([await summaryOf(api.store, "p"), await summaryOf(api.store, "q")]).toEqual(["sheet-1", null]);
  });
});

describe("ledgers as files, over the API", () => {
  it("[R29] an export holds the unit and those below it, with names masked as the token's role demands", async () => {
    const api = await anApi();
    for (let i = 0; i < 130; i++) await add(api, i % 2 === 0 ? "c" : "d", { description: `示例${i}`, owner: "示例甲" });
    await add(api, "n", { description: "别省的" });
    await count(api);
    const csvOf = async (who: Who, unit: string) => {
      const client = {
        ask: async <T>(query: string, variables: object) => {
          const { data, errors } = await api.ask(who, query, { ...variables });
          if (errors !== undefined) throw new Error(errors[0].message);
          return data as T;
        },
      };
      return (await exportLedger(client, { unit, format: "csv" }, () => {})).content.toString("utf8");
    };
    const ofLeader = await csvOf(["m", "LEADER"], "m");
    const ofViewer = await csvOf(["m", "VIEWER"], "m");
    const told = (csv: string) => ({
      rows: csv.trimEnd().split("\r\n").length - 1,
      named: csv.match(/示例甲/g)?.length ?? 0,
      masked: csv.match(/＊＊＊/g)?.length ?? 0,
      foreign: csv.includes("别省的"),
    });
    expect([told(ofLeader), told(ofViewer)]).toEqual([
      { rows: 130, named: 130, masked: 0, foreign: false },
      { rows: 130, named: 0, masked: 130, foreign: false },
    ]);
    await expect(csvOf(["c", "LEADER"], "m")).rejects.toThrow("没有这个单位，或无权查看");
  });
});
