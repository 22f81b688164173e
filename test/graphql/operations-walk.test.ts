import { describe, expect, it } from "vitest";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Item } from "../../core/ledger/item.ts";
import { type Operation, operations, operationTable, roles } from "../../core/ledger/scope.ts";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { encodeNodeId } from "../../graphql/node-id.ts";
import { rowsOf } from "../core/ledger/workflow-table.ts";
import { type Answer, type Api, anApi, aUnit, putItem, startMs, type Who } from "./api.ts";

/** docs/spec/api.md, "Who may do what", asked through the API for every role at every place. */

const units = [
  aUnit("cn/", "INDUSTRY"),
  aUnit("cn/p/", "PROVINCE"),
  aUnit("cn/p/m/", "PREFECTURE"),
  aUnit("cn/p/m/c/", "COUNTY"),
  aUnit("cn/p/m/c/x/", "SUBCOUNTY"),
  aUnit("cn/p/m/d/", "COUNTY"),
  aUnit("cn/q/", "PROVINCE"),
];
const places: Readonly<Record<string, string>> = {
  c: "OWN",
  m: "ABOVE",
  p: "PROVINCE",
  cn: "PROVINCE",
  x: "OUTSIDE",
  d: "OUTSIDE",
  q: "OUTSIDE",
};

const table = new Map(
  rowsOf("api.md", "Who may do what").map(([operation, , ...cells]) => [
    operation as Operation,
    Object.fromEntries(
      ["CLERK", "LEADER", "VERIFIER", "VIEWER", "ADMIN"].map((role, index) => [role, cells[index]?.split(" ") ?? []]),
    ),
  ]),
);

/** One way to do each operation on something of unit `c`; `answer` has userErrors, or is null where it does not exist. */
const attempts: Readonly<
  Record<Exclude<Operation, "READ_PERSONAL">, readonly ((api: Api, who: Who) => Promise<Answer>)[]>
> = {
  READ: [
    (api, who) => api.ask(who, `{ answer: unit(code: "c") { code } }`),
    async (api, who) => api.ask(who, `{ answer: problemItem(code: "${(await anItem(api)).code}") { code } }`),
    async (api, who) =>
      api.ask(who, `{ answer: node(id: "${encodeNodeId("ProblemItem", (await anItem(api)).code)}") { id } }`),
    async (api, who) => api.ask(who, `{ answer: researchTopic(code: "${(await aTopic(api)).code}") { code } }`),
    (api, who) => api.ask(who, `{ answer: spreadsheet(spreadsheetId: "s1") { title } }`),
    (api, who) => api.ask(who, `{ answer: node(id: "${encodeNodeId("Spreadsheet", "s1")}") { id } }`),
    (api, who) => api.ask(who, `{ answer: node(id: "${encodeNodeId("Unit", "c")}") { id } }`),
    async (api, who) => api.ask(who, `{ answer: entry(code: "${(await anActivity(api)).code}") { code } }`),
    async (api, who) =>
      api.ask(who, `{ answer: node(id: "${encodeNodeId("Entry", (await anActivity(api)).code)}") { id } }`),
  ],
  CREATE_ITEM: [
    (api, who) => mutate(api, who, "createProblemItem", { unit: "c", description: "示例" }),
    (api, who) => mutate(api, who, "createResearchTopic", { unit: "c", title: "示例" }),
  ],
  UPDATE_ITEM: [
    async (api, who) =>
      mutate(api, who, "updateProblemItem", { code: (await anItem(api)).code, version: 1, remark: "示例" }),
    async (api, who) =>
      mutate(api, who, "updateResearchTopic", { code: (await aTopic(api)).code, version: 1, remark: "示例" }),
    async (api, who) => {
      const items = [{ code: (await anItem(api)).code, version: 1, remark: "示例" }];
      const { data, ...rest } = await api.ask(
        who,
        "mutation ($input: UpdateProblemItemsInput!) { updateProblemItems(input: $input) { results { userErrors { code } } } }",
        { input: { items } },
      );
      return { ...rest, data: { answer: data.updateProblemItems.results[0] } };
    },
    async (api, who) => mutate(api, who, "restoreProblemItem", { code: (await anItem(api)).code, toVersion: 1 }),
    async (api, who) => mutate(api, who, "restoreResearchTopic", { code: (await aTopic(api)).code, toVersion: 1 }),
    async (api, who) => mutate(api, who, "restoreEntry", { code: (await anActivity(api)).code, toVersion: 1 }),
  ],
  SETTLE_CONFLICT: [
    async (api, who) => {
      const item = await putItem(api.store, "c", { description: "示例" }, (fresh) => ({
        ...fresh,
        conflicts: [conflict],
      }));
      return mutate(api, who, "settleConflict", {
        id: encodeNodeId("Conflict", `${item.code}:progress.1`),
        choose: "API",
      });
    },
  ],
  REVIVE_ITEM: [
    async (api, who) => {
      const item = await putItem(api.store, "c", { description: "示例" }, (fresh) => ({
        ...fresh,
        archivedAt: fresh.createdAt,
      }));
      return mutate(api, who, "restoreProblemItem", { code: item.code });
    },
    async (api, who) => {
      const topic = await aTopic(api, (fresh) => ({ ...fresh, archivedAt: fresh.createdAt }));
      return mutate(api, who, "restoreResearchTopic", { code: topic.code });
    },
  ],
  PREVIEW_SYNC: [
    (api, who) => mutate(api, who, "previewSync", { spreadsheetId: "s1" }),
    (api, who) => api.ask(who, `{ answer: spreadsheet(spreadsheetId: "s1") { reading { title } } }`),
  ],
  SYNC: [(api, who) => mutate(api, who, "syncSpreadsheet", { spreadsheetId: "s1" })],
  LINK_SPREADSHEET: [
    (api, who) => mutate(api, who, "linkSpreadsheet", { unit: "c", spreadsheetId: `new-${++made}` }),
    (api, who) => mutate(api, who, "linkSummary", { unit: "c", spreadsheetId: `new-${++made}` }),
  ],
  BIND_SHEET: [
    (api, who) => mutate(api, who, "setColumn", { spreadsheetId: "s1", header: "自定义", field: "remark" }),
    (api, who) => mutate(api, who, "setTabRole", { spreadsheetId: "s1", tab: "问题清单", role: "LIVE" }),
  ],
  RESTATE: [(api, who) => mutate(api, who, "restateRollup", { unit: "c", from: "2023-11-01" })],
  RELEASE_BRAKE: [
    async (api, who) => {
      await brake(api);
      return mutate(api, who, "releaseBrake", { spreadsheetId: "s1", passId: "pass1" });
    },
    (api, who) => mutate(api, who, "pauseSpreadsheet", { spreadsheetId: "s1", paused: false }),
  ],
  ADD_UNIT: [
    (api, who) => mutate(api, who, "addUnit", { code: `new-${++made}`, name: "示例", level: "SUBCOUNTY", parent: "c" }),
  ],
};

let made = 0;
const conflict = {
  id: "progress.1",
  field: "progress",
  sheetValue: "甲",
  storeValue: "乙",
  shown: "SHEET" as const,
  openedAt: new Date(startMs).toISOString(),
  settledAt: null,
};
const anItem = (api: Api) =>
  putItem(api.store, "c", { description: "示例", owner: "示例甲", progress: "示例甲已联系" });
const aTopic = (api: Api, change: (item: Item) => Item = (item) => item) =>
  putItem(api.store, "c", { title: "示例" }, change, "topic");
const anActivity = (api: Api) => putItem(api.store, "c", { theme: "示例" }, (item) => item, "activity");

async function brake({ store }: Api): Promise<void> {
  const link = await store.getLink("s1");
  if (link !== null) await store.putLink({ ...link, state: "BRAKED", brakedPass: "pass1" }, link.revision);
}

function mutate(api: Api, who: Who, name: string, input: Record<string, unknown>): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return api.ask(who, `mutation ($input: ${type}!) { answer: ${name}(input: $input) { userErrors { code } } }`, {
    input,
  });
}

async function anApiWithSheet(): Promise<Api> {
  const api = await anApi({ units });
  await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now: new Date(startMs).toISOString() });
  return api;
}

describe("who may do what", () => {
  it("[A12] the document's table is the program's table", () => {
    expect([...table.keys()]).toEqual([...operations]);
    for (const operation of operations) {
      for (const role of roles) {
        const cell = table.get(operation)?.[role];
        expect({ operation, role, cell }).toEqual({ operation, role, cell: operationTable[operation][role] ?? ["–"] });
      }
    }
  });

  it("[A13] every operation by every role at every place", async () => {
    const api = await anApiWithSheet();
    const counts = { allowed: 0, FORBIDDEN: 0, NOT_FOUND: 0 };
    for (const [operation, ways] of Object.entries(attempts)) {
      for (const [unit, place] of Object.entries(places))
        for (const role of roles)
          for (const [way, attempt] of ways.entries()) {
            const { data, errors } = await attempt(api, [unit, role]);
            const got =
              errors?.[0]?.extensions.code ??
              (data.answer === null ? "NOT_FOUND" : (data.answer.userErrors?.[0]?.code ?? "allowed"));
            const cell = table.get(operation as Operation)?.[role] ?? [];
            const want = place === "OUTSIDE" ? "NOT_FOUND" : cell.includes(place) ? "allowed" : "FORBIDDEN";
            expect({ operation, unit, role, way, got }).toEqual({ operation, unit, role, way, got: want });
            counts[want]++;
          }
    }

    expect(counts).toEqual({ allowed: 318, FORBIDDEN: 302, NOT_FOUND: 465 });
  }, 120_000);

  it("[A56] what the viewer can do is said beforehand, for every role at every place", async () => {
    const api = await anApiWithSheet();
    const item = await putItem(api.store, "c", { description: "示例" }, (fresh) => ({
      ...fresh,
      conflicts: [conflict, { ...conflict, id: "progress.2", settledAt: conflict.openedAt }],
    }));
    const query = `{
      spreadsheet(spreadsheetId: "s1") { viewerCanSync viewerCanRelease }
      open: node(id: "${encodeNodeId("Conflict", `${item.code}:progress.1`)}") { ... on Conflict { viewerCanSettle } }
      settled: node(id: "${encodeNodeId("Conflict", `${item.code}:progress.2`)}") { ... on Conflict { viewerCanSettle } }
    }`;
    for (const [unit, place] of Object.entries(places).filter(([, at]) => at !== "OUTSIDE"))
      for (const role of roles) {
        const { data } = await api.ask([unit, role], query);
        const may = (operation: Operation) => table.get(operation)?.[role]?.includes(place) ?? false;
        expect({ unit, role, ...data }).toEqual({
          unit,
          role,
          spreadsheet: { viewerCanSync: may("SYNC"), viewerCanRelease: may("RELEASE_BRAKE") },
          open: { viewerCanSettle: may("SETTLE_CONFLICT") },
          settled: { viewerCanSettle: false },
        });
      }
  });

  it("[A14] names of persons are masked for a viewer in every place, and no search finds them", async () => {
    const api = await anApiWithSheet();
    const item = await putItem(api.store, "c", { description: "示例", owner: "示例甲" }, (fresh) => ({
      ...fresh,
      conflicts: [{ ...conflict, id: "owner.1", field: "owner", sheetValue: "示例甲", storeValue: "示例乙" }],
    }));
    const changed = await mutate(api, ["c", "CLERK"], "updateProblemItem", {
      code: item.code,
      version: 1,
      owner: "示例丙",
    });
    expect(changed.data.answer.userErrors).toEqual([]);
    const query = `{
      problemItem(code: "${item.code}") {
        owner cells { field text } history(first: 10) { nodes { field before after } } newest: history(first: 1) { nodes { after } }
        conflicts { sheetValue storeValue }
      }
      found: problemItems(filter: { text: "示例丙" }) { totalCount }
    }`;

    for (const role of roles) {
      const answer = await api.ask(["m", role], query);
      const names = JSON.stringify(answer.data).match(/示例[甲乙丙]/g) ?? [];
      expect({
        role,
        names: names.length,
        owner: answer.data.problemItem.owner,
        found: answer.data.found.totalCount,
      }).toEqual(
        role === "VIEWER"
          ? { role, names: 0, owner: "＊＊＊", found: 0 }
          : { role, names: 7, owner: "示例丙", found: 1 },
      );
    }
    expect(indexValuesOf(item, "cn/p/m/c/").state).toBe("REGISTERED");
  });

  it("[A11] what is outside the scope answers exactly as what does not exist", async () => {
    const api = await anApiWithSheet();
    const item = await anItem(api);
    const other: Who = ["d", "ADMIN"];
    const input = (code: string) => ({ code, version: 1, remark: "示例" });
    const pairs: [Answer, Answer][] = [
      [
        await api.ask(other, `{ unit(code: "c") { code } }`),
        await api.ask(other, `{ unit(code: "nowhere") { code } }`),
      ],
      [
        await api.ask(other, `{ rollup(unit: "c") { asOf } }`),
        await api.ask(other, `{ rollup(unit: "nowhere") { asOf } }`),
      ],
      [
        await api.ask(
          other,
          `{ problemItems(filter: { unit: "c" }) { nodes { code } totalCount pageInfo { hasNextPage } } }`,
        ),
        await api.ask(
          other,
          `{ problemItems(filter: { unit: "nowhere" }) { nodes { code } totalCount pageInfo { hasNextPage } } }`,
        ),
      ],
      [
        await api.ask(other, `{ problemItem(code: "${item.code}") { code } }`),
        await api.ask(other, `{ problemItem(code: "P999999999999") { code } }`),
      ],
      [
        await mutate(api, other, "updateProblemItem", input(item.code)),
        await mutate(api, other, "updateProblemItem", input("P999999999999")),
      ],
      [
        await mutate(api, other, "linkSpreadsheet", { unit: "c", spreadsheetId: "s9" }),
        await mutate(api, other, "linkSpreadsheet", { unit: "nowhere", spreadsheetId: "s9" }),
      ],
      [
        await mutate(api, other, "syncSpreadsheet", { spreadsheetId: "s1" }),
        await mutate(api, other, "syncSpreadsheet", { spreadsheetId: "s404" }),
      ],
      [
        await mutate(api, other, "transferProblemItem", { code: item.code, to: "d", reason: "示例" }),
        await mutate(api, other, "transferProblemItem", { code: "P999999999999", to: "d", reason: "示例" }),
      ],
    ];

    for (const [outside, absent] of pairs) {
      const { headers: _, ...seen } = outside;
      const { headers: __, ...unseen } = absent;
      expect(seen).toEqual(unseen);
    }
    const own: Who = ["c", "LEADER"];
    const toOutside = (to: string) => mutate(api, own, "transferProblemItem", { code: item.code, to, reason: "示例" });
    expect((await toOutside("d")).data).toEqual((await toOutside("nowhere")).data);
    expect(api.synced).toEqual([]);
  });
});
