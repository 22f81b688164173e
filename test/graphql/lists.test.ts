import { describe, expect, it } from "vitest";
import { type Api, anApi, inState, putItem, type Who } from "./api.ts";

const who: Who = ["m", "VERIFIER"];
const query = `query ($filter: ProblemItemFilter, $orderBy: ProblemItemOrder, $first: Int, $after: String) {
  problemItems(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { cursor node { code } } nodes { code state } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function page(api: Api, variables: Record<string, unknown>, asker: Who = who) {
  const answer = await api.ask(asker, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data.problemItems;
}

const codesOf = (connection: { nodes: { code: string }[] }) => connection.nodes.map(({ code }) => code);

async function allCodes(api: Api, variables: Record<string, unknown>, first: number): Promise<string[]> {
  const codes: string[] = [];
  let after: string | null = null;
  for (let i = 0; i < 100; i++) {
    const connection: Awaited<ReturnType<typeof page>> = await page(api, { ...variables, first, after });
    codes.push(...codesOf(connection));
    expect(connection.pageInfo.hasPreviousPage).toBe(after !== null);
    if (!connection.pageInfo.hasNextPage) return codes;
    after = connection.pageInfo.endCursor;
  }
  throw new Error("a list without end");
}

const states = ["REGISTERED", "IN_PROGRESS", "SUBMITTED", "CLOSED"] as const;
const dues = ["2023-11-05", "2023-11-20", "2023-12-31", ""];

async function anApiWithItems(): Promise<Api> {
  const api = await anApi();
  for (let i = 0; i < 23; i++) {
    const texts = {
      description: `示例 ${i} 网点`,
      due: dues[i % 4] ?? "",
      category: i % 2 === 0 ? "急难愁盼" : "重大风险",
      source: i % 3 === 0 ? "调研发现" : "审计监督",
    };
    await putItem(api.store, i % 3 === 0 ? "d" : "c", texts, inState(states[i % 4] ?? "REGISTERED"));
    api.pass(1_000);
  }
  return api;
}

describe("lists of problem items", () => {
  it("[A22] every page size gives every item once, in every order", async () => {
    const api = await anApiWithItems();
    const orders = [
      null,
      ...["DUE", "UPDATED_AT", "CREATED_AT"].flatMap((field) =>
        ["ASC", "DESC"].map((direction) => ({ field, direction })),
      ),
    ];
    for (const orderBy of orders)
      for (const filter of [
        { unit: "m", descendants: true },
        { unit: "c" },
        { unit: "c", state: ["CLOSED", "REGISTERED"] },
        { descendants: true, category: ["RISK"] },
      ]) {
        const whole = codesOf(await page(api, { filter, orderBy, first: 100 }));
        for (const first of [1, 2, 7, 22, 23])
          expect({ orderBy, filter, first, codes: await allCodes(api, { filter, orderBy }, first) }).toEqual({
            orderBy,
            filter,
            first,
            codes: whole,
          });
        expect(new Set(whole).size).toBe(whole.length);
      }
  }, 60_000);

  it("[A22] an item that comes in front does not shift the next page", async () => {
    const api = await anApiWithItems();
    for (const orderBy of [null, { field: "DUE" }]) {
      const filter = { unit: "c" };
      const first = await page(api, { filter, orderBy, first: 4 });
      const next = codesOf(await page(api, { filter, orderBy, first: 4, after: first.pageInfo.endCursor }));

      const added = await putItem(api.store, "c", { description: "示例 新增", due: "2023-01-01" }, inState("CLOSED"));

      const again = codesOf(await page(api, { filter, orderBy, first: 4, after: first.pageInfo.endCursor }));
      expect(again).toEqual(next);
      expect(await allCodes(api, { filter, orderBy }, 5)).toContain(added.code);
    }
  });

  it("[A22] every edge's cursor goes on right after it, and a cursor of another list is refused", async () => {
    const api = await anApiWithItems();
    const { edges } = await page(api, { filter: { unit: "c" }, first: 100 });
    for (const [index, { cursor }] of edges.entries()) {
      const rest = codesOf(await page(api, { filter: { unit: "c" }, first: 100, after: cursor }));
      expect(rest).toEqual(edges.slice(index + 1).map(({ node }: { node: { code: string } }) => node.code));
    }

    for (const after of ["x", Buffer.from("cn/q/!CLOSED!~!P1").toString("base64url"), "=".repeat(3_000), ""]) {
      const answer = await api.ask(who, query, { filter: { unit: "c" }, after });
      expect(answer.errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
    }
  });

  it("[A23] each filter takes what it says, and together they narrow", async () => {
    const api = await anApiWithItems();
    const count = async (filter: Record<string, unknown>) => (await page(api, { filter, first: 100 })).nodes.length;

    expect({
      all: await count({}),
      own: await count({ unit: "m" }),
      county: await count({ unit: "c" }),
      closed: await count({ state: ["CLOSED"] }),
      closedOrSubmitted: await count({ state: ["CLOSED", "SUBMITTED"] }),
      none: await count({ state: [] }),
      risk: await count({ category: ["RISK"] }),
      audit: await count({ source: ["AUDIT"] }),
      dueFrom: await count({ dueFrom: "2023-11-20" }),
      dueBetween: await count({ dueFrom: "2023-11-06", dueTo: "2023-11-30" }),
      overdue: await count({ overdue: true }),
      inTime: await count({ overdue: false }),
      red: await count({ light: ["RED"] }),
      yellowOrBlue: await count({ light: ["YELLOW", "BLUE"] }),
      text: await count({ text: "示例 1" }),
      since: await count({ changedSince: "2023-11-20T02:00:00Z" }),
      later: await count({ changedSince: "2024-01-01T00:00:00+08:00" }),
      both: await count({ state: ["CLOSED"], category: ["RISK"], unit: "c" }),
    }).toEqual({
      all: 23,
      own: 0,
      county: 15,
      closed: 5,
      closedOrSubmitted: 11,
      none: 0,
      risk: 11,
      audit: 15,
      dueFrom: 12,
      dueBetween: 6,
      overdue: 6,
      inTime: 17,
      red: 6,
      yellowOrBlue: 11,
      text: 11,
      since: 23,
      later: 0,
      both: 3,
    });
  });

  it("[A25] the total is told where the whole list was read anyway", async () => {
    const api = await anApiWithItems();

    expect((await page(api, { first: 100 })).totalCount).toBe(23);
    expect((await page(api, { first: 5 })).totalCount).toBeNull();
    expect((await page(api, { first: 5, orderBy: { field: "DUE" } })).totalCount).toBe(23);
    expect((await api.ask(who, "{ units(first: 1) { totalCount } }")).data.units.totalCount).toBe(3);
  });

  it("[A26] overdue is about open items and days before today in China", async () => {
    const api = await anApi();
    const overdueAt = async (due: string, state: Parameters<typeof inState>[0]) => {
      const { code } = await putItem(api.store, "c", { description: "示例", due }, inState(state));
      return (await api.ask(who, `{ problemItem(code: "${code}") { overdue } }`)).data.problemItem.overdue;
    };

    expect(await overdueAt("2023-11-19", "IN_PROGRESS")).toBe(true);
    expect(await overdueAt("2023-11-19", "SUBMITTED")).toBe(true);
    expect(await overdueAt("2023-11-20", "IN_PROGRESS")).toBe(false);
    expect(await overdueAt("2023-11-19", "CLOSED")).toBe(false);
    expect(await overdueAt("2023-11-19", "VOID")).toBe(false);
    expect(await overdueAt("2023-11-19", "STANDING")).toBe(false);
    // 02:00 UTC on the 20th is 10:00 in China; 15 hours later it is the 21st there and still the 20th in London.
    api.pass(15 * 3_600_000);
    expect(await overdueAt("2023-11-20", "IN_PROGRESS")).toBe(true);
  });

  it("[A55] what waits for somebody is what they may decide, and nothing that waits for others", async () => {
    const api = await anApiWithItems();
    for (const state of ["VERIFIED", "SUBMITTED"] as const) await putItem(api.store, "n", {}, inState(state));
    const listed = async (asker: Who, filter: object) =>
      (
        await api.ask(
          asker,
          "query ($filter: ProblemItemFilter) { problemItems(filter: $filter, first: 100) { nodes { code state actions } } }",
          { filter },
        )
      ).data.problemItems.nodes as { code: string; state: string; actions: string[] }[];
    const waiting: string[][] = [];
    for (const asker of [
      ["m", "VERIFIER"],
      ["p", "VERIFIER"],
      ["cn", "ADMIN"],
      ["c", "CLERK"],
      ["cn", "VIEWER"],
    ] as const) {
      const inbox = await listed(asker, { action: ["VERIFY", "FILE"] });
      const all = await listed(asker, {});
      expect(inbox).toEqual(all.filter(({ actions }) => actions.includes("VERIFY") || actions.includes("FILE")));
      waiting.push([...new Set(inbox.map(({ state }) => state))].sort());
    }
    expect(waiting[0]).toEqual(["SUBMITTED"]);
    expect(waiting.slice(3)).toEqual([[], []]);
    expect(await listed(["m", "VERIFIER"], { action: [] })).toEqual([]);
  });

  it("[A24] whatever has an id is found again by it, and rubbish is nothing", async () => {
    const api = await anApiWithItems();
    const { data } = await api.ask(who, '{ unit(code: "c") { id } problemItems(first: 1) { nodes { id code } } }');
    const ids = [data.unit.id, data.problemItems.nodes[0].id];

    const found = await api.ask(who, "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", {
      ids: [...ids, "x", "", "VW5pdDo", Buffer.from("Role:c").toString("base64url")],
    });

    expect(found.data.nodes).toEqual([
      { id: ids[0], __typename: "Unit" },
      { id: ids[1], __typename: "ProblemItem" },
      null,
      null,
      null,
      null,
    ]);
    expect(ids[1]).not.toContain(data.problemItems.nodes[0].code);
  });
});
