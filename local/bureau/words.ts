/** Chinese for what the API answers with, where the API itself has no text for it. */

export const stateWords: Readonly<Record<string, string>> = {
  ACTIVE: "正常",
  BRAKED: "已刹车",
  QUARANTINED: "已隔离",
  UNREACHABLE: "无法访问",
  PAUSED: "暂停",
};

export const outcomeWords: Readonly<Record<string, string>> = {
  DONE: "已同步",
  NOTHING: "无变化",
  BRAKED: "已刹车",
  QUARANTINED: "已隔离",
  UNREACHABLE: "无法访问",
  FAILED: "失败",
};

export const sideWords: Readonly<Record<string, string>> = { SHEET: "表格", API: "接口", SYSTEM: "系统" };

export const levelWords: Readonly<Record<string, string>> = {
  INDUSTRY: "行业",
  PROVINCE: "省级",
  PREFECTURE: "市级",
  COUNTY: "县级",
  SUBCOUNTY: "县级以下",
};

export const roleWords: Readonly<Record<string, string>> = {
  CLERK: "经办人",
  LEADER: "单位负责人",
  VERIFIER: "审核人",
  VIEWER: "查阅人",
  ADMIN: "管理员",
};

export const tabRoleWords: Readonly<Record<string, string>> = {
  LIVE: "台账",
  ARCHIVE: "归档",
  SUMMARY: "汇总",
  IGNORED: "不是台账",
};

/** What happened to an item as a whole. */
export const eventWords: Readonly<Record<string, string>> = {
  CREATED: "登记",
  ARCHIVED: "归档",
  REVIVED: "恢复",
  CONFLICT_SETTLED: "冲突已了结",
};

export function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
