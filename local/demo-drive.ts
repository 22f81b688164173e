import type { DemoSpreadsheet, DemoTab } from "./demo/demo.ts";

/** Puts demo spreadsheets on the local Google service, as a clerk would have made them: over the public API, by a clerk. */

export interface DemoDrive {
  /** Makes the spreadsheet unless one of that title is there already; shared with the sync's account. Its id. */
  create(spreadsheet: DemoSpreadsheet): Promise<string>;
}

const clerk = "clerk@local.invalid";

export function makeDemoDrive(endpoint: string, account: string): DemoDrive {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${endpoint}${path}`, {
      method,
      headers: { authorization: `Bearer ${clerk}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return (text === "" ? {} : JSON.parse(text)) as T;
  };
  return {
    async create(spreadsheet) {
      const query = new URLSearchParams({
        q: `name = '${spreadsheet.title.replaceAll("'", "\\'")}'`,
        fields: "files(id)",
      });
      const { files } = await call<{ files?: { id: string }[] }>("GET", `/drive/v3/files?${query}`);
      const [existing] = files ?? [];
      if (existing !== undefined) return existing.id;
      const { spreadsheetId } = await call<{ spreadsheetId: string }>(
        "POST",
        "/v4/spreadsheets",
        spreadsheetBody(spreadsheet),
      );
      await call("POST", `/drive/v3/files/${spreadsheetId}/permissions`, {
        type: "user",
        role: "writer",
        emailAddress: account,
      });
      return spreadsheetId;
    },
  };
}

/** One request makes the whole file: an interrupted start leaves all of it or nothing. */
function spreadsheetBody({ title, tabs }: DemoSpreadsheet): object {
  return {
    properties: { title, locale: "zh_CN", timeZone: "Asia/Shanghai" },
    sheets: tabs.map((tab, index) => ({
      properties: {
        sheetId: index,
        title: tab.title,
        gridProperties: { rowCount: Math.max(tab.rows.length + 100, 200), columnCount: 30 },
      },
      data: [{ startRow: 0, startColumn: 0, rowData: tab.rows.map((row) => ({ values: row.map(cellOf) })) }],
      merges: (tab.merges ?? []).map((merge) => ({ sheetId: index, ...gridBox(merge) })),
    })),
  };
}

function cellOf(value: DemoTab["rows"][number][number]): object {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { userEnteredValue: { numberValue: value } };
  if (typeof value === "boolean") return { userEnteredValue: { boolValue: value } };
  if (value.startsWith("=")) return { userEnteredValue: { formulaValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

function gridBox({ startRow, endRow, startColumn, endColumn }: NonNullable<DemoTab["merges"]>[number]): object {
  return { startRowIndex: startRow, endRowIndex: endRow, startColumnIndex: startColumn, endColumnIndex: endColumn };
}
