import { describe, expect, test } from "vitest";
import { findTables } from "../../../core/sheet/find-table.ts";
import { readPicture } from "../../corpus/notation.ts";

/** Headers of problem lists as bureaus print them, by what they stand for. `#` is the running number, `-` the clerk's own. */
const table = `
#                序号 编号 督办编号 序 NO No. 项次 顺序号 条目
ownCode          问题编码 问题编号 隐患编号 台账编号 唯一码 ID
responsibleUnit  责任单位 单位名称 整改责任单位 被检查单位 一级单位 具体责任单位 整改主体 承办单位 所属单位 填报单位 单位 整改单位 局别 县局
title            问题标题 问题名称 隐患标题 议定事项 督办事项 问题概要 问题简述 事项名称
category         问题类别 问题类型 下发问题类型 发生领域 领域 类别 问题分类 类型 所属方面
level            严重程度 隐患等级 隐患级别 影响程度 风险等级 重要程度 问题性质
source           问题来源 来源 台账来源 隐患来源 发现渠道 线索来源 收集途径 反映渠道
raisedBy         反映人 检查人 发现人 隐患排查人 上报人 来访人 提出人 提出单位 征求对象 诉求人
foundOn          发现时间 检查时间 检查日期 发现日期 来访时间 收集时间 提出时间 登记日期
topic            调研课题 调研主题 主题 课题名称 课题 专题 选题 对应课题
cause            原因分析 隐患原因 问题原因 根源 产生原因 症结
target           整改目标 整改要求 整改完成标准 阶段整改目标 整改治理要求 预期成效 目标任务
measures         整改措施 采取的整改措施 细化的整改措施 已采取的整改措施 治理方案 管控措施 具体控制措施 整改举措 措施 解决措施 工作举措 对策建议 改进措施
leader           责任领导 牵头领导 牵头区领导 整改第一责任人 协助整改工作的领导 分管领导 包保领导 领衔领导 牵头责任人 班子成员
department       责任部门 所属部门 牵头部门 整改主责部门 主办部门 责任站办 牵头整改部门责任人及联系电话 责任科室 承办部门 牵头科室
coDepartments    配合部门 配合单位或部门 配合整改部门责任人及联系电话 协办部门 配合单位
owner            责任人 整改责任人 整改人 主要责任人 督办人 具体责任人 经办人 承办人 联系人
due              整改时限 整改期限 完成时限 完成期限 截止时间 截止日期 办结期限 整改截止时间 计划完成日期 预计完成时间 对应的完成时间 处理时限 整改完成时限 时间节点 限期
progress         整改进展 整改情况 落实情况 处理情况 办理进度 整改反馈内容 整改描述 进展情况 整改落实情况 工作进展 整改成效 目前进展
claim            完成情况 整改状态 当前状态 是否已完成整改 是否完成 整改完成状态 处理进度 复查结果 状态 是否整改到位 整改结果 是否办结
completedOn      完成时间 整改完成时间 整改到位时间 整改时间 完成日期 措施完成时间 实际完成日期 办结时间
closedClaim      是否销号 销号情况 销号 是否对账销号 是否闭环
closedOnClaim    销号时间 销号日期 整改销号日期 闭环时间 复查通过时间 验收销号时间
verifier         验收人 复查人 核查人 核查单位 验收人员 销号人 审核人 整改验证人 销号审核人
verifiedOn       复查时间 核查时间 整改验收时间
verdict          验收意见 复查意见 复查结论 核查总体评价
reasonOpen       未完成原因 未整改到位问题原因及下一步计划 存在困难 需协调解决的问题 下一步打算
regulations      完善制度情况 建章立制 长效机制 形成制度
evidence         佐证材料 附件 附件材料 整改前图片 整改后图片 印证材料 支撑材料 链接
satisfaction     满意度 满意度评价 回访满意度 群众评价 是否满意
light            亮灯 亮度标记 临期/超期情况 预警 灯色
remark           备注 备注说明
-                自用备注 是否逾期 是否按期完成 是否超期 是否如期整改到位 是否临期 联系电话 职务 整改资金 图片编号
`;

const words = table
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [field = "", ...headers] = line.split(/\s+/);
    return headers.map((header) => [header, field] as const);
  });

/** What the header is read as, between columns that leave its field free. */
function meaningOf(header: string, field: string): string {
  const neighbour = field === "measures" ? "责任人" : "整改措施";
  const rows = `问题描述|${neighbour}|${header}|勿动`;
  const [found] = findTables(readPicture([{ title: "问题清单", rows }]), options).tables;
  if (found?.sequenceColumn === 2) return "#";
  return found?.columns.find(({ column }) => column === 2)?.field ?? "-";
}

const options = { aliases: {}, referenceDate: "2023-10-08" };

describe("headers of a problem list", () => {
  test.each(words)("[L19] %s is %s", (header, field) => {
    expect(meaningOf(header, field)).toBe(field);
  });

  test.each(words.filter(([header]) => header.length > 2))(
    "[L18] %s with a hint, a line break, full-width marks and blanks is still %s",
    (header, field) => {
      const half = Math.ceil(header.length / 2);
      const dressed = [
        `${header.slice(0, half)}⏎${header.slice(half)}`,
        `${header}（必填）`,
        `＊${header}：`,
        ` ${header.slice(0, 1)} ${header.slice(1)} `,
        `${header}⏎（是/否，具体到日）`,
      ];
      expect(dressed.map((text) => meaningOf(text, field))).toEqual(dressed.map(() => field));
    },
  );

  test.each([
    ["反映问题"],
    ["反映的问题"],
    ["存在问题"],
    ["存在的问题"],
    ["存在的问题或隐患"],
    ["存在隐患或问题"],
    ["具体问题表述"],
    ["问题内容"],
    ["隐患内容"],
    ["发现情况"],
    ["具体问题"],
    ["问题"],
    ["主要问题"],
    ["具体表现"],
    ["问题表现"],
    ["短板弱项"],
    ["诉求内容"],
    ["问题清单"],
  ])("[L19] %s names the problem itself", (header) => {
    const rows = `序号|${header}|整改措施|整改时限\n1|示例|示例|11月底`;
    const [found] = findTables(readPicture([{ title: "Sheet1", rows }]), options).tables;
    expect([found?.kind, found?.columns.map(({ field }) => field)]).toEqual([
      "problem",
      ["description", "measures", "due"],
    ]);
  });
});
