import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createItem } from "../../../core/ledger/create.ts";
import { indexValuesOf } from "../../../core/ledger/index-values.ts";
import type { KindName } from "../../../core/ledger/kind.ts";
import { silentLog } from "../../../core/log.ts";
import { markUnitChanged, settleMs } from "../../../core/rollup/mark.ts";
import { makeRollups } from "../../../core/rollup/rollup.ts";
import type { RunReport } from "../../../core/rollup/run.ts";
import type { Store } from "../../../core/store/store.ts";
import { withUsage } from "../../support/counting-table.ts";
import { makeMemoryStore } from "../../support/memory-store.ts";
import { makeMemoryTable } from "../../support/memory-table.ts";
import { unitAt } from "./ledger-builders.ts";

/** An industry: 1 + 31 provinces + 403 prefectures + 2,065 counties, each county with a year's ledger. */
const counties: string[] = [];
const counted = withUsage(makeMemoryTable());
const store: Store = makeMemoryStore(counted.table);
let nowMs = Date.parse("2023-11-10T01:00:00Z");
const world = { nowMs: () => nowMs, random: () => 0 };
const rollups = makeRollups({ store, world, log: silentLog });

interface Cost {
  readonly run: string;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** The spec's own table, to be compared with what is measured. */
function specTable(): readonly Cost[] {
  const text = readFileSync(new URL("../../../docs/spec/rollup.md", import.meta.url), "utf8");
  return [...text.matchAll(/^\| ([^|]*\S) *\| *([\d.,]+) *\| *([\d.,]+) *\|$/gm)].map(
    ([, run = "", readUnits = "", writeUnits = ""]) => ({
      run,
      readUnits: Number(readUnits.replaceAll(",", "")),
      writeUnits: Number(writeUnits.replaceAll(",", "")),
    }),
  );
}

beforeAll(async () => {
  const paths = ["cn/"];
  for (let p = 0; p < 31; p++) {
    const province = `cn/p${p}/`;
    paths.push(province);
    for (let c = 0; c < 13; c++) {
      const prefecture = `${province}p${p}-${c}/`;
      paths.push(prefecture);
      for (let k = 0; k < (p * 13 + c < 50 ? 6 : 5); k++) counties.push(`${prefecture}p${p}-${c}-${k}/`);
    }
  }
  for (const path of [...paths, ...counties]) await store.putUnit({ ...unitAt(path), name: `${codeOf(path)}局` }, 0);
  for (const path of counties) {
    for (let i = 0; i < 20; i++) await put("problem", path, i, problemTexts(i));
    for (let i = 0; i < 4; i++) await put("topic", path, i, { title: `示例课题${i}`, leader: "示例甲" });
    for (let i = 0; i < 8; i++) await put("activity", path, i, { theme: `示例活动${i}`, kinds: "走访", count: "3" });
  }
}, 120_000);

const codeOf = (path: string) => path.split("/").at(-2) ?? "";

function problemTexts(index: number): Readonly<Record<string, string>> {
  return {
    description: `示例问题${index}：零售终端陈列不规范，客户反映配送不及时`,
    category: index % 2 === 0 ? "影响制约高质量发展" : "急难愁盼",
    measures: "1.走访零售客户\n2.调整配送线路",
    leader: "示例甲",
    department: "专卖科",
    owner: "示例乙",
    due: "2024-11-30",
    progress: "推进中",
  };
}

async function put(kind: KindName, path: string, index: number, texts: Readonly<Record<string, string>>) {
  const unit = codeOf(path);
  const at = new Date(nowMs).toISOString();
  const { item, changes } = createItem(
    { kind, code: `${kind}-${unit}-${index}`, unit, texts, topicCode: null, row: null, referenceDate: "2023-10-01" },
    { side: "SHEET", actor: `sheet:${unit}`, at },
  );
  await store.putItem(item, indexValuesOf(item, path), changes, 0);
}

/** One more item in each of some counties, as far apart as can be, and then what one run costs. */
async function costOf(run: string, changes: number): Promise<Cost & { readonly report: RunReport }> {
  for (let i = 0; i < changes; i++) {
    const path = counties[Math.floor((i * counties.length) / changes)] ?? "";
    await markUnitChanged(store, codeOf(path), new Date(nowMs).toISOString());
    await put("problem", path, 100 + changes, problemTexts(i));
  }
  nowMs += settleMs;
  counted.reset();
  const report = await rollups.run();
  const { readUnits, writeUnits } = counted.usage;
  nowMs += settleMs;
  return { run, readUnits, writeUnits, report };
}

/** What the table says when that is within a tenth: a field more on an item does not make the table wrong. */
const near = (measured: number, told = Number.NaN) =>
  Math.abs(measured - told) <= Math.max(0.5, measured / 10) ? told : measured;

describe("capacity of a run over 2,500 units with 66,080 items", () => {
  test("[R30] is proportional to the units that changed, as the table of the spec says", async () => {
    const whole = await costOf("all 2,500 units, for the first time", 0);
    const idle = await costOf("nothing changed", 0);
    const one = await costOf("1 unit changed", 1);
    const ten = await costOf("10 units changed", 10);
    const hundred = await costOf("100 units changed", 100);
    nowMs += 86_400_000;
    const day = await costOf("a new day, nothing changed", 0);
    nowMs += 30 * 86_400_000;
    const month = await costOf("a new month, in which nobody has reported yet", 0);
    expect([whole, idle, one, ten, hundred, day, month].map(({ report }) => [report.counted, report.folded])).toEqual([
      [2500, 2500],
      [0, 0],
      [1, 4],
      [10, 31],
      [100, 232],
      [0, 0],
      [0, 0],
    ]);
    const reporting = (await rollups.rollupOf("cn"))?.total;
    expect([reporting?.UNITS_EXPECTED?.value, reporting?.UNITS_REPORTED?.value]).toEqual([counties.length, 0]);
    const costs = [idle, one, ten, hundred, day, month, whole].map(({ run, readUnits, writeUnits }) => ({
      run,
      readUnits,
      writeUnits,
    }));
    const stated = specTable();
    const rounded = costs.map(({ run, readUnits, writeUnits }, index) => ({
      run,
      readUnits: near(readUnits, stated[index]?.readUnits),
      writeUnits: near(writeUnits, stated[index]?.writeUnits),
    }));
    expect(stated).toEqual(rounded);
    const perUnit = [one, ten, hundred].map(({ readUnits, report }) => (readUnits - idle.readUnits) / report.counted);
    expect(Math.max(...perUnit)).toBe(perUnit[0]);
    expect(hundred.readUnits).toBeLessThan(whole.readUnits / 10);
  }, 120_000);
});
