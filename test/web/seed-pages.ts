import { createItem } from "../../core/ledger/create.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Conflict, Item, Workflow } from "../../core/ledger/item.ts";
import type { KindName } from "../../core/ledger/kind.ts";
import type { Unit } from "../../core/ledger/unit.ts";
import { markUnitChanged } from "../../core/rollup/mark.ts";
import { linkOf } from "../core/rollup/ledger-builders.ts";
import type { PageStack } from "./page-stack.ts";

/** A small province and its neighbours, with a month of history, for looking at the pages. */

const units: readonly (readonly [string, string, Unit["level"]])[] = [
  ["cn", "全行业", "INDUSTRY"],
  ["cn/ah", "安徽省局", "PROVINCE"],
  ["cn/ah/ah-xuancheng", "宣城市局", "PREFECTURE"],
  ["cn/ah/ah-chizhou", "池州市局", "PREFECTURE"],
  ["cn/ah/ah-chizhou/ah-chizhou-guichi", "贵池区局", "COUNTY"],
  ["cn/qh", "青海省局", "PROVINCE"],
  ["cn/qh/qh-haixi", "海西州局", "PREFECTURE"],
  ["cn/qh/qh-haixi/qh-haixi-dulan", "都兰县局", "COUNTY"],
  ["cn/dl", "大连市局", "PROVINCE"],
];

const descriptions = [
  "卷烟零售终端货源投放与客户实际需求衔接不够紧密，部分乡镇客户反映畅销规格供应不足",
  "基层站所值班用房老旧，冬季取暖设施不足，一线职工反映强烈",
  "专卖执法装备更新滞后，夜间巡查车辆安全隐患较大",
  "农村网点送货半径大、线路长，送货及时率偏低",
  "对青年员工培养缺乏系统安排，岗位交流机制不健全",
];
const categories = ["影响制约高质量发展", "急难愁盼", "防范化解重大风险", "党建作风", "其他"];
const sources = ["调研发现", "群众反映", "调研发现", "审计", "巡视巡察"];

export interface Seeded {
  readonly submitted: string;
  readonly conflicted: string;
  readonly braked: string;
}

/** @param ago moves the stack's clock: days before now. */
export async function seedPages(stack: PageStack, ago: (days: number) => void): Promise<Seeded> {
  const paths = new Map<string, string>();
  ago(40);
  for (const [place, name, level] of units) {
    const path = `${place}/`;
    const [code = "", parent = null] = place.split("/").reverse();
    paths.set(code, path);
    await stack.store.putUnit({ format: 1, code, name, level, parent, path, closurePolicy: null, version: 1 }, 0);
  }
  let made = 0;
  const put = async (
    kind: KindName,
    unit: string,
    texts: Readonly<Record<string, string>>,
    workflow: Partial<Workflow> = {},
    more: Partial<Item> = {},
  ): Promise<string> => {
    const code = `${kind[0]?.toUpperCase()}${String(++made).padStart(12, "0")}`;
    const at = new Date(stack.world.nowMs()).toISOString();
    const referenceDate = at.slice(0, 10);
    const author = { side: "SHEET" as const, actor: `sheet:${unit}`, at };
    const { item, changes } = createItem(
      { kind, code, unit, texts, topicCode: null, row: null, referenceDate },
      author,
    );
    const stored = {
      ...item,
      ...more,
      workflow: item.workflow === null ? null : { ...item.workflow, ...workflow },
    };
    await markUnitChanged(stack.store, unit, at);
    await stack.store.putItem(stored, indexValuesOf(stored, paths.get(unit) ?? ""), changes, 0);
    return code;
  };
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const problem = (
    unit: string,
    index: number,
    due: string,
    workflow: Partial<Workflow> = {},
    more: Partial<Item> = {},
    texts: Readonly<Record<string, string>> = {},
  ) =>
    put(
      "problem",
      unit,
      {
        description: descriptions[index % descriptions.length] ?? "",
        category: categories[index % categories.length] ?? "",
        source: sources[index % sources.length] ?? "",
        measures: "1.开展专题会商，逐户核实需求\n2.按月优化投放策略并公示\n3.建立回访台账",
        leader: "分管副局长",
        department: "营销中心",
        owner: "客户服务科科长、线路主管",
        due,
        progress: index % 2 === 0 ? "已完成摸底，正在逐条落实" : "",
        ...texts,
      },
      workflow,
      more,
    );
  const closed = { state: "CLOSED" as const, closedOn: day(-12) };
  for (let i = 0; i < 4; i++) await problem("ah-xuancheng", i, day(5));
  await problem("ah-xuancheng", 4, day(5), { state: "IN_PROGRESS" }, {}, { claim: "基本完成" });
  for (let i = 0; i < 4; i++)
    await put("topic", "ah-xuancheng", { title: `课题${i + 1}：基层治理`, report: "调研报告" });
  await put("activity", "qh-haixi", { theme: "专题调研", kinds: "专题调研", count: "5", visitedUnits: "都兰县局" });
  await put("activity", "qh-haixi", { theme: "走访市场", kinds: "走访", count: "12余" });
  await put("opinion", "qh-haixi", { text: "建议优化配送时间", claim: "整改中", count: "16" });
  await put("opinion", "qh-haixi", { text: "建议增设服务点", claim: "现场解决", count: "2" });
  for (let i = 0; i < 3; i++) await problem("ah-chizhou-guichi", i, day(-3));
  await stack.rollups.run();
  ago(20);
  for (let i = 0; i < 6; i++) await problem("ah-xuancheng", i, day(60), closed);
  await stack.rollups.run();
  ago(9);
  for (let i = 0; i < 4; i++) await problem("dl", i, day(40), { state: "SUBMITTED", resolution: "ON_SITE" });
  await stack.rollups.run();
  ago(0);
  const submitted = await problem("ah-chizhou-guichi", 3, day(3), {
    state: "SUBMITTED",
    submittedBy: "leader@ah-chizhou-guichi",
  });
  const conflict: Conflict = {
    id: "progress.2",
    field: "progress",
    sheetValue: "已完成七成，预计本月底完成",
    storeValue: "已完成五成",
    shown: "SHEET",
    openedAt: new Date(stack.world.nowMs()).toISOString(),
    settledAt: null,
  };
  const row = { spreadsheetId: "sheet-guichi", tabId: 0, presence: "PRESENT" as const, missingSince: null };
  const conflicted = await problem("ah-chizhou-guichi", 4, "看情况", {}, { conflicts: [conflict], row });
  const links = [
    { ...linkOf("ah-chizhou-guichi", ["problem"], "sheet-guichi"), title: "贵池区局问题台账" },
    {
      ...linkOf("qh-haixi-dulan", ["problem", "topic"], "sheet-dulan"),
      title: "都兰县局四下基层台账",
      state: "BRAKED" as const,
      brakedPass: "pass-1",
      reason: "表中已登记的12行中有9行不见了，为防误删，同步已停止",
    },
  ];
  for (const link of links) await stack.store.putLink(link, 0);
  await stack.store.putPass({
    id: "pass-1",
    spreadsheetId: "sheet-dulan",
    startedAt: new Date(stack.world.nowMs()).toISOString(),
    finishedAt: new Date(stack.world.nowMs()).toISOString(),
    rowsRead: 3,
    toStore: 0,
    toSheet: 0,
    conflicts: 0,
    problems: 1,
    outcome: "BRAKED",
    reason: "表中已登记的12行中有9行不见了",
    requests: { read: 1, write: 0 },
  });
  await stack.rollups.run();
  return { submitted, conflicted, braked: "sheet-dulan" };
}
