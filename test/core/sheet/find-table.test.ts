import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf, kinds } from "../../../core/ledger/kinds.ts";
import { limits } from "../../../core/limits.ts";
import { findTables, kindOfTitle } from "../../../core/sheet/find-table.ts";
import type { Box, RawCell, Scalar, SpreadsheetRead, TabRead } from "../../../core/sheet/sheet.ts";

type Row = readonly (Scalar | null)[];

function spreadsheet(title: string, rows: readonly Row[], tabId = 1): SpreadsheetRead {
  const cells = (row: Row): RawCell[] => row.map((value) => ({ value }));
  const tab = {
    tabId,
    title,
    hidden: false,
    rowCount: rows.length + 10,
    columnCount: 40,
    merges: [],
    rows: rows.map((row) => ({ cells: cells(row), anchors: [], hidden: false })),
  };
  return { spreadsheetId: "s", title: "s", locale: "zh_CN", timeZone: "Asia/Shanghai", tabs: [tab] };
}

const options = { aliases: {}, referenceDate: "2023-10-08" };
const privateHeaders = [
  "自用备注",
  "科里排序",
  "微信群",
  "领导批示",
  "☆",
  "打印次数",
  "内部编码",
  "谁来跟",
  "X1",
  "材料袋号",
];
const seed = 20_231_130;

describe("any order of columns", () => {
  test.each(kinds.map(({ name }) => name))(
    "[L18] %s: whatever the order, aliases and private columns, every field is found in its own column",
    (name) => {
      const kind = kindOf(name);
      const key = kind.columns.findIndex(({ field }) => field === kind.keyField);
      const headerOf = (index: number, pick: number) => {
        const column = kind.columns[index];
        if (column === undefined) throw new Error("no column");
        const words = [column.header, column.header, ...column.aliases];
        return words[pick % words.length] ?? column.header;
      };
      const layout = fc.record({
        fields: fc.shuffledSubarray(
          kind.columns.map((_, index) => index).filter((index) => index !== key),
          { minLength: 2 },
        ),
        own: fc.shuffledSubarray(privateHeaders),
        keyAt: fc.nat(),
        ownAt: fc.array(fc.nat(), { minLength: privateHeaders.length, maxLength: privateHeaders.length }),
        above: fc.integer({ min: 0, max: 20 }),
      });
      fc.assert(
        fc.property(layout, ({ fields, own, keyAt, ownAt, above }) => {
          const columns: { header: string; field: string | null }[] = fields.map((index) => ({
            header: headerOf(index, 0),
            field: kind.columns[index]?.field ?? "",
          }));
          columns.splice(keyAt % (columns.length + 1), 0, { header: headerOf(key, 0), field: kind.keyField });
          own.forEach((header, index) => {
            columns.splice((ownAt[index] ?? 0) % (columns.length + 1), 0, { header, field: null });
          });
          const blank: Row[] = Array.from({ length: above }, (_, index) => (index === 0 ? ["示例局一览"] : []));
          const read = spreadsheet(kind.tab, [
            ...blank,
            columns.map(({ header }) => header),
            columns.map(() => "示例"),
          ]);
          const [table] = findTables(read, options).tables;
          expect(table?.kind).toBe(name);
          expect(table?.headerRow).toBe(above);
          const bound = new Map(table?.columns.map(({ column, field }) => [column, field]));
          // A field that the cells below contradict may be read as another; with texts alone only text columns are sure.
          columns.forEach(({ field, header }, column) => {
            if (field === null) expect([header, bound.get(column)]).toEqual([header, undefined]);
            else expect([header, bound.has(column)]).toEqual([header, true]);
          });
          expect(table?.privateColumns.length).toBe(own.length);
          expect(table?.rows.length).toBe(1);
        }),
        { seed, numRuns: 250 },
      );
    },
  );

  test("[L18] two thousand random headers of the problem list: each column is found as what it is", () => {
    const kind = kindOf("problem");
    const usable = kind.columns.map((column, index) => ({ column, index }));
    const layout = fc.record({
      order: fc.shuffledSubarray(usable, { minLength: 3 }),
      own: fc.shuffledSubarray(privateHeaders),
      seats: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    });
    fc.assert(
      fc.property(layout, ({ order, own, seats }) => {
        const columns: { header: string; field: string | null }[] = order.map(({ column }) => ({
          header: column.header,
          field: column.field,
        }));
        if (!columns.some(({ field }) => field === kind.keyField)) {
          columns.splice((seats[11] ?? 0) % columns.length, 0, { header: "问题描述", field: "description" });
        }
        own.forEach((header, index) => {
          columns.splice((seats[index] ?? 0) % (columns.length + 1), 0, { header, field: null });
        });
        const [table] = findTables(spreadsheet("问题清单", [columns.map(({ header }) => header)]), options).tables;
        const bound = new Map(table?.columns.map(({ column, field }) => [column, field]));
        expect(columns.map((_, column) => bound.get(column) ?? null)).toEqual(columns.map(({ field }) => field));
      }),
      { seed, numRuns: 2000 },
    );
  });

  test("[L17] headers of one to three rows in any of the first rows, under any parents: each column is what it is", () => {
    const { columns } = kindOf("problem");
    const parents = ["基本情况", "工作安排", "落实情况", "台账内容", "（以下由县局填写）"];
    const layout = fc.record({
      fields: fc.shuffledSubarray([...columns], { minLength: 4 }),
      breadths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: columns.length, maxLength: columns.length }),
      names: fc.array(fc.nat(), { minLength: columns.length, maxLength: columns.length }),
      depth: fc.integer({ min: 1, max: 3 }),
      above: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(layout, ({ fields, breadths, names, depth, above }) => {
        const key = columns.filter(({ field }) => field === "description");
        const order = [...key, ...fields.filter(({ field }) => field !== "description")];
        const header: (string | null)[][] = Array.from({ length: depth }, () => order.map(() => null));
        const merges: Box[] = [];
        const top = above;
        // Groups under a parent of two columns or more; a column by itself is merged down the whole header.
        for (let column = 0, at = 0; column < order.length; at++) {
          const breadth = depth === 1 ? 1 : Math.min(breadths[at] ?? 1, order.length - column);
          const childRow = breadth === 1 ? 0 : depth - 1;
          if (breadth > 1) (header[0] ?? [])[column] = parents[(names[at] ?? 0) % parents.length] ?? null;
          for (let child = column; child < column + breadth; child++)
            (header[childRow] ?? [])[child] = order[child]?.header ?? null;
          const endRow = top + (breadth === 1 ? depth : depth - 1);
          if (breadth > 1 || depth > 1)
            merges.push({ startRow: top, endRow, startColumn: column, endColumn: column + breadth });
          column += breadth;
        }
        const titles: Row[] = Array.from({ length: above }, (_, row) => [
          row === 0 ? "示例县局问题整改情况" : "填报要求略",
        ]);
        const read = spreadsheet("Sheet1", [...titles, ...header, order.map(() => "示例")]);
        const tabs = read.tabs.map((tab) => ({ ...tab, merges }));
        const [table] = findTables({ ...read, tabs }, options).tables;
        // Parents that say nothing may be left out, the last row never.
        expect([table?.kind, (table?.headerRow ?? 0) + (table?.headerDepth ?? 0)]).toEqual(["problem", top + depth]);
        const bound = new Map(table?.columns.map(({ column, header: words }) => [column, words.split("/").at(-1)]));
        expect(order.map((_, column) => bound.get(column))).toEqual(order.map((column) => column.header));
      }),
      { seed, numRuns: 500 },
    );
  });

  test("[L19] every alias of every kind alone beside the key is found as a field of that kind", () => {
    for (const kind of kinds) {
      const key = kind.columns.find(({ field }) => field === kind.keyField);
      for (const column of kind.columns) {
        for (const alias of column.aliases) {
          if (column.field === kind.keyField) continue;
          const read = spreadsheet(kind.tab, [["序号", key?.header ?? "", alias]]);
          const [table] = findTables(read, options).tables;
          expect([kind.name, alias, table?.kind, table?.columns.length]).toEqual([kind.name, alias, kind.name, 2]);
        }
      }
    }
  });
});

describe("tabs known from before", () => {
  const header = ["序号", "问题描述", "整改措施", "完成情况"];

  test("[L23] a column keeps the field it had, whatever its cells say now", () => {
    const read = spreadsheet("问题清单", [header, [1, "示例", "示例", "已经组织培训示例期，反响较好"]]);
    const fresh = findTables(read, options).tables[0];
    expect(fresh?.columns.find(({ column }) => column === 3)?.field).toBe("progress");
    const roles = new Map([[1, { kind: "problem", role: "LIVE", headers: { claim: "完成情况" } } as const]]);
    const known = findTables(read, { ...options, roles }).tables[0];
    expect(known?.columns.find(({ column }) => column === 3)?.field).toBe("claim");
  });

  test("[L23] a title merged over the header is no part of it, whatever is known from before", () => {
    const rows: Row[] = [
      ["整改情况统计表"],
      ["督办事项", "责任单位", "完成时间", "落实情况"],
      ["示例", "示例局", "10月底", "正在办理"],
      ["示例", "示例局", "12月底", "正在办理"],
    ];
    const titled = spreadsheet("督办台账", rows);
    const title = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 4 };
    const read = { ...titled, tabs: titled.tabs.map((tab) => ({ ...tab, merges: [title] })) };
    const fresh = findTables(read, options).tables[0];
    const headers = Object.fromEntries(fresh?.columns.map(({ field, header: text }) => [field, text]) ?? []);
    expect(headers).toEqual({
      description: "督办事项",
      responsibleUnit: "责任单位",
      due: "完成时间",
      progress: "落实情况",
    });
    const roles = new Map([[1, { kind: "problem", role: "LIVE", headers } as const]]);
    const again = findTables(read, { ...options, roles }).tables[0];
    expect(again?.columns.map(({ field, column, header: text }) => [field, column, text])).toEqual(
      fresh?.columns.map(({ field, column, header: text }) => [field, column, text]),
    );
  });

  test("[L23] a tab that lost its key header but keeps others is still the table, without the field", () => {
    const roles = new Map([[1, { kind: "problem", role: "LIVE" } as const]]);
    const rows: Row[] = [
      ["序号", "???", "整改措施", "责任部门", "系统编号"],
      [1, "示例", "示例", "示例科", "P000000000001"],
    ];
    expect(findTables(spreadsheet("问题清单", rows), options).tables).toEqual([]);
    const [table] = findTables(spreadsheet("问题清单", rows), { ...options, roles }).tables;
    expect(table?.columns.map(({ field }) => field)).toEqual(["measures", "department"]);
    expect(table?.rows.map(({ code }) => code)).toEqual(["P000000000001"]);
  });

  test("[L54] a 系统编号 header that was renamed or emptied: the codes below tell the column, and the header is told", () => {
    const roles = new Map([[1, { kind: "problem", role: "LIVE" } as const]]);
    for (const [text, how] of [
      ["编号", "被改成“编号”"],
      ["序号", "被改成“序号”"],
      ["整改时限", "被改成“整改时限”"],
      [null, "被清空"],
    ] as const) {
      const read = spreadsheet("问题清单", [
        ["问题描述", "整改措施", text],
        ["示例", "示例", "P000000000001"],
        ["示例", "示例", "X"],
        ["示例", "示例", "P000000000002"],
      ]);
      const [table] = findTables(read, { ...options, roles }).tables;
      expect({ ...table?.system, columns: table?.columns.map(({ field }) => field) }).toEqual({
        code: 2,
        state: null,
        notice: null,
        columns: ["description", "measures"],
      });
      expect([table?.sequenceColumn, table?.privateColumns, table?.rows.map(({ code }) => code)]).toEqual([
        null,
        [],
        ["P000000000001", "X", "P000000000002"],
      ]);
      const message = `“系统编号”的表头${how}，各行仍按这一列中的编号对应；请改回“系统编号”`;
      expect(table?.problems).toContainEqual({ cell: "C1", message, text });
    }
  });

  test("[L54] of several the one with the most codes, or left of 系统状态, whatever strayed into others; a private column is none", () => {
    const roles = new Map([[1, { kind: "problem", role: "LIVE" } as const]]);
    const codeOf = (rows: readonly Row[]) =>
      findTables(spreadsheet("问题清单", rows), { ...options, roles }).tables[0]?.system.code;
    const strayed: Row[] = [
      ["问题描述", "整改措施", "电话", "编号", "系统状态"],
      ["示例", "示例", "P000000000001", "P000000000003", "已挂号，待整改"],
      ["示例", "示例", "P000000000002", "P000000000004", null],
    ];
    expect(codeOf(strayed)).toBe(3);
    expect(codeOf(strayed.map((row, i) => (i === 2 ? row.with(3, null) : row)))).toBe(2);
    expect(codeOf(strayed.map((row) => row.slice(0, 3)))).toBe(2);
    expect(codeOf(strayed.map(([a = null, b = null, c = null], i) => [a, b, i === 0 ? "编码（自用）" : c]))).toBeNull();
    const known = new Map([[1, { kind: "problem", role: "LIVE", headers: { owner: "责任人" } } as const]]);
    const inKnown = strayed.map((row, i) => (i === 0 ? row.with(3, "责任人").with(2, "责任部门") : row.with(2, null)));
    expect(
      findTables(spreadsheet("问题清单", inKnown), { ...options, roles: known }).tables[0]?.system.code,
    ).toBeNull();
    expect(codeOf(inKnown)).toBe(3);
    expect(codeOf(strayed.map((row, i) => (i === 0 ? row.with(3, "系统提示").with(2, "系统状态") : row)))).toBeNull();
    const deleted = strayed.map(([a = null, b = null, c = null, , e = null], i) => [a, b, i === 2 ? "138" : c, e]);
    expect(codeOf(deleted)).toBeNull();
  });

  test("[L54] not in a tab that is new, nor in a column of formulas, nor of which most is something else", () => {
    const rows = (cell: string): Row[] => [
      ["问题描述", "整改措施", "编码"],
      ["示例", "示例", "P000000000001"],
      ["示例", "示例", cell],
    ];
    const roles = new Map([[1, { kind: "problem", role: "LIVE" } as const]]);
    const codeOf = (read: SpreadsheetRead, known: boolean) =>
      findTables(read, known ? { ...options, roles } : options).tables[0]?.system.code;
    const codes = spreadsheet("问题清单", rows("P000000000002"));
    const formulas = codes.tabs.map((tab) => ({
      ...tab,
      rows: tab.rows.map((row, i) => ({
        ...row,
        cells: row.cells.map((cell, column) => (i > 0 && column === 2 ? { ...cell, formula: "=A1" } : cell)),
      })),
    }));
    expect([
      codeOf(codes, true),
      codeOf(codes, false),
      codeOf({ ...codes, tabs: formulas }, true),
      codeOf(spreadsheet("问题清单", rows("别的")), true),
    ]).toEqual([2, null, null, null]);
  });

  test("[L23] a tab whose header is gone is ignored with the reason, never read as another kind", () => {
    const roles = new Map([[1, { kind: "problem", role: "LIVE" } as const]]);
    const read = spreadsheet("问题清单", [
      ["课题名称", "牵头领导", "完成时限"],
      ["示例", "示例甲", "11月底"],
    ]);
    expect(findTables(read, { ...options, roles })).toEqual({
      tables: [],
      ignored: [{ tabId: 1, title: "问题清单", why: "没有找到能认出的表头" }],
    });
  });

  test("[L37] a role given by a person stays: an archive is no live tab again", () => {
    const read = spreadsheet("问题清单", [header, [1, "示例", "示例", "已完成"]]);
    const roles = new Map([[1, { kind: "problem", role: "ARCHIVE" } as const]]);
    expect(findTables(read, { ...options, roles }).tables[0]?.role).toBe("ARCHIVE");
  });

  test.each([
    ["问题清单", "problem"],
    ["问题清单（11月）", "problem"],
    ["2023年11月问题清单", "problem"],
    ["附件1：问题清单", "problem"],
    ["问题清单的副本", "problem"],
    ["调研课题清单", "topic"],
    ["意见建议台账", "opinion"],
    ["Sheet1", undefined],
  ])("[L37] the title %s speaks for %s", (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });
});

describe("limits", () => {
  test("[L36] a cell beyond its limit is taken in part, told, and never written", () => {
    const long = "长".repeat(limits.cellChars + 1);
    const read = spreadsheet("问题清单", [
      ["序号", "问题描述", "备注"],
      [1, "示例", long],
    ]);
    const cell = findTables(read, options).tables[0]?.rows[0]?.cells.get("remark");
    expect(cell).toEqual({
      text: "长".repeat(limits.cellChars),
      row: 1,
      column: 2,
      problem: `这一格超过 ${limits.cellChars} 字，只收入前 ${limits.cellChars} 字，表中原文不动`,
      readOnly: "内容过长，系统不改写",
    });
  });

  test("[L36] the cells of a row share one limit, and no character is cut in two", () => {
    const long = "😀".repeat(limits.cellChars / 2);
    const read = spreadsheet("问题清单", [
      ["问题描述", "整改措施", "整改进展", "备注"],
      ["示例问", long, long, long],
    ]);
    const cells = findTables(read, options).tables[0]?.rows[0]?.cells;
    const total = [...(cells?.values() ?? [])].reduce((sum, { text }) => sum + text.length, 0);
    expect(total).toBeLessThanOrEqual(limits.rowChars);
    expect([...(cells?.values() ?? [])].map(({ readOnly }) => readOnly !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect([...(cells?.get("progress")?.text ?? "")].every((letter) => letter === "😀")).toBe(true);
  });

  test("[L36] a header below the first rows is not looked for, columns beyond the limit are not read", () => {
    const blank: Row[] = Array.from({ length: limits.headerSearchRows }, () => []);
    expect(findTables(spreadsheet("问题清单", [...blank, ["序号", "问题描述", "备注"]]), options).tables).toEqual([]);
    const wide = Array.from({ length: limits.tableColumns + 5 }, (_, index) => `列${index}`);
    const read = spreadsheet("问题清单", [
      ["序号", "问题描述", ...wide, "备注"],
      [1, "示例"],
    ]);
    const [table] = findTables(read, options).tables;
    expect(table?.width).toBe(limits.tableColumns);
    expect(table?.columns.map(({ field }) => field)).toEqual(["description"]);
  });

  test("[L40] ten thousand rows of twenty columns take ten times the looks at cells that a thousand take", () => {
    const header = [
      ...kindOf("problem")
        .columns.slice(0, 18)
        .map((column) => column.header),
      "自用",
      "内部",
    ];
    let looks = 0;
    const watched = (value: string): RawCell => ({
      get value() {
        looks++;
        return value;
      },
    });
    const looksAt = (rows: number) => {
      const body = Array.from({ length: rows }, (_, at) => header.map((_, column) => `示例${at}-${column}`));
      const [tab] = spreadsheet("问题清单", []).tabs;
      if (tab === undefined) throw new Error("no tab");
      const table = [header, ...body].map((row) => ({ cells: row.map(watched), anchors: [], hidden: false }));
      looks = 0;
      const read = { ...spreadsheet("问题清单", []), tabs: [{ ...tab, rows: table }] };
      expect(findTables(read, options).tables[0]?.rows).toHaveLength(rows);
      return looks;
    };
    const [small, large] = [looksAt(1000), looksAt(10_000)];
    expect(large / small).toBeLessThan(10);
    expect(large / (10_000 * header.length)).toBeLessThan(5);
  });
});

describe("Tables of Google's", () => {
  const headers = ["序号", "问题描述", "整改时限", "销号", "评分"];
  const rows: Row[] = [
    ["", "", "完成情况", "", ""],
    headers,
    [1, "路灯不亮", 45_292, false, 0],
    [2, "水管漏水", 45_292, true, 3],
    [null, null, null, false, 0],
    ["3", "共2项", null, null, null],
  ];
  const typed = {
    box: { startRow: 1, endRow: 6, startColumn: 0, endColumn: 5 },
    footer: true,
    types: new Map([
      [2, "DATE"],
      [3, "BOOLEAN"],
      [4, "RATINGS_CHIP"],
    ]),
  };
  const found = (rows: readonly Row[], typedTables: NonNullable<TabRead["typedTables"]>) => {
    const read = spreadsheet("问题清单", rows);
    const tabs = read.tabs.map((tab) => ({ ...tab, typedTables }));
    const [table] = findTables({ ...read, tabs }, options).tables;
    if (table === undefined) throw new Error("no table");
    return table;
  };

  test("[L52] the footer is no entry, ticks and ratings that nobody set say nothing, and a cell knows what its column is for", () => {
    const { rows: entries, problems, insertAt } = found(rows, [typed]);
    expect([entries.map(({ row, cells }) => [row, cells.get("due")?.columnType]), problems, insertAt]).toEqual([
      [
        [2, "DATE"],
        [3, "DATE"],
      ],
      [],
      4,
    ]);
    expect(found(rows, [{ ...typed, footer: false }]).rows.map(({ row }) => row)).toEqual([2, 3, 5]);
  });

  test("[L52] a name that Sheets fills in for a blank header is none", () => {
    const filled = [
      ["序号", "问题描述", "责任分工", "", "整改时限"],
      ["Column 1", "列 2", "责任部门", "责任人", "Column 5"],
      [1, "路灯不亮", "办公室", "张某", "2023-12-31"],
    ];
    const box = { startRow: 1, endRow: 3, startColumn: 0, endColumn: 5 };
    const { headerRow, headerDepth, columns, privateColumns } = found(filled, [
      { box, footer: false, types: new Map() },
    ]);
    expect([headerRow, headerDepth, columns.map(({ field, header }) => [field, header]), privateColumns]).toEqual([
      0,
      2,
      [
        ["description", "问题描述"],
        ["department", "责任分工/责任部门"],
        ["owner", "责任分工/责任人"],
        ["due", "整改时限"],
      ],
      [],
    ]);
  });

  test("[L52] entries below the Table that has their header and system columns beside it are told; another Table, or one over all, is not", () => {
    const plain = [headers, [1, "路灯不亮"], [2, "水管漏水"], [3, "台账不全"]];
    const over = (endRow: number, startColumn = 0) => [
      { ...typed, footer: false, box: { startRow: 0, endRow, startColumn, endColumn: 5 } },
    ];
    const outside = "在表格区域之外，表格排序时不会带上；请把表格的右下角拖到";
    const coded = plain.map((row, i) => [
      ...headers.map((_, column) => row[column] ?? null),
      i === 0 ? "系统编号" : null,
    ]);
    expect([
      found(plain, over(2)).problems,
      found(plain, over(4)).problems,
      found(plain, over(2, 3)).problems,
      found(coded, over(4)).problems,
      found(coded, over(2)).problems,
    ]).toEqual([
      [{ cell: "B3", message: `第 3 行起的 2 项${outside} E4`, text: null }],
      [],
      [],
      [{ cell: "F1", message: `系统的各列${outside} F4`, text: null }],
      [{ cell: "B3", message: `第 3 行起的 2 项和系统的各列${outside} F4`, text: null }],
    ]);
  });
});

describe("anything at all", () => {
  test("[L1] no spreadsheet makes reading throw", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "序号",
        "问题描述",
        "整改措施",
        "完成情况",
        "合计",
        "一、其他",
        "同上",
        "注：",
        "系统编号",
        "整改时限",
        "",
      ),
      fc.string({ maxLength: 12 }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const box = fc
      .record({
        row: fc.nat(8),
        column: fc.nat(6),
        height: fc.integer({ min: 1, max: 4 }),
        width: fc.integer({ min: 1, max: 4 }),
      })
      .map(({ row, column, height, width }) => ({
        startRow: row,
        endRow: row + height,
        startColumn: column,
        endColumn: column + width,
      }));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
        fc.array(box, { maxLength: 4 }),
        (rows, merges) => {
          const read = spreadsheet("问题清单", [["序号", "问题描述", "整改措施", "整改时限"], ...rows]);
          const tabs = read.tabs.map((tab) => ({ ...tab, merges }));
          const { tables, ignored } = findTables({ ...read, tabs }, options);
          expect(tables.length + ignored.length).toBe(1);
          for (const row of tables[0]?.rows ?? []) expect(row.rowSpan).toBeGreaterThan(0);
        },
      ),
      { seed, numRuns: 1000 },
    );
  });
});
