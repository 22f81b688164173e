import type { Change, Item } from "../../../core/ledger/item.ts";
import { cellName } from "../../../core/sheet/a1.ts";
import type { SheetState } from "../../../local/google/state.ts";
import type { SyncWorld } from "../../support/sync-world.ts";

/**
 * Everything both sides hold, as lines of one flat object: cells by row code and header, notes, items, conflicts,
 * history, the link. Two pictures are compared as a whole, so a test states exactly what changed and nothing else may.
 */
export type Picture = Readonly<Record<string, string>>;

/** A name by code: `#1` is the code that was seen first. */
export type Names = Map<string, string>;

export async function picture(world: SyncWorld, names: Names, spreadsheetId = "s1"): Promise<Picture> {
  const lines: Record<string, string> = {};
  const items = [...(await world.items(spreadsheetId))];
  const known = new Set(items.map(({ code }) => code));
  const name = (code: string) => {
    if (!names.has(code)) names.set(code, `#${names.size + 1}`);
    return names.get(code) ?? "";
  };
  for (const sheet of world.google.state(spreadsheetId).sheets)
    drawTab(lines, sheet, (code) => (known.has(code) || names.has(code) ? name(code) : code));
  items.sort((a, b) => (a.createdAt + a.code < b.createdAt + b.code ? -1 : 1));
  for (const item of items) drawItem(lines, name(item.code), item, await world.history(item.code));
  const link = await world.store.getLink(spreadsheetId);
  if (link !== null && link.state !== "ACTIVE") lines.link = `${link.state} ${link.reason}`;
  return lines;
}

/** What another picture holds differently; null: it no longer does. */
export function differing(before: Picture, after: Picture): Record<string, string | null> {
  const different: Record<string, string | null> = {};
  for (const [line, text] of Object.entries(after)) if (before[line] !== text) different[line] = text;
  for (const line of Object.keys(before)) if (!(line in after)) different[line] = null;
  return different;
}

function drawTab(lines: Record<string, string>, sheet: SheetState, name: (code: string) => string): void {
  const tab = sheet.id === 7 ? "" : `${sheet.title} `;
  const rows = sheet.rows.map((row) => [...(row ?? [])]);
  const headerAt = rows.findIndex((row) =>
    row.some((cell) => cell?.value === "系统编号" || cell?.value === "问题描述"),
  );
  const headers = (rows[headerAt] ?? []).map((cell) => String(cell?.value ?? ""));
  const codeAt = headers.indexOf("系统编号");
  if (headerAt >= 0) lines[`${tab}headers`] = headers.join(" ");
  const order: string[] = [];
  rows.forEach((row, i) => {
    const code = i === headerAt ? "" : name(String(row[codeAt]?.value ?? ""));
    const label = code === "" || i < headerAt ? `row ${i + 1}` : order.includes(code) ? `${code} (row ${i + 1})` : code;
    if (i > headerAt && row.length > 0) order.push(label);
    row.forEach((cell, column) => {
      const header = headers[column] || cellName(0, column).replace("1", "");
      const text = cell?.formula ?? (cell?.value === undefined ? "" : String(cell.value));
      const shown = column === codeAt && i !== headerAt ? name(text) : text;
      if (shown !== "" && i !== headerAt) lines[`${tab}${label} ${header}`] = shown;
      if (cell?.note !== undefined) lines[`${tab}${i === headerAt ? "header" : label} ${header} note`] = cell.note;
    });
  });
  lines[`${tab}order`] = order.join(" ");
}

function drawItem(lines: Record<string, string>, name: string, item: Item, history: readonly Change[]): void {
  for (const [field, text] of Object.entries(item.texts)) lines[`item ${name} ${field}`] = text;
  for (const [field, text] of Object.entries(item.ahead)) lines[`item ${name} ahead ${field}`] = `“${text}”`;
  lines[`item ${name}`] = [
    item.unit,
    item.archivedAt === null ? item.row?.presence : "ARCHIVED",
    `tab ${item.row?.tabId}`,
    `version ${item.version}`,
  ].join(" ");
  for (const { id, sheetValue, storeValue, shown, settledAt } of item.conflicts)
    lines[`item ${name} conflict ${id}`] =
      `sheet ${sheetValue}, store ${storeValue}, shows ${shown}, ${settledAt === null ? "open" : "settled"}`;
  for (const change of history)
    lines[`history ${name} ${change.id}`] =
      `${change.actor} ${change.field ?? "item"}: ${change.before} → ${change.after}${change.reason === null ? "" : ` (${change.reason})`}`;
}
