import { AppError } from "../../core/errors.ts";
import { settle } from "../../core/ledger/conflict.ts";
import type { Item } from "../../core/ledger/item.ts";
import { restore } from "../../core/ledger/restore.ts";
import type { SheetState, SpreadsheetState } from "../../local/google/state.ts";
import { Crash } from "../support/faulty.ts";
import { addSpreadsheet, plainHeaders, problemRow } from "../support/ledger-sheet.ts";
import { seededRandom } from "../support/random.ts";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";
import { checkEnd } from "./check.ts";
import { acts, type Desk, headerRowOf } from "./sheet-acts.ts";
import type { Step } from "./steps.ts";
import { makeWatch, type PassRun, type Watch } from "./watch.ts";
import { makeWorker } from "./worker.ts";

/** One simulated world from its first row to its last quiet pass. */

export interface RunReport {
  readonly violations: readonly string[];
  /** What happened how often: steps, faults, outcomes, conflicts, brakes, losses in a documented window. */
  readonly counts: ReadonlyMap<string, number>;
}

const spreadsheets = ["s1", "s2"] as const;
const units = ["dl", "gx"] as const;

export async function runSteps(seed: number, steps: readonly Step[]): Promise<RunReport> {
  const watch = makeWatch();
  const random = seededRandom(seed ^ 0x5bd1e995);
  const pick = (bound: number) => Math.floor(random() * bound);
  const world = makeSyncWorld({
    seed,
    onChange: (before, after, by) => watch.onChange(before, after, by),
    onRead: (shown) => watch.onRead(shown),
    switches: { dataFilterWithoutMatch: (["omit", "empty", "fail"] as const)[pick(3)] ?? "omit" },
  });
  const runner = makeRunner(world, watch);
  for (const [i, id] of spreadsheets.entries()) {
    const rows = 2 + pick(9);
    const tabs = [
      {
        title: "问题清单",
        tabId: 7,
        rows: [[...plainHeaders], ...Array.from({ length: rows }, (_, n) => firstRow(watch, id, n))],
      },
      {
        title: "通讯录",
        tabId: 9,
        rows: [
          ["姓名", "电话"],
          [watch.fresh("private", id), watch.fresh("private", id)],
        ],
      },
    ];
    if (pick(2) === 0)
      tabs.push({
        title: "调研课题",
        tabId: 8,
        rows: [
          ["序号", "课题名称", "责任部门", "进展情况"],
          [1 as never, watch.fresh("cell", id), "办公室", ""],
        ],
      });
    addSpreadsheet(world, id, tabs);
    await world.addUnit(units[i] ?? "dl");
    watch.onChange({ ...world.google.state(id), sheets: [] }, world.google.state(id), "person");
    await world.link(id, units[i] ?? "dl");
  }
  for (const step of steps) {
    await runner.take(step);
    if (runner.violations.length > 0) break;
  }
  if (runner.violations.length === 0) await runner.settleDown();
  if (runner.violations.length === 0) {
    for (const id of spreadsheets) runner.violations.push(...(await checkEnd(world, watch, id, runner.count)));
  }
  return { violations: runner.violations, counts: runner.counts };
}

function firstRow(watch: Watch, id: string, n: number): unknown[] {
  return problemRow(n + 1, {
    问题描述: watch.fresh("cell", id),
    整改措施: watch.fresh("cell", id),
    "联系电话（自用）": watch.fresh("private", id),
    ...(n % 4 === 3 ? { 备注: `="公式"&"${watch.fresh("formula", id)}"` } : {}),
  });
}

interface LastAct {
  readonly id: string;
  readonly before: SpreadsheetState;
  readonly after: SpreadsheetState;
}

function makeRunner(world: SyncWorld, watch: Watch) {
  const counts = new Map<string, number>();
  const violations: string[] = [];
  const noticed = new Set<string>();
  const gone = new Set<string>();
  let last: LastAct | null = null;
  const count = (what: string) => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  };

  function clerkActs(id: string, n: number, name: string): void {
    const chance = seededRandom(n);
    const pick = (bound: number) => Math.floor(chance() * bound);
    const before = world.google.state(id);
    const ledgers = before.sheets.filter((sheet) => headerRowOf(sheet) >= 0);
    const tab = ledgers[pick(4) > 0 ? 0 : pick(Math.max(1, ledgers.length))];
    const act = acts[name]?.[1];
    if (tab === undefined || act === undefined) return;
    const other = world.google.state(id === "s1" ? "s2" : "s1").sheets[0];
    const row = other?.rows[1 + pick(3)];
    const desk: Desk = {
      sheets: before.sheets,
      tab,
      pick,
      fresh: (kind) => watch.fresh(kind, id),
      elsewhere: [...(row ?? [])].map((cell) => cell?.value),
    };
    try {
      const requests = act(desk);
      if (requests.length === 0) return;
      world.google.edit(id, requests);
    } catch (error) {
      if (error instanceof Error && error.name === "GoogleError") return count("refused by Google");
      throw error;
    }
    last = { id, before, after: world.google.state(id) };
    noticed.add(id);
    count(`clerk ${name}`);
  }

  /** The page's undo: tabs that nobody has touched since are as they were before, rows without their metadata. */
  function undo(): void {
    if (last === null) return;
    const { id, before, after } = last;
    last = null;
    const now = world.google.state(id);
    const sheets = now.sheets.map((sheet) => {
      const then = before.sheets.find((each) => each.id === sheet.id);
      return then === undefined || after.sheets.find((each) => each.id === sheet.id) !== sheet || then === sheet
        ? sheet
        : withoutLostMetadata(then, sheet);
    });
    if (sheets.every((sheet, i) => sheet === now.sheets[i])) return;
    world.google.put({ ...now, sheets });
    noticed.add(id);
    count("clerk undo");
  }

  async function apiActs(id: string, n: number, name: string): Promise<void> {
    const chance = seededRandom(n);
    const pick = (bound: number) => Math.floor(chance() * bound);
    const items = (await world.items(id)).filter(({ archivedAt }) => archivedAt === null || name === "apiRestore");
    const item = items[pick(Math.max(1, items.length))];
    try {
      if (name === "apiCreate") {
        await world.apiCreate(id, { description: watch.fresh("api", id), remark: pick(3) === 0 ? "=1+1" : "" });
        return count("api create");
      }
      if (item === undefined) return;
      if (name === "apiSet") {
        const fields =
          item.kind === "problem"
            ? ["department", "owner", "progress", "remark", "description"]
            : ["department", "progress"];
        const texts: Record<string, string> = {};
        for (let i = 0; i <= pick(2); i++)
          texts[fields[pick(fields.length)] ?? "progress"] = pick(8) === 0 ? "" : watch.fresh("api", id);
        await world.apiSet(item.code, texts);
        return count("api set");
      }
      if (name === "apiSettle") {
        const owner = items.find(({ conflicts }) => conflicts.some(({ settledAt }) => settledAt === null));
        const open = owner?.conflicts.find(({ settledAt }) => settledAt === null);
        if (owner === undefined || open === undefined) return;
        const settled = settle(owner, open.id, { choose: pick(2) === 0 ? "SHEET" : "API" }, world.apiAuthor());
        if (!settled.ok) return;
        await world.apiPut(owner, settled.edited);
        return count("api settle");
      }
      const restored = restore(item, await world.history(item.code), 1 + pick(item.version), world.apiAuthor());
      if (!restored.ok || restored.edited.changes.length === 0) return;
      await world.apiPut(item, restored.edited);
      for (const text of Object.values(restored.edited.item.texts)) watch.put.set(-1, text.length);
      count("api restore");
    } catch (error) {
      if (error instanceof Error && error.message.includes("is stale")) return count("api stale");
      throw error;
    }
  }

  async function pass(id: string, step: Step | null): Promise<string> {
    const run: PassRun = { spreadsheetId: id, seen: 0, acts: 0, failed: false, sheetChanges: 0, itemWrites: 0 };
    const outer = watch.running;
    const now = () => {
      watch.running = run;
    };
    const anyAct = (n: number) => {
      const names = [
        "typeCell",
        "sortRows",
        "typeCell",
        "deleteRow",
        "insertFilledRow",
        "moveRow",
        "insertColumn",
        "noteOn",
        "moveColumn",
        "cutRow",
        "copyRow",
      ];
      return names[n % names.length] ?? "typeCell";
    };
    now();
    const sync = makeWorker(
      world,
      step?.during ?? [],
      {
        clerk: async (n) => clerkActs(id, n, anyAct(n)),
        api: (n) => apiActs(id, n, n % 5 === 0 ? "apiCreate" : "apiSet"),
        overlap: async (n) => {
          if (outer !== null) return;
          if (n % 3 > 0) world.wait(400_000);
          await pass(id, null);
          now();
        },
        itemWritten: () => {
          run.itemWrites++;
        },
        happened: (kind) => count(`fault ${kind}`),
      },
      gone,
    );
    let outcome: string;
    try {
      world.wait(1_500);
      const record = await sync.run(id);
      outcome = record.outcome;
      if (record.conflicts > 0) counts.set("conflicts", (counts.get("conflicts") ?? 0) + record.conflicts);
      if (outcome === "BRAKED") {
        count(`brake ${(record.reason ?? "").replace(/[\d“”]|“[^”]*”/g, "").slice(0, 24)}`);
        if (run.itemWrites > 0) violations.push(`a braked pass wrote ${run.itemWrites} items`);
      }
    } catch (error) {
      run.failed = true;
      if (error instanceof Crash) outcome = "crash";
      else if (error instanceof AppError) outcome = error.code;
      else {
        outcome = "bug";
        violations.push(`bug: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
    watch.running = outer;
    count(`pass ${outcome}`);
    return outcome;
  }

  async function release(id: string): Promise<void> {
    const link = await world.store.getLink(id);
    if (link?.state !== "BRAKED" && link?.state !== "QUARANTINED") return;
    await world.release(id);
    count("release");
  }

  return {
    counts,
    count,
    violations,
    async take(step: Step): Promise<void> {
      const id = spreadsheets[step.on] ?? "s1";
      world.wait(500 + (step.n % 5_000));
      if (acts[step.do] !== undefined) return clerkActs(id, step.n, step.do);
      if (step.do.startsWith("api")) return apiActs(id, step.n, step.do);
      switch (step.do) {
        case "pass":
          noticed.delete(id);
          await pass(id, step);
          return;
        case "tick": {
          const dirty = await world.store.listDirtySpreadsheets();
          for (const each of spreadsheets)
            if (noticed.has(each) || dirty.includes(each)) {
              noticed.delete(each);
              await pass(each, step);
            }
          return;
        }
        case "feedLosesEntry":
          noticed.delete(id);
          return count("fault feedLosesEntry");
        case "wait":
          return world.wait(step.n % 600_000);
        case "release":
          return release(id);
        case "unshare":
          gone.add(id);
          return count("unshare");
        case "share":
          gone.delete(id);
          return;
        case "undo":
          return undo();
        default:
          throw new Error(`no step ${step.do}`);
      }
    },

    /** Faults have stopped; nobody types any more. */
    async settleDown(): Promise<void> {
      gone.clear();
      for (const id of spreadsheets) {
        const outcomes: string[] = [];
        world.wait(400_000);
        for (let quiet = 0; quiet < 2; ) {
          if (outcomes.length > 16) {
            violations.push(`${id} does not come to rest: ${outcomes.join(" ")}`);
            return;
          }
          const outcome = await pass(id, null);
          outcomes.push(outcome);
          quiet = outcome === "NOTHING" ? quiet + 1 : 0;
          if (outcome === "BRAKED" || outcome === "QUARANTINED") await release(id);
          if (violations.length > 0) return;
        }
        const preview = await world.preview(id);
        if (preview.brake !== null || preview.toSheet + preview.toStore + preview.conflicts > 0)
          violations.push(`${id}: a third pass plans ${JSON.stringify(preview.lines.slice(0, 3))}`);
      }
    },
  };
}

function withoutLostMetadata(then: SheetState, now: SheetState): SheetState {
  const there = new Set(now.rowDimensions.flatMap((row) => (row?.metadata ?? []).map(({ id }) => id)));
  const rowDimensions = then.rowDimensions.map((row) => {
    if (row?.metadata === undefined) return row;
    const metadata = row.metadata.filter(({ id }) => there.has(id));
    const { metadata: _, ...rest } = row;
    return metadata.length === 0 ? rest : { ...rest, metadata };
  });
  return { ...then, rowDimensions };
}

export type { Item };
