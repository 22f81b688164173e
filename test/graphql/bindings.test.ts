import { describe, expect, it } from "vitest";
import { ledger, type Setup, setUp, tab, template } from "./setup.ts";

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
    expect(await setup.world.pass("s1")).toMatchObject({ toStore: 0, toSheet: 0 });
    expect((await setup.world.store.getLink("s1"))?.state).toBe("ACTIVE");
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
