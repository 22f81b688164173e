import type { Unit } from "../../core/ledger/unit.ts";
import type { Store } from "../../core/store/store.ts";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { makeRows, type RowTexts, rowHeaders } from "../data/rows.ts";
import { aUnit } from "../data/units.ts";

/** One spreadsheet on the local Google, as a clerk made it, and what a clerk then does to it. */

const clerk = "clerk@example.org";
const fields = Object.keys(rowHeaders) as (keyof RowTexts)[];
const tab = "问题清单";
/** 序号 first, then the fields. */
export const columnOf = (field: keyof RowTexts) => fields.indexOf(field) + 1;

export interface Ledger {
  readonly spreadsheetId: string;
  readonly rowCount: number;
  /** A clerk types into this cell of so many rows, spread over the table. */
  type(field: keyof RowTexts, rows: readonly number[], text: string): Promise<void>;
  /** 系统编号 of every row, once a pass has written them. */
  codes(): Promise<readonly string[]>;
}

export async function makeLedger(google: string, rowCount: number): Promise<Ledger> {
  const rows = makeRows(rowCount, 5);
  const cell = (value: string | number) =>
    value === ""
      ? {}
      : { userEnteredValue: typeof value === "number" ? { numberValue: value } : { stringValue: value } };
  const header = ["序号", ...Object.values(rowHeaders)];
  const lines = rows.map((row, i) => [i + 1, ...fields.map((field) => row[field])]);
  const { spreadsheetId } = await ask<{ spreadsheetId: string }>(google, "/v4/spreadsheets", {
    properties: { title: "示例台账" },
    sheets: [
      {
        properties: { sheetId: 7, title: tab, gridProperties: { rowCount: rowCount + 20, columnCount: 16 } },
        data: [{ rowData: [header, ...lines].map((line) => ({ values: line.map(cell) })) }],
      },
    ],
  });
  let known: readonly string[] | null = null;
  return {
    spreadsheetId,
    rowCount,
    async codes() {
      known ??= await readCodes(google, spreadsheetId);
      return known;
    },
    async type(field, at, text) {
      const column = String.fromCharCode("A".charCodeAt(0) + columnOf(field));
      const data = at.map((row) => ({ range: `${tab}!${column}${row + 2}`, values: [[text]] }));
      await ask(google, `/v4/spreadsheets/${spreadsheetId}/values:batchUpdate`, { valueInputOption: "RAW", data });
    },
  };
}

/** Links the spreadsheet to a unit of its own. */
export async function linkLedger(store: Store, { spreadsheetId }: Ledger, unitCode: string): Promise<Unit> {
  const unit = aUnit(`cn/qh/${unitCode}/`, "PREFECTURE");
  for (const each of [aUnit("cn/", "INDUSTRY"), aUnit("cn/qh/", "PROVINCE"), unit]) await store.putUnit(each, 0);
  const linked = await linkSpreadsheet(store, { spreadsheetId, unit: unit.code, now: new Date().toISOString() });
  if (!linked.ok) throw new Error(linked.why);
  return unit;
}

async function readCodes(google: string, spreadsheetId: string): Promise<readonly string[]> {
  const { values } = await ask<{ values: string[][] }>(
    google,
    `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(tab)}`,
  );
  const column = values[0]?.indexOf("系统编号") ?? -1;
  return values.slice(1).map((row) => row[column] ?? "");
}

/** The first so many rows of a fixed order. */
export function spread(rowCount: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (i * 7919) % rowCount);
}

async function ask<T>(google: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${google}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${clerk}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return (await answer.json()) as T;
}
