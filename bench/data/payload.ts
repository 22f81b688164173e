import { anchorKey } from "../../core/sheet/google-encode.ts";
import { type RowTexts, rowCode, rowHeaders } from "./rows.ts";

/** What `spreadsheets.get` answers for a ledger that has been synced: the fields a pass asks for, as Google writes them. */

const fields = Object.keys(rowHeaders) as (keyof RowTexts)[];

const textCell = (text: string) =>
  text === "" ? {} : { userEnteredValue: { stringValue: text }, effectiveValue: { stringValue: text } };

const numberCell = (value: number) => ({
  userEnteredValue: { numberValue: value },
  effectiveValue: { numberValue: value },
});

/** @param states 系统状态 of each row. */
export function makePayload(rows: readonly RowTexts[], states: readonly string[]): string {
  const headers = ["序号", ...Object.values(rowHeaders), "联系电话（自用）", "系统编号", "系统状态", "系统提示"];
  const rowData = rows.map((row, i) => ({
    values: [
      numberCell(i + 1),
      ...fields.map((field) => textCell(row[field])),
      textCell(`示例电话${i}`),
      textCell(rowCode("P", i + 1)),
      textCell(states[i] ?? ""),
    ],
  }));
  const anchored = (metadataId: number) => ({ developerMetadata: [{ metadataId, metadataKey: anchorKey }] });
  return JSON.stringify({
    properties: { title: "示例台账", locale: "zh_CN", timeZone: "Asia/Shanghai" },
    sheets: [
      {
        properties: {
          sheetId: 7,
          title: "问题清单",
          sheetType: "GRID",
          gridProperties: { rowCount: rows.length + 20, columnCount: headers.length },
        },
        data: [
          {
            rowData: [{ values: headers.map(textCell) }, ...rowData],
            rowMetadata: Array.from({ length: rows.length + 20 }, (_, i) =>
              i <= rows.length ? anchored(1_000_000 + i) : {},
            ),
          },
        ],
      },
    ],
  });
}
