import type { Item } from "../../core/ledger/item.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { findTables } from "../../core/sheet/find-table.ts";
import type { SpreadsheetRead } from "../../core/sheet/sheet.ts";
import type { RowFound, TableFound } from "../../core/sheet/table.ts";
import { decideTabs } from "../../core/sync/tabs.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { rowlessItems } from "./rowless.ts";

/** Every live row is one item, every item has one row, and both say the same. */
export async function sidesAgree(world: SyncWorld, id: string, active: ReadonlyMap<string, Item>): Promise<string[]> {
  const link = await world.store.getLink(id);
  if (link === null) return ["the link is gone"];
  const read = await world.sheet.read(id);
  const { tables } = findTables(read, {
    aliases: link.aliases,
    roles: new Map(link.tabs.map((tab) => [tab.tabId, tab])),
    referenceDate: world.nowIso().slice(0, 10),
  });
  const { live } = decideTabs(link, tables);
  const seen = new Map<string, number>();
  const wrong = live.flatMap((table) =>
    table.rows.flatMap((row) => {
      seen.set(row.code, (seen.get(row.code) ?? 0) + 1);
      return rowAgrees(read, table, row, active.get(row.code));
    }),
  );
  for (const item of active.values()) {
    const rows = seen.get(item.code) ?? 0;
    const homeless = !live.some((table) => table.kind === item.kind);
    if (rows !== 1 && !(rows === 0 && homeless))
      wrong.push(`${item.code} (${item.row?.presence}) stands in ${rows} rows`);
  }
  for (const { code, kind } of await rowlessItems(world, id))
    if (live.some((table) => table.kind === kind)) wrong.push(`${code} waits for no row, and there is a tab for it`);
  return wrong;
}

function rowAgrees(read: SpreadsheetRead, table: TableFound, row: RowFound, item: Item | undefined): string[] {
  const place = `row ${row.row + 1} of ${table.title}`;
  const key = row.cells.get(kindOf(table.kind).keyField)?.text ?? "";
  if (row.code === "") return key.trim() === "" ? [] : [`${place} has no code: ${key}`];
  if (item === undefined) {
    const { notice } = table.system;
    const told =
      notice === null ? "" : read.tabs.find(({ tabId }) => tabId === table.tabId)?.rows[row.row]?.cells[notice]?.value;
    return notice === null || String(told ?? "").includes("不属于本表")
      ? []
      : [`${place} has the unknown code ${row.code}`];
  }
  return [...row.cells].flatMap(([field, cell]) =>
    cell.text === (item.texts[field] ?? "")
      ? []
      : [`${item.code}.${field}: the sheet says ${cell.text}, the store ${item.texts[field] ?? ""}`],
  );
}
