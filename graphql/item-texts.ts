import type { Item } from "../core/ledger/item.ts";
import type { KindName } from "../core/ledger/kind.ts";
import { kindOf } from "../core/ledger/kinds.ts";
import { limits } from "../core/limits.ts";
import { type GraphqlContext, visibleItem } from "./context.ts";
import { type UserError, userError } from "./errors.ts";
import { columnsOf, renderText } from "./item-values.ts";

/** Input fields -> the texts that cells will show. What cannot be read back is refused, so nothing unreadable gets in. */

export type Texts =
  | { readonly ok: true; readonly texts: Record<string, string>; readonly topicCode?: string | null }
  | { readonly ok: false; readonly errors: UserError[] };

/** Measures of one item; a cell with more is not one a person would write. */
const measuresMost = 100;
/** Everything a cell cannot show. Line breaks and tabs it can. */
const unprintable = /(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/u;

export async function textsOf(
  context: GraphqlContext,
  kind: KindName,
  input: Readonly<Record<string, unknown>>,
  referenceDate: string,
): Promise<Texts> {
  const texts: Record<string, string> = {};
  const errors: UserError[] = [];
  let topicCode: string | null | undefined;
  for (const column of columnsOf(kind).values()) {
    const { field } = column;
    const value = input[field];
    if (value === undefined || column.writes !== "BOTH") continue;
    if (kind === "problem" && field === "topic") {
      const topic = value === null ? null : await topicOf(context, String(value));
      if (value !== null && topic === null)
        errors.push(userError("NOT_FOUND", "No such research topic. 没有这个课题。", field));
      topicCode = topic?.code ?? null;
      texts[field] = topic?.texts.title ?? "";
      continue;
    }
    const text = value === null ? "" : textOfValue(kind, field, value);
    const problem = problemOf(text) ?? column.type.parse(text, { referenceDate }).problem;
    if (problem !== undefined) errors.push(userError("BAD_USER_INPUT", `${field} is not accepted. ${problem}`, field));
    else if (text === "" && field === kindOf(kind).keyField) {
      errors.push(userError("BAD_USER_INPUT", `${field} must not be empty. ${column.header}不能为空。`, field));
    } else texts[field] = text;
  }
  if (errors.length > 0) return { ok: false, errors };
  return topicCode === undefined ? { ok: true, texts } : { ok: true, texts, topicCode };
}

function textOfValue(kind: KindName, field: string, value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.slice(0, measuresMost + 1).map((part) =>
      String(part)
        .replaceAll(/\s*\n\s*/g, " ")
        .trim(),
    );
    return renderText(
      kind,
      field,
      parts.filter((part) => part !== "").map((text, index) => ({ no: index + 1, text })),
    );
  }
  const text = String(value).replaceAll(/\r\n?/g, "\n").trim();
  return field === "category" || field === "source" ? renderText(kind, field, text) : text;
}

/** Chinese; undefined: the text can stand in a cell. */
export function problemOf(text: string): string | undefined {
  if (text.length > limits.cellChars) return `不能超过${limits.cellChars}个字`;
  return unprintable.test(text) || !text.isWellFormed() ? "含有无法显示的字符" : undefined;
}

/** An item as a whole must fit one database item and one row. */
export function sizeProblem(item: Item): UserError | null {
  const chars = Object.values(item.texts).reduce((sum, text) => sum + text.length, 0);
  return chars <= limits.rowChars
    ? null
    : userError("BAD_USER_INPUT", `The entry is too long. 整行不能超过${limits.rowChars}个字。`);
}

async function topicOf(context: GraphqlContext, code: string): Promise<Item | null> {
  const item = await visibleItem(context, code);
  return item?.kind === "topic" ? item : null;
}
