import { seededRandom } from "../../test/support/random.ts";

/** Made-up rows of a 问题清单 as bureaus write them: the same rows for the same seed. */

export interface RowTexts {
  readonly description: string;
  readonly category: string;
  readonly source: string;
  readonly measures: string;
  readonly leader: string;
  readonly department: string;
  readonly owner: string;
  readonly due: string;
  readonly progress: string;
  readonly remark: string;
}

/** In the order of the columns on the sheet. */
export const rowHeaders: Readonly<Record<keyof RowTexts, string>> = {
  description: "问题描述",
  category: "问题类别",
  source: "问题来源",
  measures: "整改措施",
  leader: "责任领导",
  department: "责任部门",
  owner: "责任人",
  due: "整改时限",
  progress: "整改进展",
  remark: "备注",
};

const places = ["城区", "镇区", "山区", "沿街", "景区", "市场", "社区", "村组"];
const subjects = ["零售终端陈列不规范", "配送线路迂回", "信息采集不全", "货源投放偏紧", "走访次数不足", "设备老旧"];
const effects = ["客户反映不便", "影响服务质量", "影响市场秩序", "增加经营成本"];
const measures = [
  "走访零售客户，逐户登记需求",
  "调整配送线路，缩短送货时间",
  "组织培训，明确责任",
  "更换设备，建立台账",
];
const departments = ["专卖科", "营销中心", "物流中心", "办公室", "财务科"];
const progresses = ["", "推进中", "已走访30户，余下下月完成", "已完成线路调整，正在试运行"];

export function makeRows(count: number, seed: number): readonly RowTexts[] {
  const random = seededRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  return Array.from({ length: count }, (_, i) => ({
    description: `示例问题${i + 1}：${pick(places)}${pick(subjects)}，${pick(effects)}`,
    category: pick(["发展", "民生", "风险", "其他"]),
    source: pick(["调研", "群众反映", "督查"]),
    measures: `1.${pick(measures)}\n2.${pick(measures)}`,
    leader: `示例领导${Math.floor(random() * 8)}`,
    department: pick(departments),
    owner: `示例人员${Math.floor(random() * 40)}`,
    due: `2023-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`,
    progress: pick(progresses),
    remark: random() < 0.1 ? "需上级协调" : "",
  }));
}

/** Crockford's base 32, as row identities are written. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A row identity for a number: 12 characters after the kind's letter. */
export function rowCode(prefix: string, n: number): string {
  let text = "";
  for (let rest = n; rest > 0; rest = Math.floor(rest / 32)) text = (digits[rest % 32] ?? "") + text;
  return prefix + text.padStart(12, "0");
}
