import { answerPage } from "../../../local/google/page/serve.ts";
import { startGoogle } from "../../../local/google/start.ts";

/** Ordinary REST calls of the tests on the local service, by which they set up and look. */
function makeService(origin: string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: "Bearer tests", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  return {
    /** A spreadsheet with one tab 问题清单 (sheetId 0) that holds `rows`; answers its id. */
    async create(rows: readonly (readonly (string | number)[])[], rowCount = 40, columnCount = 8): Promise<string> {
      const gridProperties = { rowCount, columnCount };
      const { spreadsheetId } = await call<{ spreadsheetId: string }>("POST", "/v4/spreadsheets", {
        properties: { title: "示例县局台账", locale: "zh_CN" },
        sheets: [{ properties: { sheetId: 0, title: "问题清单", gridProperties } }],
      });
      const range = encodeURIComponent("'问题清单'!A1");
      await call("PUT", `/v4/spreadsheets/${spreadsheetId}/values/${range}?valueInputOption=RAW`, { values: rows });
      return spreadsheetId;
    },
    update: (id: string, requests: readonly unknown[]) =>
      call("POST", `/v4/spreadsheets/${id}:batchUpdate`, { requests }),
    async values(id: string, range: string): Promise<unknown[][]> {
      const query = "valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING";
      const body = await call<{ values?: unknown[][] }>(
        "GET",
        `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}?${query}`,
      );
      return body.values ?? [];
    },
    /** Ranges of the tables. */
    async tables(id: string): Promise<unknown[]> {
      const path = `/v4/spreadsheets/${id}?fields=sheets.tables.range`;
      const body = await call<{ sheets: { tables?: { range: unknown }[] }[] }>("GET", path);
      return body.sheets.flatMap(({ tables = [] }) => tables.map(({ range }) => range));
    },
    async titles(id: string): Promise<string[]> {
      const body = await call<{ sheets: { properties: { title: string } }[] }>(
        "GET",
        `/v4/spreadsheets/${id}?fields=sheets.properties.title`,
      );
      return body.sheets.map((sheet) => sheet.properties.title);
    },
  };
}

export type LocalService = Awaited<ReturnType<typeof startLocalService>>;

/** The local service with its page, in memory, on a free port. */
export async function startLocalService() {
  const { url, close } = await startGoogle({ port: 0, extra: answerPage });
  return { origin: url, stop: close, ...makeService(url) };
}
