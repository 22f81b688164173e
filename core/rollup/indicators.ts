/**
 * Every figure of a rollup, once. A count is added up the tree; a rate or an average is recomputed from two added counts
 * and never averaged. GraphQL, the provincial spreadsheet and the pages take names and formulas from here.
 */

/** Counts that only serve as parts of rates and averages. They are kept and added like the others and shown nowhere. */
const supportKeys = [
  "HANDLED",
  "HANDLED_KNOWN",
  "ON_SITE_KNOWN",
  "COVERED",
  "COVERABLE",
  "DUE_BY",
  "ON_TIME",
  "SUBMISSIONS",
  "RETURNS",
  "EVER_CLOSED",
  "REOPENED",
  "REQUIRED",
  "FILLED",
  "COMPLETED_OR_NEARLY",
  "DAYS_TAKEN",
  "DAYS_KNOWN",
  "RATED",
  "SATISFIED",
] as const;

const countKeys = [
  "TOPICS",
  "TOPICS_DONE",
  "ACTIVITIES",
  "SURVEYS",
  "VISITS",
  "FORUMS",
  "RECEPTIONS",
  "ONSITE_OFFICES",
  "OPINIONS",
  "PROBLEMS",
  "PROBLEMS_DEVELOPMENT",
  "PROBLEMS_LIVELIHOOD",
  "PROBLEMS_RISK",
  "PROBLEMS_PARTY_BUILDING",
  "PROBLEMS_OTHER",
  "PROBLEMS_FROM_RESEARCH",
  "PROBLEMS_FROM_DEVELOPMENT",
  "PROBLEMS_FROM_MASSES",
  "PROBLEMS_FROM_INSPECTION",
  "PROBLEMS_FROM_AUDIT",
  "PROBLEMS_FROM_RECEPTION",
  "PROBLEMS_FROM_SERVICE_REQUEST",
  "MEASURES",
  "ON_SITE",
  "SUBMITTED",
  "VERIFIED",
  "COMPLETED",
  "CLOSED",
  "OPEN",
  "STANDING",
  "OVERDUE",
  "DUE_SOON",
  "REGULATIONS",
  "REGULATIONS_NEW",
  "REGULATIONS_REVISED",
  "REPORTS",
  "POLICIES",
  "OUTCOMES",
  "TRANSFORMED",
  "STANDARDS",
  "CASES",
  "CASES_POSITIVE",
  "CASES_NEGATIVE",
  "UNITS_EXPECTED",
  "UNITS_REPORTED",
] as const;

const rateKeys = [
  "ON_SITE_RATE",
  "COMPLETION_RATE",
  "LENIENT_RATE",
  "CLOSURE_RATE",
  "OVERDUE_RATE",
  "ON_TIME_RATE",
  "RETURN_RATE",
  "REOPEN_RATE",
  "COMPLETENESS",
  "SATISFACTION_RATE",
  "COVERAGE",
  "REPORTING_RATE",
] as const;

/** What is divided without being a share. */
const averageKeys = ["AVERAGE_DAYS"] as const;

export type SupportKey = (typeof supportKeys)[number];
export type CountKey = (typeof countKeys)[number] | SupportKey;
export type RateKey = (typeof rateKeys)[number];
export type QuotientKey = RateKey | (typeof averageKeys)[number];
export type IndicatorKey = (typeof countKeys)[number] | QuotientKey;

export const quotientKeys: readonly QuotientKey[] = [...rateKeys, ...averageKeys];
export const indicatorKeys: readonly IndicatorKey[] = [...countKeys, ...quotientKeys];
export const addedKeys: readonly CountKey[] = [...countKeys, ...supportKeys];

export interface Indicator {
  readonly key: IndicatorKey;
  readonly name: string;
  readonly english: string;
  /** What is counted, or what is divided by what; Chinese. */
  readonly formula: string;
  /** 项 items, 次 times, 份 documents, 个 bureaus, 天 days on average, % a rate. */
  readonly unit: "项" | "次" | "份" | "个" | "天" | "%";
}

export const quotientParts: Readonly<Record<QuotientKey, { readonly part: CountKey; readonly whole: CountKey }>> = {
  ON_SITE_RATE: { part: "ON_SITE_KNOWN", whole: "HANDLED_KNOWN" },
  COMPLETION_RATE: { part: "COMPLETED", whole: "PROBLEMS" },
  LENIENT_RATE: { part: "COMPLETED_OR_NEARLY", whole: "PROBLEMS" },
  CLOSURE_RATE: { part: "CLOSED", whole: "PROBLEMS" },
  OVERDUE_RATE: { part: "OVERDUE", whole: "PROBLEMS" },
  ON_TIME_RATE: { part: "ON_TIME", whole: "DUE_BY" },
  RETURN_RATE: { part: "RETURNS", whole: "SUBMISSIONS" },
  REOPEN_RATE: { part: "REOPENED", whole: "EVER_CLOSED" },
  COMPLETENESS: { part: "FILLED", whole: "REQUIRED" },
  SATISFACTION_RATE: { part: "SATISFIED", whole: "RATED" },
  COVERAGE: { part: "COVERED", whole: "COVERABLE" },
  REPORTING_RATE: { part: "UNITS_REPORTED", whole: "UNITS_EXPECTED" },
  AVERAGE_DAYS: { part: "DAYS_TAKEN", whole: "DAYS_KNOWN" },
};

/** Whether it is a rate or an average, and so made of two counts. */
export function isQuotient(key: IndicatorKey): key is QuotientKey {
  return key in quotientParts;
}

/** How a number of the indicator is written. */
export function lookOf(key: IndicatorKey): "COUNT" | "RATE" | "AVERAGE" {
  if (!isQuotient(key)) return "COUNT";
  return key === "AVERAGE_DAYS" ? "AVERAGE" : "RATE";
}

function entry(
  key: IndicatorKey,
  name: string,
  english: string,
  unit: Indicator["unit"],
  formula: string,
): readonly [IndicatorKey, Indicator] {
  return [key, { key, name, english, unit, formula }];
}

export const indicators: ReadonlyMap<IndicatorKey, Indicator> = new Map([
  entry("TOPICS", "课题数", "Research topics", "项", "调研课题的条数"),
  entry("TOPICS_DONE", "完成课题", "Topics finished", "项", "已形成报告或成果已转化的课题"),
  entry("ACTIVITIES", "活动次数", "Activities", "次", "各项活动的次数，一次活动有几种形式也只计一次"),
  entry("SURVEYS", "调研次数", "Field surveys", "次", "专题调研、一线调研、蹲点调研的次数"),
  entry("VISITS", "走访次数", "Visits", "次", "走访的次数"),
  entry("FORUMS", "座谈次数", "Forums", "次", "座谈交流的次数"),
  entry("RECEPTIONS", "接访次数", "Receptions", "次", "信访接待、下访接访的次数"),
  entry("ONSITE_OFFICES", "现场办公次数", "On-site office sessions", "次", "现场办公的次数"),
  entry("OPINIONS", "意见建议", "Opinions", "项", "征求到的意见建议"),
  entry("PROBLEMS", "问题数", "Problems", "项", "已挂号且未作废的问题，计在责任单位，只计一次"),
  entry("PROBLEMS_DEVELOPMENT", "制约发展", "Hinders development", "项", "类别为影响制约高质量发展的问题"),
  entry("PROBLEMS_LIVELIHOOD", "急难愁盼", "Livelihood", "项", "类别为急难愁盼的问题"),
  entry("PROBLEMS_RISK", "重大风险", "Major risk", "项", "类别为防范化解重大风险的问题"),
  entry("PROBLEMS_PARTY_BUILDING", "党建作风", "Party building", "项", "类别为党建作风的问题"),
  entry("PROBLEMS_OTHER", "其他问题", "Other problems", "项", "类别为其他的问题"),
  entry("PROBLEMS_FROM_RESEARCH", "调研发现", "Found by research", "项", "来源为调研的问题"),
  entry("PROBLEMS_FROM_DEVELOPMENT", "推动发展遇到", "Met in development", "项", "来源为推动发展的问题"),
  entry("PROBLEMS_FROM_MASSES", "群众反映", "Raised by the masses", "项", "来源为群众反映的问题"),
  entry("PROBLEMS_FROM_INSPECTION", "巡视巡察检查", "Found by inspection", "项", "来源为巡视巡察和检查的问题"),
  entry("PROBLEMS_FROM_AUDIT", "审计发现", "Found by audit", "项", "来源为审计的问题"),
  entry("PROBLEMS_FROM_RECEPTION", "信访接访", "From petitions", "项", "来源为信访接访的问题"),
  entry("PROBLEMS_FROM_SERVICE_REQUEST", "群众点单", "From requests for service", "项", "来源为群众点单的问题"),
  entry("MEASURES", "整改措施", "Measures", "项", "问题清单中的措施加单列的措施"),
  entry("ON_SITE", "现场解决", "Solved on site", "项", "现场解决的问题和意见"),
  entry("SUBMITTED", "待验收", "Awaiting verification", "项", "已申请销号、上级尚未审核的问题"),
  entry("VERIFIED", "待备案", "Verified, to be filed", "项", "已验收、尚未备案的问题"),
  entry("COMPLETED", "已完成", "Completed", "项", "待验收＋待备案＋已销号"),
  entry("CLOSED", "已销号", "Closed", "项", "经审核确认销号的问题"),
  entry("OPEN", "整改中", "Still open", "项", "问题和办理中的意见，既未销号也未现场解决"),
  entry("STANDING", "长期坚持", "Standing", "项", "未销号且须长期坚持的问题"),
  entry("OVERDUE", "逾期", "Overdue", "项", "未销号且整改时限早于截至日的问题，当日到期不算"),
  entry("DUE_SOON", "临期", "Due soon", "项", "未销号且七日内到期的问题"),
  entry("REGULATIONS", "制度", "Regulations", "项", "新制订和修订的制度"),
  entry("REGULATIONS_NEW", "新订制度", "New regulations", "项", "新制订的制度"),
  entry("REGULATIONS_REVISED", "修订制度", "Revised regulations", "项", "修订的制度"),
  entry("REPORTS", "调研报告", "Reports", "份", "成果清单中的报告；清单没有列报告的，为课题中填了报告的"),
  entry("POLICIES", "政策对策", "Policies", "项", "形式为政策对策的成果"),
  entry("OUTCOMES", "调研成果", "Outcomes", "项", "成果清单中除报告、制度、标准、案例以外的成果"),
  entry("TRANSFORMED", "成果转化", "Outcomes put to use", "项", "已转化运用的成果"),
  entry("STANDARDS", "标准体系", "Standards", "项", "形式为标准的成果，体系与子体系都计"),
  entry("CASES", "典型案例", "Cases", "项", "正面、反面和未分正反的案例"),
  entry("CASES_POSITIVE", "正面案例", "Positive cases", "项", "正面案例"),
  entry("CASES_NEGATIVE", "反面案例", "Negative cases", "项", "反面案例"),
  entry(
    "UNITS_EXPECTED",
    "应报单位",
    "Units expected to report",
    "个",
    "自设台账的单位和没有下级的单位；有下级而自己不设台账的只汇总，不计",
  ),
  entry("UNITS_REPORTED", "已报单位", "Units that reported", "个", "应报单位中本月更新过台账的，每月1日起重新计"),
  entry(
    "ON_SITE_RATE",
    "现场解决率",
    "On-site rate",
    "%",
    "现场解决÷（问题＋办理的意见）；只列已解决事项的单位总数不明，不计入",
  ),
  entry("COMPLETION_RATE", "完成率", "Completion rate", "%", "已完成÷问题数"),
  entry(
    "LENIENT_RATE",
    "完成或基本完成率",
    "Completed or nearly so",
    "%",
    "（已完成＋整改中而状态写明基本完成或达到90%的）÷问题数",
  ),
  entry("CLOSURE_RATE", "销号率", "Closure rate", "%", "已销号÷问题数"),
  entry("OVERDUE_RATE", "逾期率", "Overdue rate", "%", "逾期÷问题数"),
  entry("ON_TIME_RATE", "按期完成率", "On-time rate", "%", "时限内完成的问题÷时限已过的问题；完成日不明的不计"),
  entry("RETURN_RATE", "退回率", "Return rate", "%", "退回次数÷申请销号次数"),
  entry("REOPEN_RATE", "复发率", "Reopening rate", "%", "重启次数÷销号次数"),
  entry(
    "COMPLETENESS",
    "填报完整率",
    "Completeness",
    "%",
    "已填的必填栏÷必填栏；必填为问题描述、问题类别、整改措施、整改时限，以及责任领导、部门、责任人之一",
  ),
  entry("SATISFACTION_RATE", "满意率", "Satisfaction rate", "%", "满意和基本满意÷有评价的意见建议"),
  entry("COVERAGE", "覆盖率", "Coverage", "%", "到过的下级单位÷全部下级单位"),
  entry("REPORTING_RATE", "报送率", "Reporting rate", "%", "已报单位÷应报单位"),
  entry(
    "AVERAGE_DAYS",
    "平均整改周期",
    "Average days to rectify",
    "天",
    "从发现时间（没有的从挂号之日）到完成的天数之和÷起止可知的已完成问题数",
  ),
]);

export function indicatorOf(key: IndicatorKey): Indicator {
  const found = indicators.get(key);
  if (found === undefined) throw new Error(`no indicator ${key}`);
  return found;
}
