import type { Google } from "../../local/google/google.ts";
import type { SpreadsheetState } from "../../local/google/state.ts";

/** A clerk at a spreadsheet, whose every text carries a token of its own; and who notices what the system writes over. */

const token = /@(\d+);/g;
export const tokensIn = (text: string) => [...text.matchAll(token)].map((match) => Number(match[1]));

export function tokensOf(state: SpreadsheetState | undefined): ReadonlySet<number> {
  const cells = (state?.sheets ?? []).flatMap((sheet) => sheet.rows.flatMap((row) => [...(row ?? [])]));
  return new Set(cells.flatMap((cell) => (typeof cell?.value === "string" ? tokensIn(cell.value) : [])));
}

export interface Desk {
  readonly spreadsheetId: string;
  act(n: number): string;
  /** Texts that a person has replaced or deleted again: their loss is that person's doing. */
  readonly withdrawn: Set<number>;
  readonly entered: Set<number>;
}

/** No column of the ledger: what stands below it is the clerk's own. */
const privateHeader = "我的记号";
const headers = ["序号", "问题描述", "整改措施", "整改进展", "备注", privateHeader];
const typed = ["整改措施", "整改进展", "备注", "问题描述"];
const clerk = "clerk@local.invalid";

export function openDesk(google: Google, fresh: () => number, rows: number): Desk {
  const request = (method: string, path: string, body: unknown) => {
    const [bare = "", query] = path.split("?");
    const answer = google.act(clerk, { method, path: bare, ...(query && { query }), body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as { spreadsheetId: string };
  };
  const entered = new Set<number>();
  const withdrawn = new Set<number>();
  const text = (what: string) => {
    const mine = fresh();
    entered.add(mine);
    return `${what}@${mine};`;
  };
  const { spreadsheetId } = request("POST", "/v4/spreadsheets", {
    properties: { title: "示例台账" },
    sheets: [{ properties: { title: "问题清单" } }],
  });
  const write = (range: string, values: unknown[][]) =>
    request("PUT", `/v4/spreadsheets/${spreadsheetId}/values/${range}?valueInputOption=RAW`, { values });
  const batch = (...requests: object[]) =>
    request("POST", `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests });
  const line = (n: number) => [n, text("问题"), text("措施"), "", "", `私${n}`];
  write("A1", [headers, ...Array.from({ length: rows }, (_, i) => line(i + 1))]);

  const sheet = () => {
    const found = google.state(spreadsheetId)?.sheets[0];
    if (found === undefined) throw new Error("no sheet");
    return found;
  };
  const at = (row: number, column: number) => String(sheet().rows[row]?.[column]?.value ?? "");
  const withdraw = (...texts: string[]) => {
    for (const each of texts.flatMap(tokensIn)) if (entered.has(each)) withdrawn.add(each);
  };
  const column = (header: string) => (sheet().rows[0] ?? []).findIndex((cell) => cell?.value === header);

  return {
    spreadsheetId,
    entered,
    withdrawn,
    act(n) {
      const sheetId = sheet().id;
      const last = sheet().rows.length;
      const row = 1 + (n % (last - 1));
      const kind = (n >> 8) % 16;
      if (kind < 8) {
        const header = typed[(n >> 12) % typed.length] ?? "备注";
        withdraw(at(row, column(header)));
        write(`${String.fromCharCode(65 + column(header))}${row + 1}`, [[text("改")]]);
        return `type ${header}`;
      }
      if (kind < 11) {
        write(`A${last + 1}`, [line(last)]);
        return "new row";
      }
      if (kind === 11 && last > 12) {
        withdraw(...(sheet().rows[row] ?? []).map((cell) => String(cell?.value ?? "")));
        batch({ deleteDimension: { range: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 } } });
        return "delete row";
      }
      if (kind === 12) {
        batch({
          insertDimension: {
            range: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 },
            inheritFromBefore: false,
          },
        });
        return "insert blank row";
      }
      if (kind === 13) {
        const own = n % 2 === 0 ? { note: `我的备注${n}` } : { userEnteredValue: { formulaValue: `="私"&${n}` } };
        const start = { sheetId, rowIndex: row, columnIndex: column(privateHeader) };
        batch({ updateCells: { start, rows: [{ values: [own] }], fields: Object.keys(own).join() } });
        return `private ${Object.keys(own).join()}`;
      }
      const range = { sheetId, startRowIndex: 1, endRowIndex: last, startColumnIndex: 0, endColumnIndex: 9 };
      const sortOrder = (n >> 12) % 2 === 0 ? "ASCENDING" : "DESCENDING";
      batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: (n >> 13) % 5, sortOrder }] } });
      return "sort";
    },
  };
}

/** What the system's requests did that nobody may have wanted. */
export function watchSystem(google: Google, account: string) {
  const shown = new Map<string, ReadonlySet<number>>();
  const before = new Map<string, ReadonlySet<number>>();
  const own = new Map<string, readonly string[]>();
  const unseen = new Set<number>();
  const disturbed: string[] = [];
  return {
    /** Texts taken that the system's own last read had not shown: the windows of the spec. */
    unseen,
    /** Requests after which the clerks' private column was not what they had left there. */
    disturbed,
    /** The clerk has just acted: what stands in the private column is theirs. */
    left(id: string) {
      own.set(id, privateOf(google.state(id)));
    },
    note(
      phase: "before" | "after",
      call: { readonly name: string; readonly user: string; readonly spreadsheetId?: string },
    ) {
      const id = call.spreadsheetId;
      if (call.user !== account || id === undefined) return;
      const now = tokensOf(google.state(id));
      if (phase === "before") {
        before.set(id, now);
        return;
      }
      const [was, is] = [own.get(id) ?? [], privateOf(google.state(id))];
      own.set(id, is);
      if (was.join("\n") !== is.join("\n"))
        disturbed.push(`${call.name} left ${is.length} cells in ${privateHeader} and not ${was.length}, or others`);
      if (call.name === "spreadsheets.get") shown.set(id, now);
      else for (const each of before.get(id) ?? []) if (!now.has(each) && !shown.get(id)?.has(each)) unseen.add(each);
    },
  };
}

/** What stands in the private column, in whatever order: texts, formulas and notes. */
function privateOf(state: SpreadsheetState | undefined): readonly string[] {
  const rows = state?.sheets[0]?.rows ?? [];
  const column = (rows[0] ?? []).findIndex((cell) => cell?.value === privateHeader);
  const cells = rows.map((row) => row?.[column]).filter((cell) => cell !== undefined);
  return cells.map(({ formula, value, note }) => JSON.stringify([formula ?? value ?? "", note ?? ""])).sort();
}

/** The ledger's rows: code, and texts by header, each row once. */
export function rowsOf(
  google: Google,
  spreadsheetId: string,
): { readonly code: string; readonly texts: ReadonlyMap<string, string> }[] {
  const sheet = google.state(spreadsheetId)?.sheets[0];
  const cells = (sheet?.rows ?? []).map((row) => [...(row ?? [])].map((cell) => String(cell?.value ?? "")));
  const header = cells.find((row) => row.includes("问题描述")) ?? [];
  return cells
    .filter((row) => row !== header)
    .map((row) => new Map(header.map((name, column) => [name, row[column] ?? ""])))
    .filter((texts) => texts.get("问题描述") !== "")
    .map((texts) => ({ code: texts.get("系统编号") ?? "", texts }));
}
