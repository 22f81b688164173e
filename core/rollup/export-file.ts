import { stringify } from "csv-stringify/sync";
import writeXlsxFile, { type Row } from "write-excel-file/node";

/** A ledger as a file to take away. Texts of clerks stay texts: no program may take them for formulas. */

export interface ExportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Widths of columns in characters. */
const narrow = 8;
const wide = 48;

/** One sheet a table. Every text is stored typed as text, which spreadsheet programs never evaluate. */
export async function renderXlsx(tables: readonly ExportTable[]): Promise<Buffer> {
  return writeXlsxFile(
    tables.map(({ title, header, rows }) => ({
      sheet: sheetName(title),
      stickyRowsCount: 1,
      columns: header.map((_, column) => ({ width: widthOf(header, rows, column) })),
      data: [
        header.map((text) => ({ value: text, type: String, fontWeight: "bold", wrap: true }) as const),
        ...rows.map((row) => row.map(xlsxCell) as Row),
      ],
    })),
  ).toBuffer();
}

/** One table, with the mark by which Excel knows UTF-8. A text that a program could take for a formula gets an apostrophe. */
export function renderCsv({ header, rows }: ExportTable): Buffer {
  const lines = [header, ...rows].map((row) =>
    row.map((value) => (typeof value === "string" ? harmless(value) : value)),
  );
  // Of itself it quotes only its own line break: a measure on a line of its own would begin a row.
  const options = { bom: true, record_delimiter: "windows", quoted_match: /[\r\n]/ };
  return Buffer.from(stringify(lines as unknown[][], options), "utf8");
}

/** OWASP, "CSV injection": what begins with one of these may be evaluated; some programs take the full-width ones, too. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function xlsxCell(value: string | number | null) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top" } as const;
  return { value: printable(value), type: String, wrap: true, alignVertical: "top" } as const;
}

/** Characters an XLSX cell holds (Microsoft: "Excel specifications and limits"). Google's hold 50,000. */
const cellChars = 32_767;
const cutMark = "…（超出Excel单元格上限，以下从略）";

/** XML 1.0 has no place for most control characters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  if (clean.length <= cellChars) return clean;
  const cut = clean.slice(0, cellChars - cutMark.length);
  // Never half of a character.
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)) + cutMark;
}

/** Excel: at most 31 characters and none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

function widthOf(header: readonly string[], rows: ExportTable["rows"], column: number): number {
  const texts = [header[column], ...rows.slice(0, 200).map((row) => row[column])];
  const longest = Math.max(...texts.map((value) => String(value ?? "").split("\n")[0]?.length ?? 0));
  return Math.min(wide, Math.max(narrow, longest * 2));
}
