import { type ExportFormat, type ExportTable, renderCsv, renderXlsx } from "../../core/rollup/export-file.ts";
import { indicators } from "../../core/rollup/indicators.ts";
import type { ApiClient } from "./api-client.ts";

/** `export`: a unit's problem items and its figures as a file, with what the token may see and nothing else. */

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
  readonly problemItems: {
    readonly nodes: readonly {
      readonly code: string;
      readonly unit: { readonly name: string };
      readonly stateText: string;
      readonly overdue: boolean;
      readonly closedOn: string | null;
      readonly cells: readonly { readonly header: string; readonly text: string }[];
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const figuresQuery = `query ExportFigures($unit: String!) {
  rollup(unit: $unit) { indicators { key value text partial } }
}`;

interface FiguresAnswer {
  readonly rollup: {
    readonly indicators: readonly { key: string; value: number | null; text: string; partial: boolean }[];
  };
}

/** @param format csv holds the items only: it has room for one table. Errors: a sentence when the unit is not visible. */
export async function exportLedger(
  api: ApiClient,
  { unit, format }: { readonly unit: string; readonly format: ExportFormat },
): Promise<Buffer> {
  const items = await itemTable(api, unit);
  if (format === "csv") return renderCsv(items);
  return renderXlsx([items, await figureTable(api, unit)]);
}

async function itemTable(api: ApiClient, unit: string): Promise<ExportTable> {
  const nodes: ItemsAnswer["problemItems"]["nodes"][number][] = [];
  let after: string | null = null;
  do {
    const answer: ItemsAnswer = await api.ask<ItemsAnswer>(itemsQuery, { unit, after });
    if (answer.unit === null) throw new Error(`no unit ${unit}, or it is not visible to you`);
    nodes.push(...answer.problemItems.nodes);
    const { hasNextPage, endCursor } = answer.problemItems.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
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

async function figureTable(api: ApiClient, unit: string): Promise<ExportTable> {
  const { rollup } = await api.ask<FiguresAnswer>(figuresQuery, { unit });
  const named = new Map([...indicators.values()].map((indicator) => [String(indicator.key), indicator]));
  return {
    title: "汇总",
    header: ["指标", "数值", "单位", "说明", "口径"],
    rows: rollup.indicators.map(({ key, value, text, partial }) => {
      const indicator = named.get(key);
      const shown = indicator?.unit === "%" || value === null ? text : value;
      const note = value === null ? "未报送" : partial ? "部分单位未报" : "";
      return [indicator?.name ?? key, shown, indicator?.unit ?? "", note, indicator?.formula ?? ""];
    }),
  };
}
