import type { Kind, KindName } from "../ledger/kind.ts";
import { kinds } from "../ledger/kinds.ts";
import type { Link } from "../ledger/link.ts";

/** What a header word may stand for. */
export interface Meaning {
  /** A field of the kind; two fields when the header names both (`责任部门/责任人`). */
  readonly fields: readonly [string] | readonly [string, string];
  readonly confidence: number;
  /** The bureau said so: no other column gets the field. */
  readonly own?: true;
}

export interface HeaderWords {
  readonly kind: Kind;
  /** Normalised header -> what it may mean, best first. An empty list marks a column as the clerk's own. */
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
}

export const systemHeaders = { code: "系统编号", state: "系统状态", notice: "系统提示" } as const;
export type SystemColumn = keyof typeof systemHeaders;
const systemWords = new Map<string, SystemColumn>(
  Object.entries(systemHeaders).map(([name, header]) => [header, name as SystemColumn]),
);

const sequenceWords = new Set(["序号", "序", "编号", "督办编号", "no", "no.", "项次", "顺序号", "条目", "行号"]);
/** Never synced, whatever else the header says. */
const privateMarks = /自用|内部|私人|勿动|不上报|本人/;

/**
 * A header as it is compared: full-width forms made plain, no blanks or line breaks, no bracketed hints such as
 * （是/否）, no marks of required fields, no leading or trailing punctuation.
 */
export function normaliseHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\([^()]*\)|\[[^\][]*\]|【[^【】]*】|〔[^〔〕]*〕/g, "")
    .replace(/[\s*＊※#]+/g, "")
    .replace(/^[:;,.、。·]+|[:;,.、。·]+$/g, "")
    .toLowerCase();
}

export function isSequence(word: string): boolean {
  return sequenceWords.has(word);
}

/** Particulars of a person beside the name: no parent makes them anything else. */
export function isParticular(word: string): boolean {
  return /^(?:联系|办公)?(?:电话|手机|方式|号码|手机号)$|^(?:职务|职级|性别|年龄|住址|身份证号?)$/.test(word);
}

export function isPrivate(word: string): boolean {
  return privateMarks.test(word);
}

export function systemColumnOf(word: string): SystemColumn | undefined {
  return systemWords.get(word);
}

const builtIn: readonly HeaderWords[] = kinds.map((kind) => ({ kind, meanings: indexKind(kind) }));

const everyWord: ReadonlySet<string> = new Set(builtIn.flatMap(({ meanings }) => [...meanings.keys()]));

/** A text that is a header word of some kind, or 序号. */
export function isHeaderWord(text: string): boolean {
  const word = normaliseHeader(text);
  return everyWord.has(word) || isSequence(word);
}

/** The words of every kind, with the bureau's own on top. The bureau's `""` makes a column private. */
export function headerWords(own: Link["aliases"]): readonly HeaderWords[] {
  return builtIn.map((words) => {
    const extra = own[words.kind.name satisfies KindName];
    if (extra === undefined) return words;
    const meanings = new Map(words.meanings);
    for (const [header, field] of Object.entries(extra)) {
      const known = words.kind.columns.some((column) => column.field === field);
      if (field === "") meanings.set(normaliseHeader(header), []);
      else if (known) meanings.set(normaliseHeader(header), [{ fields: [field], confidence: 0.98, own: true }]);
    }
    return { kind: words.kind, meanings };
  });
}

function indexKind(kind: Kind): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  const add = (header: string, field: string, confidence: number) => {
    const word = normaliseHeader(header);
    const list = meanings.get(word);
    if (list === undefined) meanings.set(word, [{ fields: [field], confidence }]);
    else if (!list.some((meaning) => meaning.fields[0] === field)) list.push({ fields: [field], confidence });
  };
  for (const column of kind.columns) {
    add(column.header, column.field, 1);
    // Aliases are listed from the surest to the vaguest.
    column.aliases.forEach((alias, index) => {
      add(alias, column.field, Math.max(0.6, 0.9 - index * 0.01));
    });
  }
  for (const list of meanings.values()) list.sort((a, b) => b.confidence - a.confidence);
  return meanings;
}

/** Words around a header that change nothing: 具体问题描述, 整改措施情况. */
const padding = /^(?:具体|主要|详细|本次|相关|拟采取的?|拟|主要的?)|(?:情况|内容|说明|概述|及办法|及要求|明细|填写)$/g;

/** What one header word means for a kind: as it stands, as two fields in one, without harmless padding, or by its ending. */
export function meaningsOf(words: HeaderWords, word: string): readonly Meaning[] {
  const exact = words.meanings.get(word);
  if (exact !== undefined) return exact;
  const both = combined(words, word);
  if (both !== undefined) return [both];
  const bare = word.replace(padding, "");
  const padded = bare === word || bare.length < 2 ? [] : (words.meanings.get(bare) ?? []);
  if (padded.length > 0) return padded.map(({ fields }) => ({ fields, confidence: 0.5 }));
  const guess = words.kind.guesses?.find(([pattern]) => pattern.test(word));
  return guess === undefined ? [] : [{ fields: [guess[1]], confidence: 0.45 }];
}

function combined(words: HeaderWords, word: string): Meaning | undefined {
  const parts = word.split(/[/、&+]|及|和|与/).filter((part) => part !== "");
  if (parts.length !== 2) return undefined;
  const [first, second] = parts.map((part) => words.meanings.get(part)?.[0]?.fields);
  // 责任人/联系电话, 整改措施/办法: the half that is known.
  if (first?.length === 1 && second === undefined) return { fields: first, confidence: 0.5 };
  if (first?.length !== 1 || second?.length !== 1) return undefined;
  if (first[0] === second[0]) return { fields: first, confidence: 0.7 };
  return { fields: [first[0], second[0]], confidence: 0.75 };
}
