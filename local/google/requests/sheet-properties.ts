import { deleteDimension } from "../dimension.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { checkSize, editSheet } from "../draft.ts";
import { invalid } from "../errors.ts";
import type { Mask } from "../field-mask.ts";
import { assignMask } from "../field-mask.ts";
import { rewriteFormulas } from "../formula-references.ts";
import { partedByFreeze } from "../merges.ts";
import type { Json } from "../state.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";
import { checkTitle, freeProperties, withColourStyles } from "./sheets.ts";

/** updateSheetProperties: rename, order, hide, colour, size. */

function rename(draft: Draft, sheet: SheetDraft, title: string): void {
  checkTitle(draft, title, sheet.id);
  const old = sheet.title.toLowerCase();
  sheet.title = title;
  rewriteFormulas(draft, (reference) =>
    reference.sheet?.toLowerCase() === old ? { ...reference, sheet: title } : reference,
  );
}

/** Fewer rows or columns cut off what stood there. */
function resize(draft: Draft, sheet: SheetDraft, rowCount: number, columnCount: number): void {
  if (rowCount < 1 || columnCount < 1) throw invalid("The grid must have at least one row and one column.");
  if (rowCount < sheet.rowCount) deleteDimension(draft, sheet, "ROWS", rowCount, sheet.rowCount);
  if (columnCount < sheet.columnCount) deleteDimension(draft, sheet, "COLUMNS", columnCount, sheet.columnCount);
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
  checkSize(draft);
}

function updateGrid(draft: Draft, sheet: SheetDraft, grid: Message, mask: Mask): void {
  const { rowCount, columnCount, ...rest } = grid;
  const named = (field: string) => mask === true || mask[field] !== undefined;
  const all = { ...sheet.gridProperties, rowCount: sheet.rowCount, columnCount: sheet.columnCount };
  const next = assignMask(all, { ...rest, rowCount, columnCount }, mask) as Message | undefined;
  const { rowCount: rows, columnCount: columns, ...free } = next ?? {};
  if (named("rowCount") && rowCount === undefined && mask !== true)
    throw invalid("gridProperties.rowCount must be greater than 0.");
  resize(draft, sheet, rows ?? sheet.rowCount, columns ?? sheet.columnCount);
  sheet.gridProperties = Object.fromEntries(Object.entries(free).filter(([, value]) => value !== 0 && value !== false));
  if (Number(sheet.gridProperties.frozenRowCount ?? 0) >= sheet.rowCount + (sheet.rowCount === 1 ? 1 : 0)) {
    throw invalid("You can't freeze all visible rows on the sheet.");
  }
  if (Number(sheet.gridProperties.frozenColumnCount ?? 0) >= sheet.columnCount + (sheet.columnCount === 1 ? 1 : 0)) {
    throw invalid("You can't freeze all visible columns on the sheet.");
  }
  const parted = partedByFreeze(sheet);
  if (parted !== null) throw invalid(`You can't freeze ${parted} which contain only part of a merged cell.`);
}

export const updateSheetProperties: Handler = (draft, { properties = {}, fields }) => {
  const mask = readMask("SheetProperties", fields);
  const id = properties.sheetId ?? 0;
  const sheet = editSheet(draft, id);
  const {
    title: titleMask,
    index: indexMask,
    gridProperties: gridMask,
    sheetId: _,
    sheetType: __,
    ...freeMask
  } = mask === true ? allOf(properties) : mask;
  if (titleMask !== undefined) rename(draft, sheet, properties.title ?? "");
  if (gridMask !== undefined) updateGrid(draft, sheet, properties.gridProperties ?? {}, gridMask);
  if (Object.keys(freeMask).length > 0) {
    const cleared = clearColours(sheet.properties, freeMask);
    const next = assignMask(cleared, freeProperties(properties), freeMask) as Json | undefined;
    sheet.properties = Object.fromEntries(
      Object.entries(withColourStyles(next ?? {})).filter(([, value]) => value !== false),
    );
    if (draft.sheets.every((other) => other.properties.hidden === true)) {
      throw invalid("You can't hide all the sheets in a document.");
    }
  }
  if (indexMask !== undefined) moveSheet(draft, id, properties.index ?? draft.sheets.length);
  return {};
};

const allOf = (properties: Message) =>
  Object.fromEntries(Object.keys(properties).map((key) => [key, true as const])) as Record<string, Mask>;

/** The two ways of saying the tab's colour are one thing. */
function clearColours(properties: Json, mask: Record<string, Mask>): Json {
  if (mask.tabColor === undefined && mask.tabColorStyle === undefined) return properties;
  const { tabColor: _, tabColorStyle: __, ...rest } = properties;
  return rest;
}

/** "The index is before the move": a sheet that goes right lands one further left, once it is taken out. */
function moveSheet(draft: Draft, id: number, index: number): void {
  if (index < 0) throw invalid(`The sheet index must be non-negative: ${index}`);
  const from = draft.sheets.findIndex((sheet) => sheet.id === id);
  const [sheet] = draft.sheets.splice(from, 1);
  const to = index > from ? index - 1 : index;
  draft.sheets.splice(Math.min(to, draft.sheets.length), 0, sheet!);
}
