import type { Claim } from "./claim.ts";

/** What one word of a status cell says. */
export interface StatusWord {
  readonly claim: Claim | null;
  readonly onSite?: true;
  /** 0..100, how far the work is. */
  readonly percent?: number;
}

const words: readonly [readonly string[], StatusWord][] = [
  [
    [
      "未整改",
      "待整改",
      "未启动",
      "未开始",
      "未完成",
      "未销号",
      "未解决",
      "未落实",
      "未办结",
      "未闭环",
      "未验收",
      "未到位",
      "尚未整改",
      "待办",
      "待处理",
      "待落实",
      "待启动",
      "计划中",
      "否",
      "×",
      "✗",
      "✘",
      "x",
      "n",
      "false",
      "没有",
    ],
    { claim: "REGISTERED" },
  ],
  [
    [
      "整改中",
      "正在整改",
      "正在推进",
      "有序推进",
      "推进中",
      "办理中",
      "进行中",
      "正在办理",
      "正在进行",
      "正在落实",
      "处理中",
      "落实中",
      "在办",
      "在改",
      "整改推进中",
      "有序整改",
      "正在有序整改",
      "正在有序推进",
      "正在有序推进中",
      "正在推进中",
      "正在整改中",
      "正在办理中",
      "有序推进中",
      "已启动",
      "部分完成",
      "部分整改完成",
      "序时推进",
      "按序推进",
      "正常推进",
      "正在处理",
      "正在协调",
      "正在开展",
      "协调中",
      "跟进中",
      "已部署",
      "推进",
    ],
    { claim: "IN_PROGRESS" },
  ],
  [
    ["部分整改", "阶段性完成", "取得阶段性成效", "取得阶段性成果", "取得阶段性进展", "阶段性整改", "部分解决"],
    { claim: "IN_PROGRESS", percent: 50 },
  ],
  [
    ["基本完成", "基本整改", "基本到位", "基本解决", "基本整改到位", "整改基本完成", "基本办结"],
    { claim: "IN_PROGRESS", percent: 90 },
  ],
  [
    [
      "已完成",
      "已整改",
      "整改完成",
      "整改到位",
      "已办结",
      "已解决",
      "完成",
      "√",
      "✓",
      "✔",
      "☑",
      "是",
      "y",
      "true",
      "办结",
      "解决",
      "已整改完成",
      "已整改到位",
      "已完成整改",
      "全部完成",
      "全部整改",
      "完成整改",
      "已经完成",
      "已落实",
      "已到位",
      "待验收",
      "待销号",
      "待复查",
      "待核查",
      "整改完毕",
      "办理完毕",
      "处理完毕",
      "已处理",
      "已办理",
      "已办",
      "已完结",
      "落实到位",
      "申请销号",
      "已申请销号",
    ],
    { claim: "COMPLETE" },
  ],
  [
    [
      "已销号",
      "销号",
      "对账销号",
      "已对账销号",
      "已闭环",
      "闭环",
      "已验收",
      "验收合格",
      "验收通过",
      "复查合格",
      "合格",
      "通过",
      "已完成销号",
      "完成销号",
      "同意销号",
      "予以销号",
      "已通过验收",
      "复查通过",
      "已核销",
      "整改合格",
    ],
    { claim: "CLOSED" },
  ],
  [
    [
      "现场解决",
      "当场解决",
      "立行立改",
      "已现场解决",
      "已当场解决",
      "现场办结",
      "当场办结",
      "现场协调解决",
      "现场整改",
      "当场整改",
      "即知即改",
      "已立行立改",
      "立即整改完成",
    ],
    { claim: "COMPLETE", onSite: true },
  ],
  [
    [
      "持续推进",
      "长期坚持",
      "常态化",
      "持续整改",
      "长期推进",
      "持续坚持",
      "常态化推进",
      "常态化坚持",
      "持续推进中",
      "持续整改中",
      "常态化开展",
      "并长期坚持",
      "需长期坚持",
      "坚持",
      "持续",
    ],
    { claim: "STANDING" },
  ],
  [
    [
      "退回",
      "驳回",
      "不通过",
      "验收不合格",
      "不合格",
      "验收不通过",
      "未通过",
      "未通过验收",
      "审核退回",
      "已退回",
      "退回整改",
      "不予销号",
      "不同意销号",
      "复查不合格",
    ],
    { claim: "RETURN" },
  ],
  [["反弹", "复发", "重启", "已反弹", "问题反弹", "重新整改"], { claim: "REOPEN" }],
  [["作废", "合并", "重复", "已作废", "已合并", "重复问题"], { claim: "VOID" }],
  [["转办", "上报", "提请上级", "已转办", "已上报", "上交", "提请上级解决", "提请上级协调"], { claim: "TRANSFER" }],
  [["逾期", "超期", "已逾期", "已超期", "未逾期", "未超期", "临期", "按期", "正常", "未到期"], { claim: null }],
];
const dictionary = new Map<string, StatusWord>(
  words.flatMap(([list, word]) => list.map((text): [string, StatusWord] => [text, word])),
);
const longest = [...dictionary].sort((a, b) => b[0].length - a[0].length);
/** Words around a status that leave it as it is. */
const padding =
  /整改任务|整改工作|整改措施|各项措施|问题|任务|措施|事项|工作|整改|目前|现已|现在|现|均已|均|全部|已经|已|了|按期|按时|如期|提前|正在|于|该|此项|该项|全面|完毕|验收|状态|为|:|\d{2,4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}月(?:底|末|份)?/g;
const negation = /未|没|尚未|暂未|无法|不能|不(?!断)|待/;
const stem = /完成|整改|启动|开始|销号|解决|落实|办结|闭环|验收|到位|开展|推进|达标|实施|通过/;

/**
 * What one clause of a status cell says: the word itself, a negation before anything else (未完成 contains 完成), or the
 * longest word with nothing but padding around it. null: not a status.
 */
export function readStatusWord(clause: string): StatusWord | null {
  const exact = dictionary.get(clause.toLowerCase());
  if (exact !== undefined) return exact;
  const share = readShare(clause);
  if (share !== null) return share;
  if (negation.test(clause)) {
    const rest = clause.replace(padding, "");
    return stem.test(clause) && rest.length <= 8 ? { claim: "REGISTERED" } : null;
  }
  const found = longest.find(([word]) => word.length > 1 && clause.includes(word));
  if (found === undefined) return null;
  return clause.replace(found[0], "").replace(padding, "") === "" ? found[1] : null;
}

/** `60%`, `已完成80%`, `8/10`: a share of the work. */
function readShare(clause: string): StatusWord | null {
  const percent = /^(?:已|整改)?(?:完成|进度|整改|办结)?(?:率|度)?:?(?:约|至|到|达)?(\d{1,3})(?:\.\d+)?%$/.exec(
    clause.replace("已完成", "完成"),
  );
  const ratio = /^(\d{1,4})\/(\d{1,4})$/.exec(clause);
  const value =
    percent !== null
      ? Number(percent[1])
      : ratio !== null && Number(ratio[2]) > 0
        ? Math.floor((Number(ratio[1]) / Number(ratio[2])) * 100)
        : null;
  if (value === null || value > 100) return null;
  if (value === 0) return { claim: "REGISTERED", percent: 0 };
  return { claim: value === 100 ? "COMPLETE" : "IN_PROGRESS", percent: value };
}
