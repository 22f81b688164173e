import type { World } from "../../core/ledger/code.ts";
import { makeCode } from "../../core/ledger/code.ts";
import { createItem } from "../../core/ledger/create.ts";
import { type Author, type Edited, setTexts } from "../../core/ledger/edit.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Change, Item } from "../../core/ledger/item.ts";
import type { KindName } from "../../core/ledger/kind.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import type { Unit } from "../../core/ledger/unit.ts";
import { silentLog } from "../../core/log.ts";
import { makeSheet } from "../../core/sheet/google-sheet.ts";
import type { Sheet } from "../../core/sheet/sheet.ts";
import type { Store } from "../../core/store/store.ts";
import type { TableClient } from "../../core/store/table-client.ts";
import { linkSpreadsheet, releaseBrake } from "../../core/sync/links.ts";
import { makeSync } from "../../core/sync/pass.ts";
import type { PlanPreview, Sync } from "../../core/sync/sync.ts";
import type { Switches } from "../../local/google/switches.ts";
import { type MemoryGoogle, makeMemoryGoogle } from "./memory-google.ts";
import { makeMemoryStore } from "./memory-store.ts";
import { makeMemoryTable } from "./memory-table.ts";
import { seededRandom } from "./random.ts";

/** Everything a pass needs, in memory, with a clock and a chance of its own. */

export interface SyncWorld {
  readonly google: MemoryGoogle;
  readonly table: TableClient;
  readonly store: Store;
  readonly sheet: Sheet;
  readonly world: World;
  readonly sync: Sync;
  /** Writes to rows of items since the world began. */
  readonly itemWrites: () => number;
  wait(ms: number): void;
  nowIso(): string;
  addUnit(code: string): Promise<Unit>;
  link(spreadsheetId: string, unit: string): Promise<Link>;
  /** One pass, a second after the last thing that happened. */
  pass(spreadsheetId: string): Promise<PassRecord>;
  preview(spreadsheetId: string): Promise<PlanPreview>;
  release(spreadsheetId: string): Promise<void>;
  /** Changes texts of an item as an API client does. */
  apiSet(code: string, texts: Readonly<Record<string, string>>): Promise<Item>;
  apiPut(before: Item | null, edited: Edited): Promise<Item>;
  apiCreate(spreadsheetId: string, texts: Readonly<Record<string, string>>, kind?: KindName): Promise<Item>;
  item(code: string): Promise<Item>;
  /** Every item whose row belongs to the spreadsheet, archived ones too. */
  items(spreadsheetId: string): Promise<readonly Item[]>;
  history(code: string): Promise<readonly Change[]>;
  apiAuthor(): Author;
}

export interface WorldOptions {
  readonly seed?: number;
  readonly switches?: Partial<Switches>;
  readonly onChange?: NonNullable<Parameters<typeof makeMemoryGoogle>[0]["onChange"]>;
  readonly onRead?: NonNullable<Parameters<typeof makeMemoryGoogle>[0]["onRead"]>;
}

const startMs = Date.parse("2023-11-06T01:00:00Z");

export function makeSyncWorld({ seed = 1, switches = {}, ...watchers }: WorldOptions = {}): SyncWorld {
  const random = seededRandom(seed);
  let nowMs = startMs;
  let itemWrites = 0;
  const codes = new Set<string>();
  const units = new Map<string, Unit>();
  const world: World = { nowMs: () => nowMs, random: (bound) => Math.floor(random() * bound) };
  const google = makeMemoryGoogle({ nowMs: world.nowMs, random, switches, ...watchers });
  const bare = makeMemoryTable();
  const written = (pk: string | undefined) => {
    if (pk === undefined || !pk.startsWith("item#")) return;
    itemWrites++;
    codes.add(pk.slice(5));
  };
  const table: TableClient = {
    ...bare,
    put(row, condition) {
      written(row.pk !== undefined && "S" in row.pk ? row.pk.S : undefined);
      return bare.put(row, condition);
    },
    update(key, update, condition) {
      written(key.pk);
      return bare.update(key, update, condition);
    },
  };
  const store = makeMemoryStore(table);
  const sheet = makeSheet(google.calls);
  const sync = makeSync({ store, sheet, world, log: silentLog });
  const nowIso = () => new Date(nowMs).toISOString();
  const apiAuthor = (): Author => ({ side: "API", actor: "user:li", at: nowIso() });
  const pathOf = (unit: string) => units.get(unit)?.path ?? "cn/";
  const put = async (before: Item | null, { item, changes }: Edited) => {
    const answer = await store.putItem(item, indexValuesOf(item, pathOf(item.unit)), changes, before?.revision ?? 0);
    if (!answer.ok) throw new Error(`the item ${item.code} is stale`);
    return answer.value;
  };
  const self: SyncWorld = {
    google,
    table,
    store,
    sheet,
    world,
    sync,
    itemWrites: () => itemWrites,
    wait: (ms) => {
      nowMs += ms;
    },
    nowIso,
    async addUnit(code) {
      if (units.size === 0 && code !== "cn") await self.addUnit("cn");
      const unit: Unit = {
        format: 1,
        code,
        name: code,
        level: code === "cn" ? "INDUSTRY" : "PROVINCE",
        parent: code === "cn" ? null : "cn",
        path: code === "cn" ? "cn/" : `cn/${code}/`,
        closurePolicy: null,
        version: 1,
      };
      units.set(code, unit);
      await store.putUnit(unit, 0);
      return unit;
    },
    async link(spreadsheetId, unit) {
      const linked = await linkSpreadsheet(store, { spreadsheetId, unit, now: nowIso() });
      if (!linked.ok) throw new Error(linked.why);
      return linked.link;
    },
    pass(spreadsheetId) {
      nowMs += 1_500;
      return sync.run(spreadsheetId);
    },
    preview: (spreadsheetId) => sync.preview(spreadsheetId),
    async release(spreadsheetId) {
      const link = await store.getLink(spreadsheetId);
      const released = await releaseBrake(store, spreadsheetId, link?.brakedPass ?? link?.lastPass ?? "");
      if (!released.ok) throw new Error(released.why);
    },
    async apiSet(code, texts) {
      const item = await self.item(code);
      return put(item, setTexts(item, texts, apiAuthor()));
    },
    apiPut: put,
    async apiCreate(spreadsheetId, texts, kind = "problem") {
      const link = await store.getLink(spreadsheetId);
      if (link === null) throw new Error("not linked");
      const row = { spreadsheetId, tabId: 0, presence: "PENDING" as const, missingSince: null };
      const code = makeCode(kindOf(kind), world);
      const created = createItem(
        { kind, code, unit: link.unit, texts, topicCode: null, row, referenceDate: nowIso().slice(0, 10) },
        apiAuthor(),
      );
      return put(null, created);
    },
    async item(code) {
      const item = (await store.getItems([code], "STRONG")).get(code);
      if (item === undefined) throw new Error(`no item ${code}`);
      return item;
    },
    async items(spreadsheetId) {
      const all = await store.getItems([...codes], "STRONG");
      return [...all.values()].filter((item) => item.row?.spreadsheetId === spreadsheetId);
    },
    async history(code) {
      return (await store.listChanges(code, { first: 1000 })).rows;
    },
    apiAuthor,
  };
  return self;
}
