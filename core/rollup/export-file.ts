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
  return Buffer.from(stringify(lines as unknown[][], { bom: true, record_delimiter: "windows" }), "utf8");
}

/** OWASP, "CSV injection": what begins with one of these may be evaluated. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function xlsxCell(value: string | number | null) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top" } as const;
  return { value: printable(value), type: String, wrap: true, alignVertical: "top" } as const;
}

/** XML 1.0 has no place for most control characters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
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
