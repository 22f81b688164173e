import type { ClaimReading } from "../ledger/claim.ts";
import { isHeaderWord } from "./header-words.ts";
import { isFoot, readSection, readTotal } from "./line.ts";
import { hasCode, keyText, namesCategory, type Reader, type Texts } from "./reader.ts";
import type { Box } from "./sheet.ts";
import { textsOf, widthOf } from "./tab-cells.ts";
import { isFooter } from "./typed-table.ts";

/** What a row under a header is. */
export type Line =
  | { readonly what: "entry" | "blank" | "foot" | "note" | "header" | "otherTable" }
  | { readonly what: "keyless"; readonly texts: Texts }
  | { readonly what: "section"; readonly text: string; readonly column: number }
  | { readonly what: "total"; readonly word: "TOTAL" | "SUBTOTAL"; readonly texts: Texts };

/** @param footed a note or a signature stood above: what stands alone below it is no entry either. */
export function classifyRow(reader: Reader, row: number, footed: boolean): Line {
  const { grid, key } = reader;
  if (hasCode(reader, row)) return { what: "entry" };
  const texts = textsOf(grid, row, reader.systemColumns);
  const [first, second] = texts;
  if (first === undefined) return { what: "blank" };
  const word = readTotal(first.text) ?? (second === undefined ? null : readTotal(second.text));
  if (word !== null) return { what: "total", word, texts };
  if (isFooter(grid.tab, row)) return { what: "note" };
  if (isFoot(first.text) && texts.length <= 4) return { what: "foot" };
  const box = grid.merges.at(row, first.column);
  const wide = box !== undefined && widthOf(box) >= 3 && spansFields(reader, box);
  if (texts.length === 1 || wide) {
    const section = readSection(first.text);
    if (section !== null && (wide || isSectionText(reader, section.title, section.declared, first.column))) {
      return { what: "section", text: first.text, column: first.column };
    }
    if (wide) return namesCategory(reader, first.text) ? { what: "section", ...first } : { what: "note" };
    if (footed) return { what: "foot" };
  }
  if (repeatsHeader(reader, texts)) return { what: "header" };
  if (isOtherHeader(reader, row, texts)) return { what: "otherTable" };
  const ofFields = texts.filter(({ column, text }) => saysSomething(reader, column, text));
  if (ofFields.length === 0) return { what: "blank" };
  if (key === undefined) return { what: "keyless", texts };
  return keyText(reader, row) === "" ? { what: "keyless", texts: ofFields } : { what: "entry" };
}

/** False for a description that is itself three columns wide. */
function spansFields({ columns }: Reader, { startColumn, endColumn }: Box): boolean {
  return new Set(columns.map(({ found }) => found.column).filter((at) => at >= startColumn && at < endColumn)).size > 1;
}

/** A tick box that is off and a 未完成 from a list stand in rows that wait for an entry. */
function saysSomething(reader: Reader, at: number, text: string): boolean {
  const read = reader.columns.find(({ found }) => found.column === at);
  if (read === undefined) return false;
  if (!preset.has(read.column.type.name)) return true;
  const { value } = read.column.type.parse(text, { referenceDate: "2000-01-01" });
  return text !== "FALSE" && (value as ClaimReading | null)?.claim !== "REGISTERED";
}

const preset: ReadonlySet<string> = new Set(["claim", "closedClaim", "onSite"]);

/** A lone `一、…` outside a merge is a section head only if it says so: by its count, its category, or its place beside the key column. */
function isSectionText(reader: Reader, title: string, declared: number | null, column: number): boolean {
  return declared !== null || column !== reader.key?.found.column || namesCategory(reader, title);
}

/** The header again, as on a second printed page. */
function repeatsHeader(reader: Reader, texts: Texts): boolean {
  const headers = new Map(reader.bound.columns.map(({ column, header }) => [column, header]));
  const same = texts.filter(({ column, text }) => headers.get(column)?.endsWith(text.trim()));
  return same.length >= 3 && same.length * 2 >= texts.length;
}

/** The header of a table below this one: header words throughout, also where this table has its key. */
function isOtherHeader(reader: Reader, row: number, texts: Texts): boolean {
  if (texts.length < 3 || !isHeaderWord(keyText(reader, row))) return false;
  return texts.filter(({ text }) => isHeaderWord(text)).length * 5 >= texts.length * 4;
}
