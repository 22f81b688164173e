import { indexValuesOf } from "../core/ledger/index-values.ts";
import type { Item } from "../core/ledger/item.ts";
import type { Unit } from "../core/ledger/unit.ts";
import { silentLog } from "../core/log.ts";
import { type Figures, fold } from "../core/rollup/fold.ts";
import { markUnitChanged, settleMs } from "../core/rollup/mark.ts";
import { ownFigures } from "../core/rollup/own-figures.ts";
import { makeRollups } from "../core/rollup/rollup.ts";
import { decodeItem } from "../core/store/codec.ts";
import { unitPool } from "../core/store/keys.ts";
import { readAll } from "../core/store/paging.ts";
import type { Store } from "../core/store/store.ts";
import type { TableClient, Usage } from "../core/store/table-client.ts";
import { makeTableStore } from "../core/store/table-store.ts";
import { makeMemoryTable } from "../test/support/memory-table.ts";
import type { Bench, Findings } from "./bench.ts";
import { itemRow } from "./data/item-row.ts";
import { makeItems, today } from "./data/items.ts";
import { rowCode } from "./data/rows.ts";
import { makeUnits } from "./data/units.ts";
import { interleave } from "./runner/interleave.ts";
import { meterTable } from "./runner/metered-table.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";

/** What counting again costs when little changed, beside reading everything and counting it. */

const shape = { provinces: 20, prefectures: 5, counties: 25 };
const itemsPerUnit = 100;
const changedUnits = [1, 10, 100];

interface Cost extends Usage {
  readonly cpuMs: number;
}

async function run(progress: Progress): Promise<Findings> {
  const units = makeUnits(shape);
  const counties = units.filter(({ level }) => level === "COUNTY");
  progress(`storing ${counties.length * itemsPerUnit} items of ${counties.length} units in memory`);
  const bare = makeMemoryTable();
  await fill(bare, units, counties);
  const { table, usage } = meterTable(bare);
  const newWriteId = makeIds();
  const store = makeTableStore(bare, newWriteId);
  const metered = makeTableStore(table, newWriteId);

  let nowMs = Date.parse(`${today}T01:00:00Z`);
  const world = { nowMs: () => nowMs, random: () => 0 };
  const rollups = makeRollups({ store: metered, world, log: silentLog });
  const settled = async () => {
    nowMs += settleMs;
    await rollups.run();
  };
  progress("the first count of everything");
  await settled();
  await settled();
  progress("the full scan");
  const scanned = await costOf(usage, () => fullScan(table, units, counties));
  const known = await rollups.rollupOf("cn");
  if (known?.total.PROBLEMS?.value !== scanned.found.PROBLEMS?.value)
    throw new Error("the two ways of counting do not agree");

  const idle = await costOf(usage, () => rollups.run());
  const costs: { readonly changed: number; readonly cost: Cost }[] = [];
  for (const changed of changedUnits) {
    progress(`${changed} units changed`);
    for (let i = 0; i < changed; i++) {
      const unit = counties[(i * 997) % counties.length];
      if (unit !== undefined) await change(store, unit, new Date(nowMs).toISOString());
    }
    nowMs += settleMs;
    const { found, ...cost } = await costOf(usage, () => rollups.run());
    if (found.counted !== changed) throw new Error(`${found.counted} of ${changed} changed units were counted`);
    costs.push({ changed, cost });
    await settled();
  }

  const tree = makeTree(units, counties);
  const [folding] = await interleave([{ name: "fold", run: () => foldTree(tree) }], { reference: "fold", progress });
  const row = (contestant: string, { requests, readUnits, writeUnits, cpuMs }: Cost) => {
    return { contestant, requests, "read units": readUnits, "write units": writeUnits, "cpu ms": cpuMs };
  };
  const one = costs[0]?.cost;
  const proportional = costs.every(
    ({ changed, cost }) =>
      cost.readUnits <= changed * (one?.readUnits ?? 0) && cost.writeUnits <= changed * (one?.writeUnits ?? 0),
  );
  const foldMs = folding?.cpuMs.median ?? Number.NaN;
  return {
    sections: [
      {
        title: `one run over ${counties.length} units with ${itemsPerUnit} items each, ${units.length} units with those above`,
        rows: [
          row("nothing changed", idle),
          ...costs.map(({ changed, cost }) => row(`${changed} units changed`, cost)),
          row("full scan and count", scanned),
        ],
      },
      {
        title: `adding up all ${units.length} units, figures in memory`,
        rows: [{ contestant: "fold", "cpu ms": folding?.cpuMs ?? null, ms: folding?.wallMs ?? null }],
      },
    ],
    targets: [
      {
        wanted: "capacity in proportion to changed units: n units cost at most n times one",
        found: costs
          .map(
            ({ changed, cost }) => `${changed}: ${numberText(cost.readUnits)} + ${numberText(cost.writeUnits)} units`,
          )
          .join(", "),
        met: proportional,
      },
      { wanted: "fold of 2,500 units at most 50 ms of CPU", found: `${numberText(foldMs)} ms`, met: foldMs <= 50 },
    ],
    notes: [
      "Capacity is computed by DynamoDB's rules over a table in memory; npm test compares those rules with an engine.",
      "CPU of the runs includes the table in memory, whose queries walk a whole partition; it is not part of the price on AWS.",
      "Once a day a run also surveys all places (one record a unit); that is not in these figures.",
    ],
  };
}

function makeIds(): () => string {
  let writes = 0;
  return () => `w${++writes}`;
}

async function fill(table: TableClient, units: readonly Unit[], counties: readonly Unit[]): Promise<void> {
  const store = makeTableStore(table, makeIds());
  for (const unit of units) await store.putUnit(unit, 0);
  const [first] = counties;
  if (first === undefined) throw new Error("no units");
  const patterns = makeItems(first, { count: itemsPerUnit, from: 1 });
  for (const [u, { code: unit, path }] of counties.entries()) {
    const items = patterns.map(({ item, changes, index }, i) => ({
      item: { ...item, code: rowCode("P", 1 + u * itemsPerUnit + i), unit, originUnit: unit },
      changes,
      index: { ...index, path },
    }));
    await table.putMany(items.map(itemRow));
  }
}

/** One item of the unit gets another state, as a pass or a mutation would do it. */
async function change(store: Store, unit: Unit, at: string): Promise<void> {
  const query = { kind: "problem", path: unit.path, descendants: false, first: 1 } as const;
  const [item] = (await store.listItems(query)).rows;
  if (item?.workflow == null) throw new Error(`no item of ${unit.code}`);
  await markUnitChanged(store, unit.code, at);
  const state = item.workflow.state === "CLOSED" ? "IN_PROGRESS" : "CLOSED";
  const next: Item = { ...item, version: item.version + 1, updatedAt: at, workflow: { ...item.workflow, state } };
  const written = await store.putItem(next, indexValuesOf(next, unit.path), [], item.revision);
  if (!written.ok) throw new Error(`${item.code} is stale`);
}

async function fullScan(table: TableClient, units: readonly Unit[], counties: readonly Unit[]): Promise<Figures> {
  const byUnit = new Map<string, Item[]>();
  for (const { path } of units.filter(({ level }) => level === "PROVINCE")) {
    for (const row of await readAll(table, { index: "byUnit", hash: unitPool("problem", path) })) {
      const item = decodeItem(row);
      const items = byUnit.get(item.unit);
      if (items === undefined) byUnit.set(item.unit, [item]);
      else items.push(item);
    }
  }
  const own = counties.map(({ code }) => {
    return ownFigures({ items: byUnit.get(code) ?? [], liveKinds: new Set(), childNames: [], asOf: today });
  });
  return fold(null, own);
}

async function costOf<T>(usage: Usage, action: () => Promise<T>): Promise<Cost & { readonly found: T }> {
  const before = { ...usage };
  const cpu = process.cpuUsage();
  const found = await action();
  const { user, system } = process.cpuUsage(cpu);
  return {
    found,
    cpuMs: (user + system) / 1000,
    requests: usage.requests - before.requests,
    readUnits: usage.readUnits - before.readUnits,
    writeUnits: usage.writeUnits - before.writeUnits,
  };
}

interface Branch {
  readonly own: Figures | null;
  readonly children: readonly Branch[];
}

function makeTree(units: readonly Unit[], counties: readonly Unit[]): Branch {
  const [first] = counties;
  if (first === undefined) throw new Error("no units");
  const items = makeItems(first, { count: itemsPerUnit, from: 1 }).map(({ item }) => item);
  const own = (from: number) =>
    ownFigures({ items: items.slice(from % 50), liveKinds: new Set(), childNames: [], asOf: today });
  const branch = (unit: Unit): Branch => {
    const children = units.filter(({ parent }) => parent === unit.code).map(branch);
    return { own: children.length === 0 ? own(unit.code.length + unit.code.charCodeAt(1)) : null, children };
  };
  const [root] = units;
  if (root === undefined) throw new Error("no root");
  return branch(root);
}

function foldTree({ own, children }: Branch): Figures {
  return fold(own, children.map(foldTree));
}

export const bench: Bench = {
  name: "rollup",
  about: "counting 2,500 units with 250,000 items again when 1, 10 or 100 of them changed",
  run,
};
