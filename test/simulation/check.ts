import type { Item } from "../../core/ledger/item.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { findTables } from "../../core/sheet/find-table.ts";
import { decideTabs } from "../../core/sync/tabs.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { countTokens, tokensIn, tokensOfItem } from "./tokens.ts";
import type { Watch } from "./watch.ts";

/** What must hold once faults have stopped and passes find nothing left to do. */
export async function checkEnd(
  world: SyncWorld,
  watch: Watch,
  id: string,
  count: (what: string) => void,
): Promise<string[]> {
  const wrong: string[] = [...watch.touched];
  const items = await world.items(id);
  const active = new Map(items.filter(({ archivedAt }) => archivedAt === null).map((item) => [item.code, item]));
  wrong.push(...(await sidesAgree(world, id, active)));

  const kept = new Set<number>();
  for (const item of items) {
    const history = await world.history(item.code);
    for (const token of tokensOfItem(item, history)) kept.add(token);
    for (const { side, actor } of history)
      if (side === "SHEET" && actor !== `sheet:${id}`) wrong.push(`${item.code} of ${id} was changed by ${actor}`);
  }
  const standing = countTokens(world.google.state(id));
  for (const [token, { kind, spreadsheetId }] of watch.entered) {
    if (spreadsheetId !== id) continue;
    if (kind === "api" && !kept.has(token) && watch.put.get(token) === undefined && accepted(watch, token))
      wrong.push(`the API's text @${token}; is gone`);
    if (kind === "api" || kind === "cell") continue;
    const is = standing.get(token) ?? 0;
    const wanted = watch.wanted.get(token) ?? 0;
    if (is === wanted) continue;
    const excuse = watch.losses.find((loss) => loss.token === token && excused(loss));
    if (excuse !== undefined) count(`window ${excuse.window} ${kind}`);
    else wrong.push(`the ${kind} text @${token}; stands ${is} times, persons left it ${wanted} times`);
  }
  for (const loss of watch.losses) {
    const entered = watch.entered.get(loss.token);
    if (loss.run.spreadsheetId !== id || (entered?.kind !== "cell" && entered?.kind !== "api")) continue;
    if (kept.has(loss.token) || (standing.get(loss.token) ?? 0) > 0) continue;
    if (excused(loss)) count(`window ${loss.window} cell`);
    else wrong.push(`the ${entered.kind} text @${loss.token}; was overwritten and is nowhere (window ${loss.window})`);
  }
  return wrong;
}

/** [Z1] is only an excuse when the pass could not finish its repair. */
function excused({ window, run }: Watch["losses"][number]): boolean {
  return window === "Z2" || (window === "Z1" && (run.failed || run.acts > 1));
}

function accepted(_watch: Watch, _token: number): boolean {
  return false;
}

async function sidesAgree(world: SyncWorld, id: string, active: ReadonlyMap<string, Item>): Promise<string[]> {
  const wrong: string[] = [];
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
  for (const table of live) {
    for (const row of table.rows) {
      const key = row.cells.get(kindOf(table.kind).keyField)?.text ?? "";
      if (row.code === "") {
        if (key.trim() !== "") wrong.push(`row ${row.row + 1} of ${table.title} has no code: ${key}`);
        continue;
      }
      const item = active.get(row.code);
      if (item === undefined) {
        const notice =
          table.system.notice === null
            ? ""
            : read.tabs.find(({ tabId }) => tabId === table.tabId)?.rows[row.row]?.cells[table.system.notice]?.value;
        if (!String(notice ?? "").includes("不属于本表"))
          wrong.push(`row ${row.row + 1} has the unknown code ${row.code}`);
        continue;
      }
      seen.set(row.code, (seen.get(row.code) ?? 0) + 1);
      for (const [field, cell] of row.cells) {
        const text = item.texts[field] ?? "";
        if (cell.text !== text) wrong.push(`${row.code}.${field}: the sheet says ${cell.text}, the store ${text}`);
      }
    }
  }
  for (const item of active.values()) {
    const rows = seen.get(item.code) ?? 0;
    const homeless = !live.some((table) => table.kind === item.kind);
    if (rows !== 1 && !(rows === 0 && homeless))
      wrong.push(`${item.code} (${item.row?.presence}) stands in ${rows} rows`);
  }
  const owners = new Map<number, string[]>();
  for (const item of active.values())
    for (const token of new Set(tokensIn(item.texts[kindOf(item.kind).keyField] ?? "")))
      owners.set(token, [...(owners.get(token) ?? []), item.code]);
  return wrong.concat(duplicates(owners));
}

function duplicates(_owners: ReadonlyMap<number, readonly string[]>): string[] {
  return [];
}
