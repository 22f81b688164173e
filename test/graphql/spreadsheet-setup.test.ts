import { describe, expect, it } from "vitest";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";
import { type Answer, type Api, anApi, type Who } from "./api.ts";

/** Setting a spreadsheet up through the API: what was recognised, what people say of it, what the next pass makes of that. */

const leader: Who = ["c", "LEADER"];

const entered = (value: string | number) => {
  if (typeof value === "number") return { numberValue: value };
  return value.startsWith("=") ? { formulaValue: value } : { stringValue: value };
};

const tab = (sheetId: number, title: string, rows: readonly (readonly (string | number)[])[]) => ({
  properties: { sheetId, title, gridProperties: { rowCount: 20, columnCount: 10 } },
  data: [
    {
      rowData: rows.map((cells) => ({
        values: cells.map((value) => ({
          userEnteredValue: entered(value),
        })),
      })),
    },
  ],
});

const ledger = tab(7, "问题清单", [
  ["问题清单（截至2023年11月1日）"],
  ["序号", "存在的问题", "问题类别", "整改到哪一步", "整改时限", "内部备忘"],
  [1, "示例一", "群众急难愁盼", "已联系", "2023-11-30", "勿外传"],
  [2, "示例二", "说不清", "", "看情况", ""],
  ["合计", 3],
]);
const template = tab(8, "填报模板", [["问题描述", "整改措施"]]);

interface Setup {
  readonly world: SyncWorld;
  readonly api: Api;
  ask(query: string): Promise<Answer>;
  mutate(name: string, input: object): Promise<unknown>;
  reading(fields: string): Promise<unknown>;
}

async function setUp(...tabs: readonly object[]): Promise<Setup> {
  const world = makeSyncWorld();
  const api = await anApi({ sheets: world });
  world.google.create("s1", { properties: { title: "示例表格" }, sheets: tabs });
  const ask = async (query: string) => {
    const answer = await api.ask(leader, query);
    expect(answer.errors).toBeUndefined();
    return answer;
  };
  const mutate = async (name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } } }`;
    return (await api.ask(leader, query, { input: { spreadsheetId: "s1", ...input } })).data[name].userErrors;
  };
  expect(await mutate("linkSpreadsheet", { unit: "c", paused: true })).toEqual([]);
  return {
    world,
    api,
    ask,
    mutate,
    reading: async (fields) =>
      (await ask(`{ spreadsheet(spreadsheetId: "s1") { reading { ${fields} } } }`)).data.spreadsheet.reading,
  };
}

const columnFields = "columns { column header field binding confidence writable filled unreadable locked lockedWhy }";

describe("what is recognised", () => {
  it("[A28] every tab and column, how it was understood, where the system will write, what could not be read", async () => {
    const { reading, world } = await setUp(ledger, template);

    const before = world.google.state("s1");
    const none = { writable: false, filled: 0, unreadable: 0, locked: 0, lockedWhy: null };
    const own = { field: null, confidence: 0, ...none };
    const bound = { ...none, writable: true };

    expect(
      await reading(`title tabs {
        title role reason kind headerRow headerDepth rows rowsWithCode insertRow referenceDate ${columnFields}
        systemColumns { header column present } problems { tab cell message text }
        unreadableCount unreadable { tab cell message text } }`),
    ).toEqual({
      title: "示例表格",
      tabs: [
        {
          title: "问题清单",
          role: "LIVE",
          reason: null,
          kind: "problem",
          headerRow: 2,
          headerDepth: 1,
          rows: 2,
          rowsWithCode: 0,
          insertRow: 5,
          referenceDate: "2023-11-01",
          columns: [
            { column: "A", header: "序号", binding: "SEQUENCE", ...own },
            {
              column: "B",
              header: "存在的问题",
              field: "description",
              binding: "ALIAS",
              confidence: 0.89,
              ...bound,
              filled: 2,
            },
            {
              column: "C",
              header: "问题类别",
              field: "category",
              binding: "HEADER",
              confidence: 1,
              ...bound,
              filled: 2,
              unreadable: 1,
            },
            { column: "D", header: "整改到哪一步", binding: "PRIVATE", ...own },
            {
              column: "E",
              header: "整改时限",
              field: "due",
              binding: "HEADER",
              confidence: 1,
              ...bound,
              filled: 2,
              unreadable: 1,
            },
            { column: "F", header: "内部备忘", binding: "PRIVATE", ...own },
          ],
          systemColumns: [
            { header: "系统编号", column: "G", present: false },
            { header: "系统状态", column: "H", present: false },
            { header: "系统提示", column: "I", present: false },
          ],
          problems: [{ tab: "问题清单", cell: "B5", message: "合计写的是 3，表中行数实为 2", text: "3" }],
          unreadableCount: 2,
          unreadable: [
            {
              tab: "问题清单",
              cell: "C4",
              message: "看不懂“说不清”，可填：影响制约高质量发展、急难愁盼、防范化解重大风险、党建作风、其他",
              text: "说不清",
            },
            {
              tab: "问题清单",
              cell: "E4",
              message: "看不懂时限“看情况”，请写成 2023-11-05 或 2023年11月底前 这样",
              text: "看情况",
            },
          ],
        },
        {
          title: "填报模板",
          role: "IGNORED",
          reason: "按名称看是模板或说明，不是台账",
          kind: null,
          headerRow: null,
          headerDepth: 0,
          rows: 0,
          rowsWithCode: 0,
          insertRow: null,
          referenceDate: null,
          columns: [],
          systemColumns: [],
          problems: [],
          unreadableCount: 0,
          unreadable: [],
        },
      ],
    });
    expect(world.google.state("s1")).toBe(before);
  });

  it("[A28] after the first pass the system columns are there, and cells that are never written are told", async () => {
    const { reading, world, mutate } = await setUp(
      tab(7, "问题清单", [
        ["编号", "问题描述", "整改进展"],
        [1, "示例一", "=1+1"],
      ]),
    );
    await mutate("pauseSpreadsheet", { paused: false });
    await world.pass("s1");

    expect(
      await reading(
        "tabs { rows rowsWithCode columns { header binding locked lockedWhy } systemColumns { column present } }",
      ),
    ).toEqual({
      tabs: [
        {
          rows: 1,
          rowsWithCode: 1,
          columns: [
            { header: "编号", binding: "SEQUENCE", locked: 0, lockedWhy: null },
            { header: "问题描述", binding: "HEADER", locked: 0, lockedWhy: null },
            { header: "整改进展", binding: "HEADER", locked: 1, lockedWhy: "公式，系统不改写" },
          ],
          systemColumns: [
            { column: "D", present: true },
            { column: "E", present: true },
            { column: "F", present: true },
          ],
        },
      ],
    });
  });

  it("[A28] a spreadsheet that cannot be opened is UNAVAILABLE, and nothing else of the answer is lost", async () => {
    const { api, world } = await setUp(ledger);
    world.google.remove("s1");

    const answer = await api.ask(leader, `{ spreadsheet(spreadsheetId: "s1") { state reading { title } } }`);

    expect(answer.data).toEqual({ spreadsheet: { state: "PAUSED", reading: null } });
    expect(answer.errors?.map(({ path, extensions }) => ({ path, code: extensions.code }))).toEqual([
      { path: ["spreadsheet", "reading"], code: "UNAVAILABLE" },
    ]);
  });
});

describe("what people say", () => {
  const progressOf = async ({ ask }: Setup) =>
    (await ask("{ problemItems(first: 10) { nodes { description progress } } }")).data.problemItems.nodes;
  const columnsOf = async ({ reading }: Setup) => {
    const found = (await reading("tabs { columns { header field binding } }")) as {
      tabs: { columns: { header: string; field: string | null; binding: string }[] }[];
    };
    return found.tabs[0]?.columns.map(({ header, field, binding }) => `${header} ${binding} ${field}`);
  };

  it("[A51] a header of the bureau's own is bound from the next pass on", async () => {
    const setup = await setUp(ledger, template);
    await setup.mutate("pauseSpreadsheet", { paused: false });
    await setup.world.pass("s1");
    expect(await progressOf(setup)).toEqual([
      { description: "示例一", progress: null },
      { description: "示例二", progress: null },
    ]);

    expect(await setup.mutate("setColumn", { tab: "问题清单", header: "整改 到哪一步", field: "progress" })).toEqual(
      [],
    );
    await setup.world.pass("s1");

    expect(await progressOf(setup)).toEqual([
      { description: "示例一", progress: "已联系" },
      { description: "示例二", progress: null },
    ]);
    expect((await columnsOf(setup))?.[3]).toBe("整改到哪一步 OWN_ALIAS progress");
    expect(
      (await setup.ask(`{ spreadsheet(spreadsheetId: "s1") { aliases { kind header field } } }`)).data.spreadsheet
        .aliases,
    ).toEqual([{ kind: "problem", header: "整改到哪一步", field: "progress" }]);
  });

  it("[A51] the bureau's word stands over a standard header that another column has", async () => {
    const setup = await setUp(
      tab(7, "问题清单", [
        ["问题描述", "整改进展", "实际进展"],
        ["示例", "照抄的", "真的"],
      ]),
    );
    await setup.mutate("pauseSpreadsheet", { paused: false });
    await setup.world.pass("s1");

    await setup.mutate("setColumn", { header: "实际进展", field: "progress" });
    await setup.world.pass("s1");

    expect(await columnsOf(setup)).toEqual([
      "问题描述 HEADER description",
      "整改进展 TAKEN progress",
      "实际进展 OWN_ALIAS progress",
    ]);
    expect(await progressOf(setup)).toEqual([{ description: "示例", progress: "真的" }]);
  });

  it("[A51] a header under another one is said as it is shown", async () => {
    const rows = [
      ["问题描述", "办理", "", "责任部门", "整改时限"],
      ["", "头绪", "经手", "", ""],
      ["示例", "已联系", "示例甲", "示例科", "2023-11-30"],
    ];
    const setup = await setUp({
      ...tab(7, "问题清单", rows),
      merges: [
        { sheetId: 7, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
        { sheetId: 7, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 3 },
        { sheetId: 7, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 3, endColumnIndex: 4 },
        { sheetId: 7, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 4, endColumnIndex: 5 },
      ],
    });
    expect((await columnsOf(setup))?.[1]).toMatch(/^办理\/头绪/);

    expect(await setup.mutate("setColumn", { header: "办理/头绪", field: "progress" })).toEqual([]);

    expect((await columnsOf(setup))?.[1]).toBe("办理/头绪 OWN_ALIAS progress");
  });

  it("[A51] null makes a column the clerk's own, forget takes back what was said", async () => {
    const setup = await setUp(ledger, template);

    await setup.mutate("setColumn", { tab: "问题清单", header: "整改时限", field: null });
    const own = await columnsOf(setup);
    await setup.mutate("setColumn", { header: "整改时限", forget: true });

    expect(own?.[4]).toBe("整改时限 PRIVATE null");
    expect((await columnsOf(setup))?.[4]).toBe("整改时限 HEADER due");
  });

  it("[A51] a column that was synced and becomes the clerk's own keeps what was taken from it", async () => {
    const setup = await setUp(ledger, template);
    await setup.mutate("pauseSpreadsheet", { paused: false });
    await setup.world.pass("s1");

    await setup.mutate("setColumn", { header: "整改时限", field: null });
    expect(await setup.world.pass("s1")).toMatchObject({ outcome: "DONE" });
    expect(await setup.world.pass("s1")).toMatchObject({ outcome: "NOTHING" });

    const [first] = (await setup.ask("{ problemItems(first: 1) { nodes { due { date } } } }")).data.problemItems.nodes;
    expect(first).toEqual({ due: { date: "2023-11-30" } });
  });

  it("[A51] what cannot be said is refused with the field at fault", async () => {
    const { mutate } = await setUp(ledger, template);

    expect({
      unknownField: await mutate("setColumn", { header: "甲", field: "nonsense" }),
      systemHeader: await mutate("setColumn", { header: "系统编号", field: "progress" }),
      blank: await mutate("setColumn", { header: "（）", field: "progress" }),
      nothingSaid: await mutate("setColumn", { header: "甲" }),
      unknownTab: await mutate("setColumn", { tab: "没有", header: "甲", field: "progress" }),
      noLedger: await mutate("setColumn", { tab: "填报模板", header: "甲", field: "progress" }),
      roleOfNoTab: await mutate("setTabRole", { tab: "没有", role: "LIVE" }),
    }).toEqual({
      unknownField: [{ code: "BAD_USER_INPUT", path: ["input", "field"] }],
      systemHeader: [{ code: "BAD_USER_INPUT", path: ["input", "header"] }],
      blank: [{ code: "BAD_USER_INPUT", path: ["input", "header"] }],
      nothingSaid: [{ code: "BAD_USER_INPUT", path: ["input", "field"] }],
      unknownTab: [{ code: "NOT_FOUND", path: ["input", "tab"] }],
      noLedger: [{ code: "BAD_USER_INPUT", path: ["input", "tab"] }],
      roleOfNoTab: [{ code: "NOT_FOUND", path: ["input", "tab"] }],
    });
  });

  const rolesOf = async ({ reading }: Setup) => {
    const found = (await reading("tabs { title role reason }")) as {
      tabs: { title: string; role: string; reason: string | null }[];
    };
    return Object.fromEntries(
      found.tabs.map(({ title, role, reason }) => [title, reason === null ? role : `${role} ${reason}`]),
    );
  };

  it("[A52] a tab taken out of the sync pulls no brake and archives nothing; brought back, it goes on", async () => {
    const setup = await setUp(ledger, template);
    await setup.mutate("pauseSpreadsheet", { paused: false });
    await setup.world.pass("s1");

    expect(await setup.mutate("setTabRole", { tab: "问题清单", role: "ARCHIVE" })).toEqual([]);
    setup.world.google.write("s1", "问题清单!B3", [["改过的"]]);
    expect(await setup.world.pass("s1")).toMatchObject({ outcome: "NOTHING" });
    expect((await progressOf(setup)).map(({ description }: { description: string }) => description)).toEqual([
      "示例一",
      "示例二",
    ]);
    expect(await rolesOf(setup)).toEqual({
      问题清单: "ARCHIVE 由本单位设定，不参加同步",
      填报模板: "IGNORED 按名称看是模板或说明，不是台账",
    });

    await setup.mutate("setTabRole", { tab: "问题清单", role: "LIVE" });
    expect(await setup.world.pass("s1")).toMatchObject({ outcome: "DONE", toStore: 1 });
    expect((await progressOf(setup)).map(({ description }: { description: string }) => description)).toEqual([
      "改过的",
      "示例二",
    ]);
  });

  it("[A52] a person's word stands over what title and content say, until it is taken back", async () => {
    const setup = await setUp(ledger, template);

    await setup.mutate("setTabRole", { tab: "填报模板", role: "LIVE" });
    await setup.mutate("setTabRole", { tab: "问题清单", role: "IGNORED" });
    expect(await rolesOf(setup)).toEqual({ 问题清单: "IGNORED 由本单位设定，不参加同步", 填报模板: "LIVE" });

    await setup.mutate("setTabRole", { tab: "填报模板", role: null });
    await setup.mutate("setTabRole", { tab: "问题清单", role: null });
    expect(await rolesOf(setup)).toEqual({ 问题清单: "LIVE", 填报模板: "IGNORED 按名称看是模板或说明，不是台账" });
  });
});
