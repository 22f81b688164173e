import { describe, expect, test } from "vitest";
import { renderCsv, renderXlsx } from "../../../core/rollup/export-file.ts";
import { exportLedger } from "../../../local/bureau/export-ledger.ts";
import { unzip } from "./unzip.ts";

const evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "＝1＋1", "正常"];
const table = { title: "问题/清单", header: ["描述", "数"], rows: evil.map((text, index) => [text, index]) };

describe("ledgers as files", () => {
  test("[R27] in CSV every text that could be a formula begins with an apostrophe, and numbers stay numbers", () => {
    const text = renderCsv(table).toString("utf8");
    expect(text.startsWith("\ufeff描述,数\r\n'=1+1,0\r\n'+1,1\r\n'-1,2\r\n'@SUM(A1),3\r\n")).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")",6\r\n'＝1＋1,7\r\n正常,8\r\n`);
  });

  test("[R27] rare characters, quotes and line breaks come through a CSV unharmed", () => {
    const texts = ["𠮷野家、🙂", 'a"b', "一\n二", "逗,号", " 前后空格 "];
    const csv = renderCsv({ title: "t", header: ["描述"], rows: texts.map((text) => [text]) }).toString("utf8");
    const lines = ["描述", "𠮷野家、🙂", '"a""b"', '"一\n二"', '"逗,号"', " 前后空格 "];
    expect(csv).toBe(`\ufeff${lines.join("\r\n")}\r\n`);
  });

  test("[R28] what XLSX cannot hold is left out or cut, with a mark, never within a character", async () => {
    const long = `${"长".repeat(32_700)}${"𠮷".repeat(100)}`;
    const rows = [["甲\u0000乙\u001f丙 𠮷🙂 <&> "], [long]];
    const parts = unzip(await renderXlsx([{ title: "t", header: ["描述"], rows }]));
    const xml = [...parts.values()].join("");
    expect(xml).toContain("甲乙丙 𠮷🙂 &lt;&amp;&gt; ");
    expect(xml).toContain("…（超出Excel单元格上限，以下从略）");
    expect(xml.isWellFormed()).toBe(true);
    const [cut = ""] = /长+𠮷*…[^<]*/u.exec(xml) ?? [];
    expect([cut.length <= 32_767, cut.length > 32_700, cut.isWellFormed()]).toEqual([true, true, true]);
  });

  test("[R28] in XLSX texts are typed as texts, never as formulas", async () => {
    const parts = unzip(await renderXlsx([table]));
    const sheet = [...parts].find(([name]) => name.endsWith("sheet1.xml"))?.[1] ?? "";
    expect(sheet).toContain("<sheetData>");
    expect(sheet).not.toMatch(/<f[ >]/);
    const strings = [...parts.values()].join("");
    expect(strings).toContain("=1+1");
    expect(strings).toContain("=HYPERLINK(");
    expect([...parts].find(([name]) => name.endsWith("workbook.xml"))?.[1]).toContain("问题 清单");
  });

  test("[R29] an export holds what the token sees: every page of items, and the figures", async () => {
    const node = (code: string) => ({
      code,
      unit: { name: "甲局" },
      stateText: "整改中",
      overdue: code === "P2",
      closedOn: null,
      cells: [{ header: "问题描述", text: `=${code}` }],
    });
    const asked: unknown[] = [];
    const exact = { qualifier: "EQ", partial: false };
    const api = {
      ask: async (query: string, variables: object) => {
        asked.push(variables);
        if (query.includes("rollup")) {
          return {
            rollup: {
              indicators: [
                { key: "PROBLEMS", value: 2, qualifier: "GE", text: "≥2", partial: true, fraction: null },
                { ...exact, key: "AVERAGE_DAYS", value: 20 / 3, text: "6.7", fraction: { text: "20/3" } },
                { ...exact, key: "CLOSURE_RATE", value: null, text: "—", fraction: { text: "0/0" } },
              ],
              missingUnits: [{ code: "a-b", name: "乙局", parent: { name: "甲局" } }],
            },
          } as never;
        }
        const second = "after" in variables && variables.after === "c1";
        return {
          unit: { name: "甲局" },
          problemItems: { nodes: [node(second ? "P2" : "P1")], pageInfo: { hasNextPage: !second, endCursor: "c1" } },
        } as never;
      },
    };
    const counts: number[] = [];
    const csv = await exportLedger(api, { unit: "a", format: "csv" }, (count) => counts.push(count));
    expect({ counts, items: csv.items }).toEqual({ counts: [1], items: 2 });
    expect(csv.content.toString("utf8")).toBe(
      "\ufeff序号,系统编号,责任单位,问题描述,系统状态,逾期,销号日期\r\n1,P1,甲局,'=P1,整改中,,\r\n2,P2,甲局,'=P2,整改中,逾期,\r\n",
    );
    const xlsx = unzip((await exportLedger(api, { unit: "a", format: "xlsx" }, () => {})).content);
    const written = [...xlsx.values()].join("");
    for (const text of ["不少于，部分单位未报", "20/3", "分母为零", "未报送单位", "a-b"])
      expect(written).toContain(text);
    expect({ asPrinted: written.includes("6.7"), raw: written.includes("6.66") }).toEqual({
      asPrinted: true,
      raw: false,
    });
    expect(asked.length).toBe(5);
  });
});
