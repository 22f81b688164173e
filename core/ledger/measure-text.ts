import { saysNothing } from "./cell-types.ts";

/** Splits the text of a measures cell. The numbering that clerks use is one style throughout a cell. */

const digit = "[0-9０-９]{1,2}";
const chinese = "[一二三四五六七八九十]{1,3}";
/** A dot or comma number is no marker inside 2.5 or after 第, 附件, 表. */
const styles: readonly string[] = [
  `(?<![第件表条款项至和与及0-9０-９.．、-])${digit}[.．](?![0-9０-９])`,
  `(?<![第件表条款项至和与及0-9０-９.．、-])${digit}、`,
  `[(（]${digit}[)）][、.．]?`,
  `(?<![(（0-9０-９])${digit}[)）]`,
  "[①-⑳][、.．]?",
  `${chinese}是(?:要)?[，,:：]?`,
  `(?<![第万统唯进单])${chinese}要`,
  `(?<![第])${chinese}、`,
  `[(（]${chinese}[)）][、.．]?`,
  `第${chinese}[，,、:：]`,
  `(?:整改)?(?:措施|举措)(?:${digit}|${chinese})[:：、]`,
];
const starts = styles.map((style) => new RegExp(`^\\s*(?:${style})`));
const anywhere = styles.map((style) => new RegExp(style, "g"));

/**
 * The measures without numbering; none when the text is only numbering. No measure holds a line break, and a single
 * measure is itself read as that measure.
 */
export function splitMeasures(text: string): readonly string[] {
  let rest = text;
  for (let round = 0; round < markersInARow; round++) {
    const measures = splitOnce(rest);
    const [only] = measures;
    if (measures.length !== 1 || only === undefined || only === rest) return measures;
    rest = only;
  }
  return [];
}

/** A text that still begins with a marker after so many were taken off is numbering without content. */
const markersInARow = 20;

function splitOnce(text: string): readonly string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const parts = lines.length > 1 ? splitLines(lines) : splitInline(lines[0] ?? "");
  return parts.map((part) => part.trim().replace(/[；;，,、\s]+$/, "")).filter((part) => !saysNothing(part));
}

/** One measure a line; in a numbered list a line without number goes on with the measure above it. */
function splitLines(lines: readonly string[]): readonly string[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const isHeading =
    /[:：]$/.test(first) && styleAt(first) === undefined && second !== undefined && styleAt(second) !== undefined;
  const rest = isHeading ? lines.slice(1) : lines;
  const style = styleAt(rest[0] ?? "");
  if (style === undefined) return rest.map((line) => line.replace(bullet, ""));
  // One numbered line may still hold several measures.
  if (rest.length === 1) return splitInline(rest[0] ?? "");
  const parts: string[] = [];
  for (const line of rest) {
    if (style.test(line)) parts.push(line.replace(style, ""));
    else parts.push(parts.length === 0 ? line : `${parts.pop()} ${line}`);
  }
  // A line may hold the end of its own list: `①…；②…` and below `③…`.
  const inline = splitInline(rest.join(" "));
  return inline.length > parts.length ? inline : parts;
}

const bullet = /^[●•◆■▪◦○]\s*(?=\S)/;

function styleAt(line: string): RegExp | undefined {
  return starts.find((style) => style.test(line));
}

/** Several measures in one line: `1.…；2.…`, `①…②…`, `一是…二是…`, perhaps after a heading that ends in a colon. */
function splitInline(line: string): readonly string[] {
  const body = line.replace(/^[^:：。；;]{1,20}[:：](?=\s*\S)/, (heading) =>
    styleAt(heading) !== undefined || styleAt(line.slice(heading.length)) === undefined ? heading : "",
  );
  const index = starts.findIndex((style) => style.test(body));
  const pattern = anywhere[index];
  if (pattern === undefined) return [body];
  const parts: string[] = [];
  let from: number | null = null;
  let expected = 1;
  for (const match of body.matchAll(pattern)) {
    if (numberOf(match[0]) !== expected) continue;
    if (from !== null) parts.push(body.slice(from, match.index));
    from = match.index + match[0].length;
    expected += 1;
  }
  if (from === null) return [body.replace(starts[index] ?? "", "")];
  return [...parts, body.slice(from)];
}

const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

function numberOf(marker: string): number {
  const ring = circled.indexOf(marker.charAt(0));
  if (marker !== "" && ring >= 0) return ring + 1;
  const plain = marker.normalize("NFKC");
  const digits = /\d+/.exec(plain);
  if (digits !== null) return Number(digits[0]);
  const numeral = /[一二三四五六七八九十]+/.exec(plain)?.[0] ?? "";
  const tens = numeral.indexOf("十");
  const value = (letter: string) => "一二三四五六七八九".indexOf(letter) + 1;
  if (tens < 0) return value(numeral.charAt(0));
  return (
    (tens === 0 ? 1 : value(numeral.charAt(0))) * 10 + (numeral.length > tens + 1 ? value(numeral.charAt(tens + 1)) : 0)
  );
}
