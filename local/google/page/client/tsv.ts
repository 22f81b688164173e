/** Tab-separated text as spreadsheets put it on the clipboard: cells holding tab, newline or quote are quoted. */

/** Rows of a clipboard text. Accepts CRLF and LF; one trailing newline ends the last row and adds none. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= body.length) {
    const [cell, next] = readCell(body, at);
    row.push(cell);
    if (body[next] !== "\t") {
      rows.push(row);
      row = [];
    }
    at = next + 1;
  }
  return rows;
}

/** One cell from `at`, and the place of the separator that ends it. */
function readCell(body: string, at: number): [string, number] {
  if (body[at] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(body);
    if (match) return [(match[1] ?? "").replaceAll('""', '"'), quoted.lastIndex];
  }
  let end = at;
  while (end < body.length && body[end] !== "\t" && body[end] !== "\n") end++;
  return [body.slice(at, end), end];
}

export function renderTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(renderCell).join("\t")).join("\n");
}

function renderCell(text: string): string {
  return /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
