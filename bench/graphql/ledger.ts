import type { Unit } from "../../core/ledger/unit.ts";
import { encodeRow, type Row, type TableClient } from "../../core/store/table-client.ts";
import { itemRow } from "../data/item-row.ts";
import { makeItems, makeTopics } from "../data/items.ts";
import { makeUnits, type TreeShape } from "../data/units.ts";

/** 10,000 items of 100 counties, each item under one of its county's topics. */

const spread: TreeShape = { provinces: 5, prefectures: 4, counties: 5 };

const itemsPerCounty = 100;
const topicsPerCounty = 5;

export interface ApiLedger {
  readonly units: readonly Unit[];
  readonly county: Unit;
  readonly itemCode: string;
  readonly items: number;
}

export async function fillLedger(table: TableClient, shape = spread): Promise<ApiLedger> {
  const units = makeUnits(shape);
  const counties = units.filter(({ level }) => level === "COUNTY");
  await table.putMany(units.map(unitRow));
  const rows: Row[] = [];
  for (const [c, county] of counties.entries()) {
    const topics = makeTopics(county, { count: topicsPerCounty, from: 1 + c * topicsPerCounty });
    const from = 1 + c * itemsPerCounty;
    const items = makeItems(county, { count: itemsPerCounty, from, topics: topics.map(({ item }) => item) });
    rows.push(...[...topics, ...items].map(itemRow));
  }
  for (let from = 0; from < rows.length; from += 500) await table.putMany(rows.slice(from, from + 500));
  const county = counties[42];
  if (county === undefined) throw new Error("no county");
  const [one] = makeItems(county, { count: 1, from: 1 + 42 * itemsPerCounty });
  return { units, county, itemCode: one?.item.code ?? "", items: counties.length * itemsPerCounty };
}

const unitRow = (unit: Unit) =>
  encodeRow({ pk: "units", sk: `u#${unit.code}`, doc: JSON.stringify(unit), revision: 1, writeId: "bench" });
