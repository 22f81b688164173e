import type { Claim } from "./claim.ts";

/** What one word of a status cell says. */
export interface StatusWord {
  /** null: a word about time, not about the work (逾期). */
  readonly claim: Claim | null;
  readonly onSite?: true;
  /** 0..100, how far the work is. */
  readonly percent?: number;
  /** 未销号, 未验收: says that nobody has closed it, and nothing of the work beside a word that does. */
  readonly unclosed?: true;
}

const table: readonly (readonly [words: string, says: StatusWord])[] = [
  [
    `未整改 待整改 未启动 未开始 未完成 未解决 未落实 未办结 未到位 尚未整改 否 × ✗ ✘ ❌ x n false 没有 待办 待处理 待落实
    待启动 计划中 暂无进展 无进展`,
    { claim: "REGISTERED" },
  ],
  [
    "未销号 未销 未闭环 未验收 尚未销号 尚未闭环 尚未验收 暂未销号 暂未验收 未申请销号 未复查",
    { claim: "REGISTERED", unclosed: true },
  ],
  [
    `整改中 正在整改 正在推进 有序推进 推进中 办理中 进行中 正在办理 正在进行 正在落实 处理中 落实中 在办 在改 整改推进中
    有序整改 正在有序整改 正在有序推进 正在有序推进中 正在推进中 正在整改中 正在办理中 有序推进中 已启动 部分完成
    部分整改完成 序时推进 按序推进 正常推进 正在处理 正在协调 正在开展 协调中 跟进中 督办中 △ 已部署 推进 稳步推进 加快推进
    取得初步成效 取得明显成效`,
    { claim: "IN_PROGRESS" },
  ],
  [
    "部分整改 阶段性完成 取得阶段性成效 取得阶段性成果 取得阶段性进展 阶段性整改 部分解决",
    { claim: "IN_PROGRESS", percent: 50 },
  ],
  ["基本完成 基本整改 基本到位 基本解决 基本整改到位 整改基本完成 基本办结", { claim: "IN_PROGRESS", percent: 90 }],
  [
    `已完成 已整改 整改完成 整改到位 已办结 已解决 完成 √ ✓ ✔ ☑ ✅ 是 y true 办结 解决 已整改完成 已整改到位 已完成整改
    全部完成 全部整改 完成整改 已经完成 已落实 已到位 待验收 待销号 待复查 待核查 申请销号 已申请销号 整改完毕 办理完毕
    处理完毕 已处理 已办理 已办 已完结 落实到位`,
    { claim: "COMPLETE" },
  ],
  [
    `已销号 已销 销号 对账销号 已对账销号 已闭环 闭环 已验收 验收合格 验收通过 复查合格 合格 通过 已完成销号 完成销号 同意销号
    予以销号 已通过验收 复查通过 已核销 整改合格`,
    { claim: "CLOSED" },
  ],
  [
    `现场解决 当场解决 立行立改 已现场解决 已当场解决 现场办结 当场办结 现场协调解决 现场整改 当场整改 即知即改 已立行立改
    立即整改完成`,
    { claim: "COMPLETE", onSite: true },
  ],
  [
    `持续推进 长期坚持 常态化 持续整改 长期推进 长期整改 持续坚持 常态化推进 常态化坚持 持续推进中 持续整改中 常态化开展
    需长期坚持 坚持 持续`,
    { claim: "STANDING" },
  ],
  [
    `退回 驳回 不通过 验收不合格 不合格 验收不通过 未通过 未通过验收 审核退回 已退回 退回整改 不予销号 不同意销号
    复查不合格`,
    { claim: "RETURN" },
  ],
  ["反弹 复发 重启 已反弹 问题反弹 重新整改", { claim: "REOPEN" }],
  ["作废 合并 重复 已作废 已合并 重复问题", { claim: "VOID" }],
  [
    "转办 上报 提请上级 已转办 已上报 上交 提请上级解决 提请上级协调 需上级协调 需上级解决 需上级支持",
    { claim: "TRANSFER" },
  ],
  ["逾期 超期 已逾期 已超期 未逾期 未超期 临期 按期 正常 未到期", { claim: null }],
];

export const statusWords: ReadonlyMap<string, StatusWord> = new Map(
  table.flatMap(([words, says]) => words.split(/\s+/).map((word): [string, StatusWord] => [word, says])),
);
