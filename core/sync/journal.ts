import { baseText, type Item } from "../ledger/item.ts";
import type { Journal } from "../ledger/link.ts";
import { digestText } from "./base.ts";
import type { SheetRow, Survey } from "./survey.ts";

/**
 * Pure: what the journal of the last pass says about the cells of a row. Two things must not pass for a clerk's edit:
 * a value of ours that a sort moved to another row while the pass crashed before it could look (MISPLACED), and a read
 * that is older than our own last write (STALE, believed when the next read repeats it).
 */
export function distrustOf(
  journal: Journal | null,
  item: Item,
  row: SheetRow,
  survey: Survey,
): ReadonlyMap<string, "MISPLACED" | "STALE"> {
  const distrusted = new Map<string, "MISPLACED" | "STALE">();
  if (journal === null) return distrusted;
  for (const write of journal.writes) {
    const text = row.row.cells.get(write.field)?.text;
    if (write.code === item.code || write.tabId !== row.table.tabId || text !== write.text) continue;
    if (baseText(item, write.field) === text) continue;
    const target = survey.rows.get(write.code)?.[0]?.row.cells.get(write.field)?.text;
    if (target !== write.text) distrusted.set(write.field, "MISPLACED");
  }
  for (const recent of journal.recent) {
    if (recent.code !== item.code || recent.doubted) continue;
    const text = row.row.cells.get(recent.field)?.text ?? "";
    if (digestText(text) === recent.before && text !== baseText(item, recent.field))
      distrusted.set(recent.field, "STALE");
  }
  return distrusted;
}
