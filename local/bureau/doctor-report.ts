import { headersOf, kindWord } from "./field-words.ts";
import { textTable } from "./text-table.ts";
import { tabRoleWords, wordOf } from "./words.ts";

/** What was recognised in a spreadsheet, for a county's IT person: column by column, what was not, what will be written where. */

export const readingFields = `title tabs {
  title role reason kind headerRow headerDepth rows rowsWithCode insertRow referenceDate
  columns { column header fieldHeader binding confidence writable filled unreadable locked lockedWhy }
  systemColumns { header column present }
  problems { cell message text } unreadableCount unreadable { cell message text }
}`;

export interface ReadingShown {
  readonly title: string;
  readonly tabs: readonly TabShown[];
}

export interface TabShown {
  readonly title: string;
  readonly role: string;
  readonly reason: string | null;
  readonly kind: string | null;
  readonly headerRow: number | null;
  readonly headerDepth: number;
  readonly rows: number;
  readonly rowsWithCode: number;
  readonly insertRow: number | null;
  readonly referenceDate: string | null;
  readonly columns: readonly ColumnShown[];
  readonly systemColumns: readonly { readonly header: string; readonly column: string; readonly present: boolean }[];
  readonly problems: readonly CellShown[];
  readonly unreadableCount: number;
  readonly unreadable: readonly CellShown[];
}

export interface ColumnShown {
  readonly column: string;
  readonly header: string;
  readonly fieldHeader: string | null;
  readonly binding: string;
  readonly confidence: number;
  readonly writable: boolean;
  readonly filled: number;
  readonly unreadable: number;
  readonly locked: number;
  readonly lockedWhy: string | null;
}

interface CellShown {
  readonly cell: string;
  readonly message: string;
  readonly text: string | null;
}

const bindingWords: Readonly<Record<string, string>> = {
  HEADER: "标准表头",
  OWN_ALIAS: "本单位设定",
  ALIAS: "常用别名",
  GUESS: "推测",
  SEQUENCE: "序号，不作依据",
  TAKEN: "已有别的列，不读不写",
  PRIVATE: "自用列，不读不写",
};

/** Cells listed one by one; more of them only say the same again. */
const cellsShown = 10;

export function doctorReport({ title, tabs }: ReadingShown): string {
  const live = tabs.filter(isLive);
  const others = tabs.filter((tab) => !isLive(tab));
  return [
    `${title}：${tabs.length}个标签页，${live.length}个是台账`,
    ...live.flatMap((tab) => ["", ...ledgerLines(tab)]),
    ...(others.length === 0 ? [] : ["", "不参加同步，内容不读不写：", ...others.map(otherLine)]),
  ].join("\n");
}

const isLive = ({ role, reason, kind }: TabShown) => kind !== null && role === "LIVE" && reason === null;

const otherLine = ({ title, role, reason }: TabShown) => `  ${title}（${wordOf(tabRoleWords, role)}）：${reason ?? ""}`;

function ledgerLines(tab: TabShown): string[] {
  const { title, kind, headerRow, headerDepth, rows, rowsWithCode, referenceDate } = tab;
  const at = headerRow ?? 0;
  const header = headerDepth > 1 ? `第${at}至${at + headerDepth - 1}行` : `第${at}行`;
  const date = referenceDate === null ? "" : `，没有年份的日期按${referenceDate}推算`;
  return [
    `【${title}】认作${kindWord(kind ?? "")}；表头在${header}，共${rows}条，其中${rowsWithCode}条已有编号${date}`,
    columnTable(tab.columns),
    ...absentLines(tab),
    ...writtenLines(tab),
    ...cellLines("看不懂的单元格，请改写或留待以后", tab.unreadable, tab.unreadableCount),
    ...cellLines("请核对", tab.problems, tab.problems.length),
  ];
}

export function columnTable(columns: readonly ColumnShown[]): string {
  const rows = columns.map((column) => {
    const { fieldHeader, binding, confidence, filled, unreadable } = column;
    const bound = fieldHeader !== null && binding !== "TAKEN";
    return [
      column.column,
      column.header,
      fieldHeader === null ? "—" : bound ? fieldHeader : `（${fieldHeader}）`,
      wordOf(bindingWords, binding),
      bound ? `${Math.round(confidence * 100)}%` : "",
      bound ? String(filled) : "",
      bound && unreadable > 0 ? String(unreadable) : "",
      bound ? writableText(column) : "",
    ];
  });
  return textTable([["列", "表头", "认作", "依据", "把握", "已填", "看不懂", "系统是否写入"], ...rows]);
}

function writableText({ writable, locked, lockedWhy }: ColumnShown): string {
  if (!writable) return "只读";
  return locked === 0 ? "可写" : `可写，${locked}格除外：${lockedWhy}`;
}

/** Harmless: what is known of these fields elsewhere is not shown in this sheet. */
function absentLines({ kind, columns }: TabShown): string[] {
  const bound = new Set(columns.map(({ fieldHeader }) => fieldHeader));
  const absent = headersOf(kind ?? "").filter((header) => !bound.has(header));
  return absent.length === 0 ? [] : [`表里没有这些栏目，不影响同步：${absent.join("、")}`];
}

function writtenLines({ systemColumns, rows, rowsWithCode, insertRow }: TabShown): string[] {
  const missing = systemColumns.filter(({ present }) => !present);
  const places = systemColumns.map(({ header, column }) => `${header}（${column}列）`).join("、");
  const columns = missing.length === 0 ? `系统列在：${places}` : `将在右端插入系统列：${places}`;
  const codes = rows > rowsWithCode ? `；${rows - rowsWithCode}条新的将写入编号` : "";
  const inserted = insertRow === null ? [] : [`系统新增的条目插在第${insertRow}行之前，其他单元格不动`];
  return [`${columns}${codes}`, ...inserted];
}

function cellLines(title: string, cells: readonly CellShown[], count: number): string[] {
  if (count === 0) return [];
  const shown = cells.slice(0, cellsShown);
  const rest = count - shown.length;
  return [
    `${title}：`,
    ...shown.map(({ cell, text, message }) => `  ${cell}${text ? `“${text}”` : ""}：${message}`),
    ...(rest > 0 ? [`  另有${rest}处`] : []),
  ];
}
