import { describe, expect, it } from "vitest";
import { meterTable } from "../../bench/runner/metered-table.ts";
import { silentLog } from "../../core/log.ts";
import { countingSheet } from "../../core/sync/counting-sheet.ts";
import { makeSync } from "../../core/sync/pass.ts";
import { rowsOf } from "../core/ledger/workflow-table.ts";
import { find, linkedLedger, typeAt } from "../support/ledger-sheet.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";

/** What a pass may cost, as docs/spec/cost.md prints it: requests and capacity, never time. */

const rows = 300;

interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

async function aSyncedLedger() {
  const world = makeSyncWorld();
  await linkedLedger(world, rows);
  await world.pass("s1");
  await world.pass("s1");
  const { table, usage } = meterTable(world.table);
  const { sheet, counts } = countingSheet(world.sheet);
  const sync = makeSync({ store: makeMemoryStore(table), sheet, world: world.world, log: silentLog });
  const pass = async (): Promise<Cost> => {
    world.wait(10_000);
    const before = { ...usage, ...counts };
    await sync.run("s1");
    return {
      reads: counts.read - before.read,
      writes: counts.write - before.write,
      requests: usage.requests - before.requests,
      readUnits: usage.readUnits - before.readUnits,
      writeUnits: usage.writeUnits - before.writeUnits,
    };
  };
  return { world, pass };
}

function typeInto(world: SyncWorld, count: number): void {
  const first = find(world, "第1个示例问题", "整改进展");
  for (let i = 0; i < count; i++) typeAt(world, { row: first.row + i, column: first.column }, `进展 ${count}`);
}

async function changeByApi(world: SyncWorld, count: number): Promise<void> {
  const items = (await world.items("s1")).slice(0, count);
  for (const { code } of items) await world.apiSet(code, { department: `部门 ${count}` });
}

const measured: Readonly<Record<string, (world: SyncWorld) => unknown>> = {
  "nothing changed": () => {},
  "1 cell typed in the sheet": (world) => typeInto(world, 1),
  "100 cells typed in the sheet": (world) => typeInto(world, 100),
  "1 item changed through the API": (world) => changeByApi(world, 1),
  "100 items changed through the API": (world) => changeByApi(world, 100),
};

describe("the cost of a pass over 300 rows", () => {
  it.each(Object.entries(measured))("[C1] %s: at most what the document prints", async (shape, change) => {
    const { world, pass } = await aSyncedLedger();
    await change(world);
    const { reads, writes, requests, readUnits, writeUnits } = await pass();
    const printed = rowsOf("cost.md", "A pass over 300 rows").find(([name]) => name === shape);
    const most = printed?.slice(1).map(Number) ?? [];
    const found = [reads, writes, requests, readUnits, writeUnits];
    expect(found.map((figure, i) => Math.max(figure, most[i] ?? 0))).toEqual(most);
  });

  it("[C2] a pass right after is a quiet one", async () => {
    const { world, pass } = await aSyncedLedger();
    const quiet = await pass();
    typeInto(world, 1);
    await changeByApi(world, 1);
    await pass();
    expect(await pass()).toEqual(quiet);
    typeInto(world, 100);
    await changeByApi(world, 100);
    await pass();
    expect((await pass()).writeUnits - quiet.writeUnits).toBeLessThanOrEqual(8);
  });
});
