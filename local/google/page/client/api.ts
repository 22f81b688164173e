import { type Area, areaName } from "./area.ts";
import { failureSentence, ServiceFailure } from "./failure.ts";
import type { BatchReply, RowData, SheetBody, SheetsRequest, SpreadsheetBody } from "./rest-shapes.ts";

export type SheetsApi = ReturnType<typeof makeSheetsApi>;

const TABS =
  "spreadsheetId,properties(title,locale),sheets(properties(sheetId,title,index,hidden,gridProperties),merges,basicFilter,tables)";
const DIMENSION = "hiddenByUser,hiddenByFilter,pixelSize";
const SHOWN = "formattedValue,userEnteredValue,effectiveValue,userEnteredFormat,note";
/** What an undo puts back into a cell. */
export const KEPT = "userEnteredValue,userEnteredFormat,note,dataValidation";

/** The ordinary Sheets v4 and Drive v3 REST calls of the page. `token` is asked at every call. */
export function makeSheetsApi(spreadsheetId: string, token: () => string) {
  const base = `/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}`;

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(path, {
      method,
      headers: { authorization: `Bearer ${token()}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new ServiceFailure(0, failureSentence(0, null));
    });
    const text = await answer.text();
    const parsed = text === "" ? null : safeJson(text);
    if (!answer.ok) throw new ServiceFailure(answer.status, failureSentence(answer.status, parsed));
    return parsed as T;
  }

  async function readArea(title: string, area: Area, fields: string): Promise<readonly RowData[]> {
    const query = new URLSearchParams({
      ranges: areaName(title, area),
      fields: `sheets(data(rowData(values(${fields}))))`,
    });
    const body = await call<SpreadsheetBody>("GET", `${base}?${query}`);
    return body.sheets?.[0]?.data?.[0]?.rowData ?? [];
  }

  return {
    readTabs: () => call<SpreadsheetBody>("GET", `${base}?${new URLSearchParams({ fields: TABS })}`),

    /** Hidden rows and columns and column widths of one tab. */
    async readDimensions(title: string): Promise<NonNullable<SheetBody["data"]>[number]> {
      const query = new URLSearchParams({
        ranges: `'${title.replaceAll("'", "''")}'`,
        fields: `sheets(data(rowMetadata(${DIMENSION}),columnMetadata(${DIMENSION})))`,
      });
      const body = await call<SpreadsheetBody>("GET", `${base}?${query}`);
      return body.sheets?.[0]?.data?.[0] ?? {};
    },

    readCells: (title: string, area: Area) => readArea(title, area, SHOWN),
    readKept: (title: string, area: Area) => readArea(title, area, KEPT),

    batchUpdate: (requests: readonly SheetsRequest[]) => call<BatchReply>("POST", `${base}:batchUpdate`, { requests }),

    /** Writes texts as if a person had typed them. */
    typeValues: (range: string, values: readonly (readonly string[])[]) =>
      call<unknown>("PUT", `${base}/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`, {
        range,
        majorDimension: "ROWS",
        values,
      }),
  };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
