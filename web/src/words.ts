import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** Every word on the pages, Chinese first. */
const words = {
  title: ["四下基层台账", "Field ledger"],
  skip: ["跳到正文", "Skip to content"],
  overview: ["总览", "Overview"],
  inbox: ["待审核", "To verify"],
  sheets: ["表格同步", "Spreadsheets"],
  units: ["单位", "Units"],
  showUnits: ["选择单位", "Choose a unit"],
  expand: ["展开", "Expand"],
  collapse: ["收起", "Collapse"],
  language: ["English", "中文"],
  signOut: ["退出", "Sign out"],
  signIn: ["登录", "Sign in"],
  signInHint: ["请用本单位账号登录", "Please sign in with your bureau's account"],
  identity: ["身份", "Acting as"],
  switchIdentity: ["切换", "Switch"],
  role: ["角色", "Role"],
  unit: ["单位", "Unit"],
  unitCode: ["单位代码", "Unit code"],
  loading: ["正在加载…", "Loading…"],
  failed: ["没有取到数据", "The data could not be loaded"],
  retry: ["重试", "Try again"],
  notFound: ["没有找到，或无权查看", "Not found, or not visible to you"],
  asOf: ["截至", "As of"],
  sinceLast: ["比上月末", "since last month's end"],
  points: ["{points}个百分点", "{points} points"],
  unchanged: ["持平", "unchanged"],
  noBefore: ["上月末无数据", "no figure last month"],
  legend: [
    "— 未报送；“不全”和 * 表示部分单位未报送，只是已报送部分之和；≥、≤、≈ 为约数；比率按合计重算，不取平均",
    "— not reported; “partial” and * mark sums of only those units that reported; ≥, ≤, ≈ are bounds; rates are recomputed from sums",
  ],
  firstMonth: ["上月末尚无数据，自本月起比较", "No figures for last month's end yet"],
  openSummary: ["打开汇总表", "Open the summary sheet"],
  openSheet: ["打开表格", "Open the spreadsheet"],
  partial: ["部分单位未报", "some units have not reported"],
  partialMark: ["不全", "partial"],
  notReported: ["未报送", "Not reported"],
  zeroWhole: ["分母为零", "Nothing to divide by"],
  trendTooShort: ["统计始于{day}，满两天后显示走势", "Counting began on {day}; the chart starts with the second day"],
  stages: ["办理进度", "How far they are"],
  stageClosed: ["已销号", "Closed"],
  stageVerified: ["已审核，待备案", "Verified, to be filed"],
  stageSubmitted: ["已申请，待审核", "Submitted, to be verified"],
  stageOpen: ["尚未完成", "Not completed"],
  noTrend: ["尚未报送问题清单", "No problems were reported"],
  trend: ["销号与逾期走势（近30天）", "Closure and overdue, last 30 days"],
  byCategory: ["问题分类", "Problems by category"],
  bySource: ["问题来源", "Problems by source"],
  noSource: ["未写明来源", "No source given"],
  daysOverItems: ["{days}天/{items}项", "{days} days/{items} items"],
  days: ["天", "days"],
  counts: ["数量", "Counts"],
  rates: ["比率", "Rates"],
  ranking: ["下级单位", "Units below"],
  rankingHint: [
    "比率和平均数下方为分子/分母；点表头排序；未报送的排在最后",
    "Below a rate or an average stand part/whole; click a heading to sort; units without the figure stand last",
  ],
  allFigures: ["全部指标", "All figures"],
  byUnit: ["各单位", "By unit"],
  ownPart: ["本级", "The unit itself"],
  missing: ["本月未报送单位", "Not reported this month"],
  noMissing: ["本月各单位均已更新台账", "Every unit has updated its ledger this month"],
  noneBelow: ["没有下级单位", "No units below"],
  light: ["亮灯", "Light"],
  RED: ["有逾期", "Overdue"],
  YELLOW: ["有临期", "Due soon"],
  GREEN: ["正常", "On course"],
  BLUE: ["全部销号", "All closed"],
  GREY: ["未报问题", "No problems reported"],
  standingLight: ["长期坚持", "Standing"],
  items: ["问题清单", "Problem items"],
  noItems: ["没有记录", "Nothing"],
  topics: ["课题", "Research topics"],
  entries: ["台账记录", "Rows of the ledgers"],
  more: ["更多", "More"],
  formula: ["口径：", "Definition: "],
  description: ["问题描述", "Description"],
  category: ["问题类别", "Category"],
  source: ["问题来源", "Source"],
  due: ["整改时限", "Due"],
  dueTyped: ["（原文：{text}）", "(typed: {text})"],
  state: ["状态", "State"],
  measures: ["整改措施", "Measures"],
  noMeasures: ["尚未填写", "None given"],
  leader: ["责任领导", "Leader"],
  department: ["责任部门", "Department"],
  owner: ["责任人", "Responsible"],
  progress: ["整改进展", "Progress"],
  topic: ["调研课题", "Research topic"],
  originUnit: ["发现单位", "Found by"],
  resolution: ["解决方式", "Solved"],
  returnCount: ["退回次数", "Times returned"],
  cycle: ["整改轮次", "Round"],
  remark: ["备注", "Remark"],
  completedOn: ["完成时间", "Completed on"],
  closedOn: ["销号时间", "Closed on"],
  code: ["系统编号", "Code"],
  overdue: ["逾期", "Overdue"],
  cells: ["经办人原文", "The clerk's own words"],
  field: ["栏目", "Column"],
  text: ["原文", "As typed"],
  problem: ["提示", "Hint"],
  history: ["变更记录", "History"],
  noHistory: ["没有变更", "No changes"],
  before: ["改前", "Before"],
  after: ["改后", "After"],
  SHEET: ["表格", "Sheet"],
  API: ["系统接口", "API"],
  SYSTEM: ["系统", "System"],
  conflicts: ["待处理的冲突", "Conflicts to settle"],
  noConflicts: ["没有冲突", "No conflicts"],
  sheetValue: ["表格中为", "In the sheet"],
  storeValue: ["系统中为", "In the system"],
  useSheet: ["以表格为准", "Keep the sheet's"],
  useStore: ["以系统为准", "Keep the system's"],
  empty: ["（空）", "(empty)"],
  procedure: ["办理", "Procedure"],
  reason: ["理由", "Reason"],
  returnReason: ["补充整改要求（至少10个字）", "What is still to be done (10 characters or more)"],
  confirm: ["确定", "Confirm"],
  cancel: ["取消", "Cancel"],
  done: ["已办理", "Done"],
  START: ["开始整改", "Start"],
  SUBMIT: ["申请销号", "Submit for closing"],
  WITHDRAW: ["撤回申请", "Withdraw"],
  VERIFY: ["审核通过", "Verify"],
  FILE: ["备案销号", "File and close"],
  RETURN: ["退回整改", "Return"],
  REOPEN: ["重启", "Reopen"],
  VOID: ["作废", "Void"],
  RESTORE: ["恢复", "Restore"],
  inboxEmpty: ["没有等待审核的问题", "Nothing waits for you"],
  inboxHint: ["下级单位已申请销号、等待您审核或备案的问题", "Items claimed closed that wait for your decision"],
  spreadsheet: ["表格", "Spreadsheet"],
  sheetState: ["同步状态", "Sync state"],
  lastPass: ["最近同步", "Last pass"],
  never: ["尚未同步", "Never"],
  rows: ["行数", "Rows"],
  fromSheet: ["自表格", "From sheet"],
  toSheet: ["写表格", "To sheet"],
  conflictCount: ["冲突", "Conflicts"],
  problemCount: ["无法识别的单元格", "Unreadable cells"],
  noSheets: ["没有关联表格", "No spreadsheets"],
  ACTIVE: ["正常", "Active"],
  BRAKED: ["已刹车", "Braked"],
  QUARANTINED: ["已隔离", "Quarantined"],
  UNREACHABLE: ["无法访问", "Unreachable"],
  PAUSED: ["暂停", "Paused"],
  DONE: ["已同步", "Done"],
  NOTHING: ["无变化", "Nothing to do"],
  FAILED: ["失败", "Failed"],
  release: ["确认无误，继续同步", "Release the brake"],
  releaseAsk: ["继续后，上述变动将写入系统。", "The changes above will then be taken over."],
  releaseBy: ["由本单位负责人或管理员确认后继续。", "A leader of the unit or an administrator decides."],
  settleBy: ["由本单位经办人、负责人或管理员了结。", "Settled by a clerk or leader of the unit or an administrator."],
  syncNow: ["立即同步", "Sync now"],
  passes: ["同步记录", "Passes"],
  outcome: ["结果", "Outcome"],
  started: ["时间", "Time"],
  cell: ["单元格", "Cell"],
  tab: ["标签页", "Tab"],
  chartTable: ["走势数据", "Figures of the chart"],
  date: ["日期", "Date"],
  uncategorised: ["未分类", "No category"],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof words;
export type Language = "zh" | "en";

export const LanguageContext = createContext<Language>("zh");

export function say(language: Language, word: Word): string {
  return words[word][language === "zh" ? 0 : 1];
}

export function useWords(): { readonly language: Language; readonly t: (word: Word) => string } {
  const language = useContext(LanguageContext);
  return { language, t: (word) => say(language, word) };
}

/** A word for a value of the API; the value itself when it has none. */
export function sayValue(language: Language, value: string): string {
  return value in words ? say(language, value as Word) : value;
}

export const categoryWords: Readonly<Record<string, readonly [string, string]>> = {
  DEVELOPMENT: ["影响制约高质量发展", "Hinders development"],
  LIVELIHOOD: ["群众急难愁盼", "Livelihood"],
  RISK: ["防范化解重大风险", "Major risk"],
  PARTY_BUILDING: ["党建作风", "Party building"],
  OTHER: ["其他", "Other"],
};

export const topicWords: Readonly<Record<string, readonly [string, string]>> = {
  PLANNED: ["未开始", "Not begun"],
  RUNNING: ["调研中", "Under way"],
  REPORTED: ["已形成报告", "Report written"],
  TRANSFORMED: ["成果已转化", "Put to use"],
};

/** How an item was solved; nothing for the usual way. */
export const resolutionWords: Readonly<Record<string, readonly [string, string]>> = {
  IMMEDIATE: ["立行立改", "At once"],
  ON_SITE: ["现场解决", "On the spot"],
};

export const sourceWords: Readonly<Record<string, readonly [string, string]>> = {
  RESEARCH: ["调研发现", "Found by research"],
  DEVELOPMENT: ["推动发展遇到", "Met in development"],
  MASSES: ["群众反映", "Raised by the masses"],
  INSPECTION: ["巡视巡察检查", "Found by inspection"],
  AUDIT: ["审计发现", "Found by audit"],
  RECEPTION: ["信访接访", "From petitions"],
  SERVICE_REQUEST: ["群众点单", "From requests for service"],
};

export const roleWords: Readonly<Record<string, readonly [string, string]>> = {
  CLERK: ["经办人", "Clerk"],
  LEADER: ["单位负责人", "Leader"],
  VERIFIER: ["审核人", "Verifier"],
  VIEWER: ["查阅人", "Viewer"],
  ADMIN: ["管理员", "Administrator"],
};

/** Words of the history: what happened to the item as a whole, and the states it went through. */
export const historyWords: Readonly<Record<string, readonly [string, string]>> = {
  CREATED: ["登记", "Created"],
  ARCHIVED: ["归档", "Archived"],
  REVIVED: ["恢复", "Revived"],
  RESTORED: ["恢复", "Restored"],
  CONFLICT_SETTLED: ["冲突已处理", "Conflict settled"],
  REGISTERED: ["已挂号", "Registered"],
  IN_PROGRESS: ["整改中", "In progress"],
  STANDING: ["长期坚持", "Standing"],
  SUBMITTED: ["已申请销号", "Submitted"],
  VERIFIED: ["已审核", "Verified"],
  CLOSED: ["已销号", "Closed"],
  VOID: ["作废", "Void"],
  state: ["状态", "State"],
  unit: ["责任单位", "Unit"],
  transferTo: ["拟转办单位", "Transfer to"],
  due: ["整改时限", "Due"],
};

export function pick(language: Language, pair: readonly [string, string] | undefined): string {
  return pair === undefined ? "" : pair[language === "zh" ? 0 : 1];
}
