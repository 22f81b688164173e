import { type ExportFormat, type ExportTable, renderCsv, renderXlsx } from "../../core/rollup/export-file.ts";
import { indicators, lookOf } from "../../core/rollup/indicators.ts";
import { type ApiClient, ApiRefusal } from "./api-client.ts";
import { type Connection, listAll } from "./list-all.ts";

/** `export`: a unit's problem items, its figures and who has not reported as a file, with what the token may see and nothing else. */

const pageItems = 100;

const itemsQuery = `query Export($unit: String!, $after: String) {
  unit(code: $unit) { code name }
  problemItems(filter: { unit: $unit, descendants: true }, first: ${pageItems}, after: $after) {
    nodes { code unit { name } stateText overdue closedOn cells { header text } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface ItemsAnswer {
  readonly unit: { readonly name: string } | null;
  readonly problemItems: Connection<{
    readonly code: string;
    readonly unit: { readonly name: string };
    readonly stateText: string;
    readonly overdue: boolean;
    readonly closedOn: string | null;
    readonly cells: readonly { readonly header: string; readonly text: string }[];
  }>;
}

const figuresQuery = `query ExportFigures($unit: String!) {
  rollup(unit: $unit) {
    indicators { key value qualifier text partial fraction { text } }
    missingUnits { code name parent { name } }
  }
}`;

interface FiguresAnswer {
  readonly rollup: {
    readonly indicators: readonly {
      readonly key: string;
      readonly value: number | null;
      readonly qualifier: string;
      readonly text: string;
      readonly partial: boolean;
      readonly fraction: { readonly text: string } | null;
    }[];
    readonly missingUnits: readonly {
      readonly code: string;
      readonly name: string;
      readonly parent: { readonly name: string } | null;
    }[];
  };
}

export interface ExportedFile {
  readonly content: Buffer;
  readonly items: number;
}

/**
 * @param format csv holds the items only: it has room for one table.
 * @param onPage is told how many items are there after each page but the last.
 * Errors: ApiRefusal when the unit is not visible.
 */
export async function exportLedger(
  api: Pick<ApiClient, "ask">,
  { unit, format }: { readonly unit: string; readonly format: ExportFormat },
  onPage: (items: number) => void,
): Promise<ExportedFile> {
  const items = await itemTable(api, unit, onPage);
  const content = format === "csv" ? renderCsv(items) : await renderXlsx([items, ...(await figureTables(api, unit))]);
  return { content, items: items.rows.length };
}

async function itemTable(
  api: Pick<ApiClient, "ask">,
  unit: string,
  onPage: (items: number) => void,
): Promise<ExportTable> {
  let count = 0;
  const nodes = await listAll(api, itemsQuery, { unit }, ({ unit: found, problemItems }: ItemsAnswer) => {
    if (found === null) throw new ApiRefusal(`NOT_FOUND: No such unit ${unit}. 没有这个单位，或无权查看。`);
    count += problemItems.nodes.length;
    if (problemItems.pageInfo.hasNextPage) onPage(count);
    return problemItems;
  });
  const headers = [...new Set(nodes.flatMap(({ cells }) => cells.map(({ header }) => header)))];
  return {
    title: "问题清单",
    header: ["序号", "系统编号", "责任单位", ...headers, "系统状态", "逾期", "销号日期"],
    rows: nodes.map((item, index) => {
      const texts = new Map(item.cells.map(({ header, text }) => [header, text]));
      const own = headers.map((header) => texts.get(header) ?? null);
      return [
        index + 1,
        item.code,
        item.unit.name,
        ...own,
        item.stateText,
        item.overdue ? "逾期" : null,
        item.closedOn,
      ];
    }),
  };
}

/** A bound in words, so that the number beside it stays a number. */
const boundWords: Readonly<Record<string, string>> = { GE: "不少于", LE: "不多于", ABOUT: "约数" };

async function figureTables(api: Pick<ApiClient, "ask">, unit: string): Promise<readonly ExportTable[]> {
  const { rollup } = await api.ask<FiguresAnswer>(figuresQuery, { unit });
  return [figureTable(rollup), missingTable(rollup)];
}

function missingTable({ missingUnits }: FiguresAnswer["rollup"]): ExportTable {
  return {
    title: "未报送单位",
    header: ["序号", "单位代码", "单位", "上级单位"],
    rows: missingUnits.map(({ code, name, parent }, index) => [index + 1, code, name, parent?.name ?? null]),
  };
}

function figureTable(rollup: FiguresAnswer["rollup"]): ExportTable {
  const named = new Map([...indicators.values()].map((indicator) => [String(indicator.key), indicator]));
  return {
    title: "汇总",
    header: ["指标", "数值", "单位", "分子/分母", "说明", "口径"],
    rows: rollup.indicators.map(({ key, value, qualifier, text, partial, fraction }) => {
      const indicator = named.get(key);
      const counted = indicator === undefined || lookOf(indicator.key) === "COUNT";
      const shown = counted && value !== null ? value : text;
      const notes = [boundWords[qualifier], partial ? "部分单位未报" : undefined].filter((note) => note !== undefined);
      const none = fraction === null ? "未报送" : "分母为零";
      const note = value === null ? none : notes.join("，");
      return [
        indicator?.name ?? key,
        shown,
        indicator?.unit ?? "",
        fraction?.text ?? null,
        note,
        indicator?.formula ?? "",
      ];
    }),
  };
}
