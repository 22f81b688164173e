import { GoogleSpreadsheet, type GoogleSpreadsheetRow } from "google-spreadsheet";
import { sheets } from "googleapis/build/src/apis/sheets/index.js";
import { setTexts } from "../../core/ledger/edit.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Item } from "../../core/ledger/item.ts";
import type { Store } from "../../core/store/store.ts";
import { rowHeaders } from "../data/rows.ts";
import type { Ledger } from "./ledger.ts";

/**
 * The same work as most scripts do it: read all rows, read all items, compare them, and save each row or item that
 * differs. There is no base, so an item changed through the API is known by its mark alone.
 */

export interface RowSaver {
  readonly name: string;
  sync(): Promise<void>;
}

interface SheetRow {
  readonly code: string;
  text(header: string): string;
  /** One request. */
  save(texts: Readonly<Record<string, string>>): Promise<void>;
}

const codeHeader = "系统编号";

async function syncRows(store: Store, unitPath: string, rows: readonly SheetRow[]): Promise<void> {
  const items = new Map<string, Item>();
  for (let after: string | null | undefined; after !== null; ) {
    const query = { kind: "problem", path: unitPath, descendants: false, first: 1_000 } as const;
    const page = await store.listItems(after === undefined ? query : { ...query, after });
    for (const item of page.rows) items.set(item.code, item);
    after = page.next;
  }
  const author = { side: "SHEET" as const, actor: "sheet:script", at: new Date().toISOString() };
  for (const row of rows) {
    const item = items.get(row.code);
    if (item === undefined) continue;
    const toSheet: Record<string, string> = {};
    const toStore: Record<string, string> = {};
    for (const [field, header] of Object.entries(rowHeaders)) {
      const shown = row.text(header);
      const stored = item.texts[field] ?? "";
      if (shown === stored) continue;
      if (field in item.ahead) toSheet[header] = stored;
      else toStore[field] = shown;
    }
    if (Object.keys(toSheet).length > 0) await row.save(toSheet);
    if (Object.keys(toSheet).length + Object.keys(toStore).length === 0) continue;
    const { item: next, changes } = setTexts({ ...item, ahead: {} }, toStore, author);
    const written = await store.putItem(next, indexValuesOf(next, unitPath), changes, item.revision);
    if (!written.ok) throw new Error(`${item.code} is stale`);
  }
}

interface Setting {
  readonly store: Store;
  readonly google: string;
  readonly ledger: Ledger;
  readonly unitPath: string;
  readonly user: string;
}

/** node-google-spreadsheet: rows with header names, each saved by itself. */
export function makeNodeGoogleSpreadsheet({ store, google, ledger, unitPath, user }: Setting): RowSaver {
  return {
    name: "node-google-spreadsheet",
    async sync() {
      const restore = toLocal(google);
      try {
        const document = new GoogleSpreadsheet(ledger.spreadsheetId, { token: user });
        await document.loadInfo();
        const tab = document.sheetsByIndex[0];
        if (tab === undefined) throw new Error("no tab");
        const rows = (await tab.getRows()).map((row: GoogleSpreadsheetRow) => ({
          code: String(row.get(codeHeader) ?? ""),
          text: (header: string) => String(row.get(header) ?? ""),
          save: async (texts: Readonly<Record<string, string>>) => {
            row.assign(texts);
            await row.save({ raw: true });
          },
        }));
        await syncRows(store, unitPath, rows);
      } finally {
        restore();
      }
    },
  };
}

/** The library knows Google's address only. */
function toLocal(google: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const local = url.replace("https://sheets.googleapis.com", google);
    return real(input instanceof Request ? new Request(local, input) : local, init);
  };
  return () => {
    globalThis.fetch = real;
  };
}

/** As gspread is used: get_all_values, then update_cell for each cell that differs. */
export function makeCellUpdates({ store, google, ledger, unitPath, user }: Setting): RowSaver {
  const options = { version: "v4" as const, rootUrl: `${google}/`, headers: { Authorization: `Bearer ${user}` } };
  const { values } = sheets(options as Parameters<typeof sheets>[0] & { version: "v4" }).spreadsheets;
  const { spreadsheetId } = ledger;
  return {
    name: "gspread style: update_cell",
    async sync() {
      const { data } = await values.get({ spreadsheetId, range: "问题清单" });
      const [header = [], ...lines] = (data.values ?? []) as string[][];
      const at = new Map(header.map((title, i) => [title, i]));
      const rows = lines.map((line, i) => ({
        code: line[at.get(codeHeader) ?? -1] ?? "",
        text: (title: string) => line[at.get(title) ?? -1] ?? "",
        save: async (texts: Readonly<Record<string, string>>) => {
          for (const [title, text] of Object.entries(texts)) {
            const range = `问题清单!${String.fromCharCode(65 + (at.get(title) ?? 0))}${i + 2}`;
            await values.update({ spreadsheetId, range, valueInputOption: "RAW", requestBody: { values: [[text]] } });
          }
        },
      }));
      await syncRows(store, unitPath, rows);
    },
  };
}
