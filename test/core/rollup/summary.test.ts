import { describe, expect, test } from "vitest";
import { AppError } from "../../../core/errors.ts";
import { silentLog } from "../../../core/log.ts";
import { markUnitChanged } from "../../../core/rollup/mark.ts";
import { linkSummary, summaryOf } from "../../../core/rollup/summary-link.ts";
import { newRows, writeSummaries } from "../../../core/rollup/write-summary.ts";
import { makeGoogleGrids } from "../../../core/sheet/google.ts";
import type { GridSheet } from "../../../core/sheet/written-grid.ts";
import { makeGoogle } from "../../../local/google/google.ts";
import { inProcessFetch } from "../../../local/google/in-process.ts";
import { itemOf, linkOf, unitAt } from "./ledger-builders.ts";
import { type Machine, makeMachine } from "./rollups-machine.ts";
import { makeSmallStore } from "./small-store.ts";

const user = "summary@local.invalid";

interface Shown {
  readonly sheets: {
    readonly properties: { readonly title: string; readonly sheetId: number };
    readonly merges?: unknown[];
    readonly data: {
      readonly rowData?: { readonly values?: { readonly formattedValue?: string; readonly note?: string }[] }[];
    }[];
  }[];
}

async function makeOffice() {
  const google = makeGoogle({});
  const fetchGoogle = inProcessFetch(google, user);
  const call = async (method: string, path: string, body?: unknown) => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetchGoogle(`http://google.local${path}`, init);
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer as never;
  };
  const { spreadsheetId } = (await call("POST", "/v4/spreadsheets", { properties: { title: "省局汇总" } })) as {
    spreadsheetId: string;
  };
  const requests = { count: 0, longestBytes: 0 };
  const sheet = makeGoogleGrids({
    endpoint: "http://google.local",
    auth: { bearer: user },
    fetchImplementation: ((input: string, init: RequestInit) => {
      requests.count += 1;
      requests.longestBytes = Math.max(requests.longestBytes, Buffer.byteLength(String(init.body ?? "")));
      return fetchGoogle(input, init);
    }) as typeof fetch,
  });
  const tab = async (title: string) => {
    const shown = (await call("GET", `/v4/spreadsheets/${spreadsheetId}?includeGridData=true`)) as Shown;
    const found = shown.sheets.find(({ properties }) => properties.title === title);
    const cells = found?.data[0]?.rowData?.map(({ values = [] }) => values) ?? [];
    return {
      id: found?.properties.sheetId,
      merges: found?.merges?.length ?? 0,
      texts: cells.map((row) => row.map((cell) => cell.formattedValue ?? "")),
      notes: cells.flatMap((row, r) => row.flatMap((cell, c) => (cell.note ? [`${r},${c} ${cell.note}`] : []))),
    };
  };
  const change = (changes: unknown[]) =>
    call("POST", `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests: changes });
  const titles = async () =>
    ((await call("GET", `/v4/spreadsheets/${spreadsheetId}`)) as Shown).sheets.map(
      ({ properties }) => properties.title,
    );
  return { spreadsheetId, sheet, tab, titles, change, requests };
}

function makeProvince() {
  const machine = makeMachine([]);
  const { units, items, links } = machine.small;
  for (const path of ["cn/qh/", "cn/qh/qh-haixi/", "cn/qh/qh-haixi/qh-haixi-dulan/", "cn/qh/qh-xining/"]) {
    units.set(unitAt(path).code, unitAt(path));
  }
  const add = (code: string, unit: string, texts: Record<string, string>, workflow = {}) =>
    items.set(code, itemOf("problem", code, unit, texts, workflow));
  add("P1", "qh-haixi", { description: "甲", category: "风险", due: "2023-11-01", measures: "1.一\n2.二" });
  const closed = {
    description: "=1+1",
    category: "其他",
    source: "审计",
    foundOn: "2023-11-01",
    completedOn: "2023-11-10",
  };
  add("P2", "qh-haixi", closed, { state: "CLOSED" });
  add("P3", "qh-haixi-dulan", { description: "丙", category: "风险" }, { state: "SUBMITTED", resolution: "ON_SITE" });
  links.set("s", linkOf("qh-haixi", ["problem"], "s"));
  return machine;
}

/** As whoever changes an item of the unit does, and a run after it. */
async function touch(machine: Machine, unit: string): Promise<void> {
  await markUnitChanged(machine.small.store, unit, new Date(machine.world.nowMs()).toISOString());
  await machine.settle();
}

/** A sheet that fails once it has read: before Google has the write, or after. */
function lossy(sheet: GridSheet, lost: "REQUEST" | "ANSWER"): GridSheet {
  return {
    async writeGrids(id, stamp, writesFor) {
      await sheet.writeGrids(id, stamp, async (found) => {
        const writes = await writesFor(found);
        if (lost === "REQUEST") throw new AppError("google.unavailable", "the request was lost");
        return writes;
      });
      throw new AppError("google.unavailable", "the answer was lost");
    },
  };
}

type Office = Awaited<ReturnType<typeof makeOffice>>;

const depsOf = ({ small: { store }, world, rollups }: Machine, { sheet }: Pick<Office, "sheet">) => ({
  store,
  world,
  rollups,
  grids: async () => sheet,
  log: silentLog,
});

describe("汇总表", () => {
  test("[R20] the table has title, as-of line, two header rows, 合计, cities and indented counties", async () => {
    const [office, machine] = [await makeOffice(), makeProvince()];
    await linkSummary(machine.small.store, "qh", office.spreadsheetId);
    await machine.settle();
    const deps = depsOf(machine, office);
    expect(await writeSummaries(deps)).toEqual({ written: 1, unchanged: 0, failed: 0 });
    const { texts, merges } = await office.tab("汇总表");
    expect(texts[0]?.[0]).toBe("qh四下基层工作汇总表");
    expect([texts[1]?.[0], texts[1]?.[2]]).toEqual([
      "截至2023年11月10日",
      expect.stringMatching(/^填报单位：qh {2}单位：项、次、天、% .*本表由系统单向写入/),
    ]);
    expect(texts[2]?.slice(0, 9)).toEqual(["序号", "单位", "课题数", "调研次数", "", "", "", "", "意见建议"]);
    expect(texts[3]?.slice(3, 8)).toEqual(["调研", "走访", "座谈", "接访", "现场办公"]);
    const column = (name: string) =>
      (texts[2] ?? []).findIndex((header, i) => header === name || texts[3]?.[i] === name);
    const figures = ["小计", "风险", "措施", "现场解决", "已完成", "已销号", "整改中", "逾期", "完成", "销号率"];
    const more = ["含基本完成", "平均天数", "应报", "已报", "报送率"];
    expect(texts.slice(4, 8).map((row) => [row[0], row[1], ...figures.map((name) => row[column(name)])])).toEqual([
      ["", "合计", "3*", "2*", "2*", "1*", "2*", "1*", "1*", "1*", "66.7%*", "33.3%*"],
      ["1", "qh-haixi", "3", "2", "2*", "1", "2", "1", "1", "1", "66.7%", "33.3%"],
      ["1.1", "　qh-haixi-dulan", "1", "1", "", "1", "1", "0", "0", "0", "100.0%", "0.0%"],
      ["2", "qh-xining", "", "", "", "", "", "", "", "", "—", "—"],
    ]);
    expect(texts.slice(4, 8).map((row) => more.map((name) => row[column(name)]))).toEqual([
      ["66.7%*", "9.0*", "3", "2", "66.7%"],
      ["66.7%", "9.0", "2", "2", "100.0%"],
      ["100.0%", "—", "1", "1", "100.0%"],
      ["—", "—", "1", "0", "0.0%"],
    ]);
    expect(texts[8]?.[2]).toContain("空白为未报送");
    expect(merges).toBe(23);
  });

  test.each([
    { provinces: 30, cities: 15, rows: 480, told: "" },
    { provinces: 40, cities: 15, rows: 40, told: "另有600个单位层级较低，未逐一列出，已计入上级单位。" },
  ])(
    "[R36] $provinces provinces with $cities cities each give $rows rows, within one request of 2 MB",
    async (tree) => {
      const [office, machine] = [await makeOffice(), makeMachine([])];
      const { units, items, store } = machine.small;
      for (let p = 0; p < tree.provinces; p++) {
        units.set(`p${p}`, unitAt(`cn/p${p}/`));
        for (let c = 0; c < tree.cities; c++) {
          const path = `cn/p${p}/p${p}-c${c}/`;
          const { code } = unitAt(path);
          units.set(code, { ...unitAt(path), name: `示例第${c}市烟草专卖局` });
          items.set(code, itemOf("problem", code, code, { description: code, category: "风险", measures: "1.一" }));
          items.set(`A${code}`, itemOf("activity", `A${code}`, code, { theme: "走访", kinds: "走访", count: "130余" }));
        }
      }
      await linkSummary(store, "cn", office.spreadsheetId);
      await machine.settle();
      await writeSummaries(depsOf(machine, office));
      const { texts } = await office.tab("汇总表");
      const column = texts[3]?.indexOf("小计") ?? 0;
      const foot = texts.at(-1)?.[2] ?? "";
      expect({
        rows: texts.length - 6,
        told: foot.slice(foot.indexOf("台账的单位。") + 6),
        total: texts[4]?.[column],
        small: office.requests.longestBytes < 2_000_000,
      }).toEqual({ rows: tree.rows, told: tree.told, total: String(tree.provinces * tree.cities), small: true });
    },
  );

  test("[R21] tabs tell categories, sources, months, what is overdue and who has not reported, in one request", async () => {
    const [office, machine] = [await makeOffice(), makeProvince()];
    await linkSummary(machine.small.store, "qh", office.spreadsheetId);
    await machine.settle();
    const deps = depsOf(machine, office);
    await writeSummaries(deps);
    expect(office.requests.count).toBe(2);
    expect((await office.tab("按类别")).texts.slice(2)).toEqual([
      ["问题类别", "问题数", "qh-haixi", "qh-xining"],
      ["影响制约高质量发展", "0*", "0", ""],
      ["群众急难愁盼", "0*", "0", ""],
      ["防范化解重大风险", "2*", "2", ""],
      ["党建作风", "0*", "0", ""],
      ["其他", "1*", "1", ""],
      ["未分类", "0*", "0", ""],
      ["合计", "3*", "3", ""],
    ]);
    const sources = (await office.tab("按来源")).texts.slice(2);
    expect(sources.map(([name, ...figures]) => [name, figures])).toEqual([
      ["问题来源", ["问题数", "qh-haixi", "qh-xining"]],
      ["调研发现", ["0*", "0*", ""]],
      ["推动发展遇到", ["0*", "0*", ""]],
      ["群众反映", ["0*", "0*", ""]],
      ["巡视巡察检查", ["0*", "0*", ""]],
      ["审计发现", ["1*", "1*", ""]],
      ["信访接访", ["0*", "0*", ""]],
      ["群众点单", ["0*", "0*", ""]],
      ["未写明来源", ["2*", "2", ""]],
      ["合计", ["3*", "3", ""]],
    ]);
    expect((await office.tab("按月")).texts.slice(2)).toEqual([
      ["月份", "问题数", "已完成", "已销号", "完成率", "销号率", "逾期", "报送率"],
      ["2023-11", "3*", "2*", "1*", "66.7%*", "33.3%*", "1*", "66.7%"],
    ]);
    expect((await office.tab("逾期清单")).texts[3]).toEqual([
      "1",
      "qh-haixi",
      "P1",
      "甲",
      "",
      "",
      "2023-11-01",
      "9",
      "已挂号，待整改",
    ]);
    const missing = (await office.tab("未报送单位")).texts;
    expect(missing[1]?.[0]).toMatch(/应报3个，已报2个，报送率66\.7%$/);
    expect(missing.slice(3)).toEqual([["1", "qh-xining", "qh", "从未报送"]]);
  });

  test("[R22] nothing is sent while nothing changed, and a changed figure rewrites the rectangle", async () => {
    const [office, machine] = [await makeOffice(), makeProvince()];
    await linkSummary(machine.small.store, "qh", office.spreadsheetId);
    await machine.settle();
    const deps = depsOf(machine, office);
    await writeSummaries(deps);
    office.requests.count = 0;
    machine.small.reset();
    expect(await writeSummaries(deps)).toEqual({ written: 0, unchanged: 0, failed: 0 });
    expect(machine.small.used).toEqual({ itemQueries: 0, itemsRead: 0, recordReads: 1, recordWrites: 0, treeReads: 0 });
    await touch(machine, "qh-haixi");
    expect(await writeSummaries(deps)).toEqual({ written: 0, unchanged: 1, failed: 0 });
    expect(office.requests.count).toBe(0);
    machine.small.items.set("P1", itemOf("problem", "P1", "qh-haixi", { description: "甲" }, { state: "CLOSED" }));
    await touch(machine, "qh-haixi");
    expect(await writeSummaries(deps)).toEqual({ written: 1, unchanged: 0, failed: 0 });
    expect((await office.tab("逾期清单")).texts.slice(3)).toEqual([]);
    expect((await office.tab("按月")).texts[3]).toEqual([
      "2023-11",
      "3*",
      "3*",
      "2*",
      "100.0%*",
      "66.7%*",
      "0*",
      "66.7%",
    ]);
  });

  test("[R23] a tab that the office made a Table is written as if it were none, and the office's own columns stay", async () => {
    const shown = async (asTable: boolean) => {
      const [office, machine] = [await makeOffice(), makeProvince()];
      await linkSummary(machine.small.store, "qh", office.spreadsheetId);
      await machine.settle();
      const deps = depsOf(machine, office);
      await writeSummaries(deps);
      const { id, texts } = await office.tab("逾期清单");
      const width = texts[2]?.length ?? 0;
      const box = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
        range: { sheetId: id, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex },
      });
      const rows = ["办公室意见", "再核"].map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
      await office.change([{ updateCells: { ...box(0, 2, width, width + 1), rows, fields: "userEnteredValue" } }]);
      if (asTable)
        await office.change([
          { unmergeCells: box(0, texts.length, 0, width) },
          { addTable: { table: { ...box(0, 4, 0, width + 1), name: "数据" } } },
          { addTable: { table: { ...box(texts.length, texts.length + 2, 0, 2), name: "办公室自用" } } },
        ]);
      machine.small.items.set("P1", itemOf("problem", "P1", "qh-haixi", { description: "甲" }, { state: "CLOSED" }));
      await touch(machine, "qh-haixi");
      const count = await writeSummaries(deps);
      const tab = await office.tab("逾期清单");
      return {
        count,
        tab: { ...tab, texts: tab.texts.slice(0, texts.length).filter((row) => row.length > 0) },
        opinion: [0, 1].map((row) => tab.texts[row]?.[width]),
      };
    };
    const plain = await shown(false);
    expect([plain.count, plain.opinion]).toEqual([{ written: 1, unchanged: 0, failed: 0 }, ["办公室意见", "再核"]]);
    expect(await shown(true)).toEqual(plain);
  });

  test("[R22] what could not be written stays due until it is, and on a new day every summary is looked at", async () => {
    const [office, machine] = [await makeOffice(), makeProvince()];
    await linkSummary(machine.small.store, "qh", office.spreadsheetId);
    await machine.settle();
    const refused = { writeGrids: () => Promise.reject(new AppError("google.unavailable", "503")) };
    const outcomes = [await writeSummaries(depsOf(machine, { sheet: refused }))];
    outcomes.push(await writeSummaries(depsOf(machine, office)), await writeSummaries(depsOf(machine, office)));
    await machine.apply({ do: "wait", ms: 86_400_000 });
    // Until something was counted on the new day, what stands there is the newest there is.
    outcomes.push(await writeSummaries(depsOf(machine, office)));
    await machine.settle();
    outcomes.push(await writeSummaries(depsOf(machine, office)), await writeSummaries(depsOf(machine, office)));
    expect(outcomes).toEqual([
      { written: 0, unchanged: 0, failed: 1 },
      { written: 1, unchanged: 0, failed: 0 },
      { written: 0, unchanged: 0, failed: 0 },
      { written: 0, unchanged: 1, failed: 0 },
      { written: 1, unchanged: 0, failed: 0 },
      { written: 0, unchanged: 0, failed: 0 },
    ]);
    expect((await office.tab("汇总表")).texts[1]?.[0]).toMatch(/^截至2023年11月11日/);
  });

  test("[R33] a unit has one summary and a spreadsheet shows one unit", async () => {
    const { store } = makeSmallStore();
    expect([
      await linkSummary(store, "qh", "s1"),
      await linkSummary(store, "qh", "s1"),
      await linkSummary(store, "ah", "s1"),
      await linkSummary(store, "ah", "s2"),
      await linkSummary(store, "qh", "s3"),
    ]).toEqual([{ ok: true }, { ok: true }, { ok: false, why: "LINKED_ELSEWHERE" }, { ok: true }, { ok: true }]);
    expect([await summaryOf(store, "qh"), await summaryOf(store, "ah"), await summaryOf(store, "cn")]).toEqual([
      "s3",
      "s2",
      null,
    ]);
  });

  test("[R33] a change that comes while a summary is being written makes it due again", async () => {
    const [office, machine] = [await makeOffice(), makeProvince()];
    await linkSummary(machine.small.store, "qh", office.spreadsheetId);
    await machine.settle();
    const slow: GridSheet = {
      writeGrids: async (...all) => {
        const left = await office.sheet.writeGrids(...all);
        machine.small.items.set("P8", itemOf("problem", "P8", "qh-haixi", { description: "迟" }));
        await touch(machine, "qh-haixi");
        return left;
      },
    };
    await writeSummaries(depsOf(machine, { sheet: slow }));
    const { texts } = await office.tab("汇总表");
    await writeSummaries(depsOf(machine, office));
    const total = (rows: string[][]) => rows[4]?.[(rows[3] ?? []).indexOf("小计")];
    expect([total(texts), total((await office.tab("汇总表")).texts)]).toEqual(["3*", "4*"]);
  });

  test.each([
    { name: "at once", answersLost: [] },
    { name: "after a write that never arrived", answersLost: ["REQUEST"] },
    { name: "after a write whose answer was lost", answersLost: ["ANSWER"] },
    { name: "after losing answers and requests", answersLost: ["ANSWER", "REQUEST", "ANSWER"] },
  ] as const)(
    "[R23] the office's columns and notes stay, and move with their units when a unit is added, $name",
    async ({ answersLost }) => {
      const [office, machine] = [await makeOffice(), makeProvince()];
      await linkSummary(machine.small.store, "qh", office.spreadsheetId);
      await machine.settle();
      const deps = depsOf(machine, office);
      await writeSummaries(deps);
      const before = await office.tab("汇总表");
      const free = before.texts[2]?.length ?? 0;
      const at = (rowIndex: number, columnIndex: number) => ({ sheetId: before.id, rowIndex, columnIndex });
      await office.change([
        {
          updateCells: {
            start: at(7, free + 1),
            rows: [{ values: [{ userEnteredValue: { stringValue: "西宁：已电话催报" } }] }],
            fields: "userEnteredValue",
          },
        },
        { updateCells: { start: at(7, 1), rows: [{ values: [{ note: "联系人在休假" }] }], fields: "note" } },
      ]);
      machine.small.units.set("qh-haixi-wulan", unitAt("cn/qh/qh-haixi/qh-haixi-wulan/"));
      machine.small.items.set("P9", itemOf("problem", "P9", "qh-haixi-wulan", { description: "新" }));
      await machine.apply({ do: "link", unit: 0, kinds: ["problem"] });
      await machine.settle();
      for (const lost of answersLost) await writeSummaries(depsOf(machine, { sheet: lossy(office.sheet, lost) }));
      await writeSummaries(deps);
      const after = await office.tab("汇总表");
      expect(after.texts.map((row) => row[1]).slice(4, 9)).toEqual([
        "合计",
        "qh-haixi",
        "　qh-haixi-dulan",
        "　qh-haixi-wulan",
        "qh-xining",
      ]);
      expect(after.texts[8]?.[free + 1]).toBe("西宁：已电话催报");
      expect(after.notes).toEqual(["8,1 联系人在休假"]);
      expect(after.merges).toBe(before.merges);
    },
  );

  test.each([
    { name: "at once", answersLost: [] },
    { name: "after losing answers and requests", answersLost: ["ANSWER", "REQUEST", "ANSWER"] },
  ] as const)(
    "[R23] the office's columns and merges beside a table move along when it becomes wider, $name",
    async ({ answersLost }) => {
      const [office, machine] = [await makeOffice(), makeProvince()];
      await linkSummary(machine.small.store, "qh", office.spreadsheetId);
      await machine.settle();
      const deps = depsOf(machine, office);
      await writeSummaries(deps);
      const before = await office.tab("按类别");
      const free = before.texts[2]?.length ?? 0;
      const beside = (rowIndex: number, texts: readonly string[], note?: string) => ({
        updateCells: {
          start: { sheetId: before.id, rowIndex, columnIndex: free },
          rows: [
            {
              values: texts.map((stringValue, index) => ({
                userEnteredValue: { stringValue },
                ...(index === 0 && note !== undefined ? { note } : {}),
              })),
            },
          ],
          fields: "userEnteredValue,note",
        },
      });
      const range = { sheetId: before.id, startRowIndex: 2, endRowIndex: 3 };
      await office.change([
        beside(2, ["本局研判"]),
        beside(5, ["重点盯办", "周三例会"], "处长批示"),
        {
          mergeCells: { range: { ...range, startColumnIndex: free, endColumnIndex: free + 2 }, mergeType: "MERGE_ALL" },
        },
      ]);
      for (const code of ["qh-golmud", "qh-yushu"]) machine.small.units.set(code, unitAt(`cn/qh/${code}/`));
      await machine.apply({ do: "addUnit", under: 0 });
      await machine.settle();
      for (const lost of answersLost) await writeSummaries(depsOf(machine, { sheet: lossy(office.sheet, lost) }));
      await writeSummaries(deps);
      const after = await office.tab("按类别");
      expect([after.texts[2], after.texts[5]?.slice(free + 2), after.notes, after.merges]).toEqual([
        ["问题类别", "问题数", "qh-golmud", "qh-haixi", "qh-xining", "qh-yushu", "本局研判"],
        ["重点盯办", "周三例会"],
        [`5,${free + 2} 处长批示`],
        1,
      ]);
    },
  );

  test.each([
    { name: "at once", answersLost: [] },
    { name: "after a write that never arrived", answersLost: ["REQUEST"] },
    { name: "after a write whose answer was lost", answersLost: ["ANSWER"] },
  ] as const)(
    "[R23] a tab of the office's own that has the title already stays as it is, $name",
    async ({ answersLost }) => {
      const [office, machine] = [await makeOffice(), makeProvince()];
      await office.change([
        { addSheet: { properties: { sheetId: 5, title: "汇总表" } } },
        {
          updateCells: {
            start: { sheetId: 5, rowIndex: 0, columnIndex: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue: "手工汇总" } }] }],
            fields: "userEnteredValue",
          },
        },
      ]);
      await linkSummary(machine.small.store, "qh", office.spreadsheetId);
      await machine.settle();
      for (const lost of answersLost) await writeSummaries(depsOf(machine, { sheet: lossy(office.sheet, lost) }));
      await writeSummaries(depsOf(machine, office));
      machine.small.items.set("P9", itemOf("problem", "P9", "qh-haixi", { description: "新" }));
      await touch(machine, "qh-haixi");
      await writeSummaries(depsOf(machine, office));
      const { texts } = await office.tab("汇总表（系统）");
      expect([(await office.tab("汇总表")).texts, texts[0]?.[0], texts[4]?.[(texts[3] ?? []).indexOf("小计")]]).toEqual(
        [[["手工汇总"]], "qh四下基层工作汇总表", "4*"],
      );
      expect(await office.titles()).toEqual([
        "汇总表（系统）",
        "按类别",
        "按来源",
        "按月",
        "逾期清单",
        "未报送单位",
        "Sheet1",
        "汇总表",
      ]);
    },
  );

  test("[R23] only rows of units that were not there before are inserted", () => {
    expect(newRows([], ["a", "b"])).toEqual([]);
    expect(newRows(["a", "c"], ["a", "b", "c", "d"])).toEqual([6, 8]);
    expect(newRows(["a", "b"], ["a", "b"])).toEqual([]);
  });
});
