import { type Act, anyRow, area, type Desk, headerRowOf, headersOf, put } from "./desk.ts";

/** What clerks do with whole tabs. */

export const duplicateTab: Act = (desk) => [
  {
    duplicateSheet: {
      sourceSheetId: desk.tab.id,
      insertSheetIndex: desk.sheets.length,
      newSheetName: `副本${desk.sheets.length}`,
    },
  },
];

export const renameTab: Act = (desk) => [
  {
    updateSheetProperties: {
      properties: { sheetId: desk.tab.id, title: `问题清单${desk.pick(100)}` },
      fields: "title",
    },
  },
];

/** Blank, as the page makes them, anywhere among the others. */
export const addTab: Act = (desk) => [
  { addSheet: { properties: { title: `工作表${desk.pick(1_000)}`, index: desk.pick(desk.sheets.length + 1) } } },
];

/** A ledger of topics, where there is none. */
export const addTopics: Act = (desk) => {
  if (desk.sheets.some((tab) => headersOf(tab).includes("课题名称"))) return [];
  const sheetId = 100_000 + desk.pick(1_000_000);
  const onIt = { ...desk, tab: { ...desk.tab, id: sheetId } };
  return [
    { addSheet: { properties: { sheetId, title: `调研课题${sheetId}` } } },
    put(onIt, 0, 0, ["序号", "课题名称", "责任部门", "进展情况"]),
    put(onIt, 1, 0, [1, desk.fresh("cell"), "办公室", ""]),
  ];
};

/** One that takes no part: a private tab or a copy. */
function aside({ sheets, pick }: Desk) {
  const tabs = sheets.filter((tab) => headerRowOf(tab) < 0 || tab.title.startsWith("副本"));
  return tabs[pick(tabs.length || 1)];
}

export const deleteTab: Act = (desk) => {
  const tab = desk.pick(4) === 0 ? desk.tab : aside(desk);
  return tab === undefined ? [] : [{ deleteSheet: { sheetId: tab.id } }];
};

/** A row copied or cut, and pasted below what stands on a private tab or on one with the same columns. */
export const rowToTab: Act = (desk) => {
  const { tab, pick } = desk;
  const target = aside(desk);
  if (target === undefined || target === tab) return [];
  if (headerRowOf(target) >= 0 && headersOf(target).join() !== headersOf(tab).join()) return [];
  const row = anyRow(desk);
  const width = Math.min(tab.columnCount, target.columnCount);
  const to = { sheetId: target.id, rowIndex: target.rows.length, columnIndex: 0 };
  if (pick(2) === 0) return [{ cutPaste: { source: area(desk, row, 0, 1, width), destination: to } }];
  const destination = area({ ...desk, tab: target }, target.rows.length, 0, 1, width);
  return [{ copyPaste: { source: area(desk, row, 0, 1, width), destination } }];
};
