/** A refusal of the service, or the loss of the way to it, with the sentence a person reads. */
export class ServiceFailure extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = "ServiceFailure";
    this.status = status;
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: "请先填写姓名再编辑",
  PERMISSION_DENIED: "您没有编辑此表格（或受保护区域）的权限",
  NOT_FOUND: "找不到这个表格，可能已被删除或未与您共享",
  RESOURCE_EXHAUSTED: "操作太频繁，请稍候再试",
  UNAVAILABLE: "服务暂时不可用，请稍候再试",
  INTERNAL: "服务出错，请稍候再试",
  INVALID_ARGUMENT: "此操作无法完成",
  FAILED_PRECONDITION: "表格当前的状态不允许此操作",
};

/** Words of the service that a clerk meets, in the clerk's language; others are shown after the general sentence. */
const DETAILS: readonly (readonly [RegExp, string])[] = [
  [/protected/i, "该区域受保护，不能修改"],
  [/already exists/i, "已有同名的工作表，请换一个名称"],
  [/can't delete all the (rows|columns)|delete all (non-frozen )?(rows|columns)/i, "不能删除全部的行或列"],
  [/remove all the (visible )?sheets|delete the last|at least one/i, "至少要保留一个工作表"],
  [/header row of a table/i, "不能移动或删除表格的标题行"],
  [/column names must be unique/i, "表格各列的标题不能相同"],
  [/overlaps another table|part of a table/i, "所选区域与另一个表格冲突"],
  [/merge/i, "所选区域与合并单元格冲突，请先取消合并"],
  [/exceeds grid limits/i, "超出了表格的行列范围，请先插入行或列"],
  [/above the limit|too many cells|10000000/i, "单元格数量超过上限"],
  [/50000 characters/i, "单元格内容过长（最多 50000 字）"],
];

/** The Chinese sentence for an answer of the service. `body` is Google's error body, or anything at all. */
export function failureSentence(status: number, body: unknown): string {
  const error = (body as { error?: { status?: string; message?: string } } | null)?.error;
  const detail = error?.message ?? "";
  const known = DETAILS.find(([pattern]) => pattern.test(detail));
  if (known) return known[1];
  const general = SENTENCES[error?.status ?? ""] ?? sentenceOfStatus(status);
  return error?.status === "INVALID_ARGUMENT" && detail ? `${general}：${detail}` : general;
}

function sentenceOfStatus(status: number): string {
  if (status === 0) return "连接中断，改动没有保存；请检查服务是否在运行";
  if (status === 429) return "操作太频繁，请稍候再试";
  if (status === 404) return "找不到这个表格，可能已被删除或未与您共享";
  if (status === 413) return "内容过大，请分几次操作";
  return `服务出错（${status}），请稍候再试`;
}
