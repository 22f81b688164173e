import { describe, expect, it } from "vitest";
import { columnFields, leader, ledger, setUp, tab, template } from "./setup.ts";

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
