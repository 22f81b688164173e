import { describe, expect, it } from "vitest";
import { failureSentence } from "../../../local/google/page/client/failure.ts";
import * as requests from "../../../local/google/page/client/requests.ts";

/** What moveDimension does to rows, as the API reference words it: the destination counts before the move. */
function moved(rows: readonly string[], request: unknown): string[] {
  const move = (
    request as { moveDimension: { source: { startIndex: number; endIndex: number }; destinationIndex: number } }
  ).moveDimension;
  const taken = rows.slice(move.source.startIndex, move.source.endIndex);
  const rest = [...rows.slice(0, move.source.startIndex), ...rows.slice(move.source.endIndex)];
  const { destinationIndex: to, source } = move;
  rest.splice(to > source.startIndex ? to - taken.length : to, 0, ...taken);
  return rest;
}

describe("requests of the page", () => {
  it("[U9] every move of rows is taken back by its inverse", () => {
    const rows = [..."abcdef"];
    for (let start = 0; start < 6; start++)
      for (let end = start + 1; end <= 6; end++)
        for (let to = 0; to <= 6; to++) {
          if (to >= start && to <= end) continue;
          const there = moved(rows, requests.moveDimension(1, "ROWS", start, end, to));
          expect(moved(there, requests.moveBack(1, "ROWS", start, end, to))).toEqual(rows);
          expect(there).not.toEqual(rows);
        }
  });

  it("[U16] restoring cells empties those that the answer left out", () => {
    const area = { startRow: 1, endRow: 3, startColumn: 0, endColumn: 2 };
    const kept = [{ values: [{ userEnteredValue: { stringValue: "甲" } }] }];
    expect(requests.restoreCells(5, area, kept)).toEqual({
      updateCells: {
        range: { sheetId: 5, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
        rows: [{ values: [{ userEnteredValue: { stringValue: "甲" } }, {}] }, { values: [{}, {}] }],
        fields: "userEnteredValue,userEnteredFormat,note,dataValidation",
      },
    });
  });

  it("[U8] emptying cells names only their values", () => {
    const area = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
    expect(requests.clearCells(5, area)).toMatchObject({ updateCells: { fields: "userEnteredValue" } });
  });

  it("[U21] refusals become Chinese sentences, and the service's own words follow only when nothing better is known", () => {
    const body = (status: string, message: string) => ({ error: { code: 400, status, message } });
    expect(failureSentence(429, body("RESOURCE_EXHAUSTED", "Quota exceeded"))).toBe("操作太频繁，请稍候再试");
    expect(
      failureSentence(
        400,
        body("INVALID_ARGUMENT", "Invalid requests[0].updateCells: You are trying to edit a protected cell"),
      ),
    ).toBe("该区域受保护，不能修改");
    expect(failureSentence(400, body("INVALID_ARGUMENT", "Odd."))).toBe("此操作无法完成：Odd.");
    expect(failureSentence(0, null)).toBe("连接中断，改动没有保存；请检查服务是否在运行");
    expect(failureSentence(502, "<html>")).toBe("服务出错（502），请稍候再试");
  });
});
