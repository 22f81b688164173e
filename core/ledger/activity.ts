import { choicesCell, peopleCell, textCell } from "./cell-types.ts";
import { columnFor } from "./column.ts";
import type { Kind } from "./kind.ts";
import { approxCell } from "./number.ts";
import { periodCell } from "./period.ts";

/** One activity may be several things at once: a visit with a reception and an office session on the spot. */
export const activityKindsCell = choicesCell("activityKinds", [
  { value: "SURVEY", words: ["调研", "专题调研", "一线调研", "调查研究", "四不两直", "跟班作业", "跟班"] },
  { value: "STAKEOUT", words: ["蹲点调研", "实地蹲点调研", "蹲点", "驻点"] },
  { value: "VISIT", words: ["走访", "走访调研", "随机走访", "入户", "走访市场", "大走访"] },
  { value: "FORUM", words: ["座谈", "座谈会", "座谈交流", "座谈访谈", "访谈"] },
  { value: "RECEPTION", words: ["接访", "下访接访", "信访接待", "来访接待", "下访", "接待"] },
  { value: "ONSITE_OFFICE", words: ["现场办公"] },
  { value: "PUBLICITY", words: ["宣讲", "政策宣讲", "宣传", "宣传宣讲"] },
  { value: "COURTYARD", words: ["院坝会", "坝坝会"] },
  { value: "QUESTIONNAIRE", words: ["问卷", "问卷调查", "调查问卷"] },
]);

/** Something done at grass-roots (调研活动). One row may stand for many sessions, see `count`. */
export const activityKind: Kind = {
  name: "activity",
  tab: "调研活动",
  tabAliases: [
    "活动台账",
    "活动清单",
    "四下基层",
    "四下基层台账",
    "走访台账",
    "调研活动台账",
    "活动",
    "调研记录",
    "四下基层活动",
    "活动记录",
  ],
  prefix: "A",
  keyField: "theme",
  keyFrom: ["kinds", "target", "topic", "place"],
  guesses: [[/(?:主题|内容|事项|事由)$/, "theme"]],
  columns: [
    columnFor("date", "活动时间", periodCell, ["开展时间", "调研时间", "走访时间", "活动日期", "时间", "日期"]),
    columnFor("place", "活动地点", textCell, ["地点", "调研地点", "走访地点"]),
    columnFor("theme", "活动主题", textCell, [
      "主题",
      "活动内容",
      "活动名称",
      "调研主题",
      "调研内容",
      "主要内容",
      "事由",
      "内容",
    ]),
    columnFor("kinds", "活动形式", activityKindsCell, [
      "形式",
      "调研形式",
      "调研方式",
      "活动类型",
      "方式",
      "类型",
      "类别",
    ]),
    columnFor("leader", "带队领导", peopleCell, ["牵头领导", "参加领导", "领导", "带队人", "组长"]),
    columnFor("team", "调研组", textCell, ["工作组", "组别"]),
    columnFor("members", "参与人员", peopleCell, ["参加人员", "调研人员", "随行人员", "人员"], { personal: true }),
    columnFor("target", "活动对象", textCell, ["对象", "走访对象", "服务对象", "调研对象"]),
    columnFor("visitedUnits", "到访单位", peopleCell, [
      "调研单位",
      "覆盖单位",
      "走访单位",
      "被调研单位",
      "联系点",
      "基层联系点",
    ]),
    columnFor("topic", "调研课题", textCell, ["对应课题", "所属课题", "课题"]),
    columnFor("count", "场次", approxCell, ["次数", "活动次数", "场数", "调研次数", "份数", "数量"]),
    columnFor("reach", "覆盖人数", approxCell, [
      "服务群众数",
      "覆盖户数",
      "人次",
      "户数",
      "参与人数",
      "参加人数",
      "受众人数",
      "人数",
      "覆盖面",
      "服务人数",
      "场次·人次·户数",
    ]),
    // Beside those reached by a meeting there are those called on at home; the two overlap and are never added.
    columnFor("visited", "走访户数", approxCell, ["走访人数", "走访农户数", "入户数", "走访户次"]),
    columnFor("opinionCount", "征求意见数", approxCell, ["意见建议数", "收集意见数", "征集意见数"]),
    columnFor("problemCount", "发现问题数", approxCell, ["问题数", "收集问题数"]),
    columnFor("onSiteCount", "现场解决数", approxCell, ["解决问题数", "现场解决问题数"]),
    columnFor("found", "发现的问题", textCell, ["存在问题", "存在的问题", "发现问题"]),
    columnFor("result", "取得成效", textCell, ["成效", "活动成效", "成果"]),
    columnFor("evidence", "附件", textCell, ["佐证材料", "图片", "照片"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
