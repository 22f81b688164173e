import { roundColours } from "../colour.ts";
import { deleteDimension } from "../dimension.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { checkSize, editSheet, sheetById, trimEnd } from "../draft.ts";
import { invalid } from "../errors.ts";
import type { Mask } from "../field-mask.ts";
import { assignMask } from "../field-mask.ts";
import { rewriteFormulas } from "../formula-references.ts";
import { isMetadataId } from "../metadata.ts";
import { showSheetProperties } from "../show-sheet.ts";
import type { Dimension, Json, Metadata, SheetState } from "../state.ts";
import { blankSheet } from "../state.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";
import { freshId } from "./request.ts";

/** Sheets (tabs): add, delete, duplicate, rename, order, hide, size. */

const maxTitleChars = 100;

function checkTitle(draft: Draft, title: string, self?: number): void {
  if (title === "") throw invalid("The sheet name cannot be empty.");
  if (title.length > maxTitleChars) throw invalid(`The sheet name cannot be greater than ${maxTitleChars} characters.`);
  if (draft.sheets.some((sheet) => sheet.id !== self && sheet.title.toLowerCase() === title.toLowerCase())) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function newSheetId(draft: Draft, asked: number | undefined): number {
  if (asked === undefined) return freshId(draft, (id) => draft.sheets.some((sheet) => sheet.id === id));
  if (asked < 0) throw invalid(`The sheet ID must be non-negative: ${asked}`);
  if (draft.sheets.some((sheet) => sheet.id === asked)) throw invalid(`A sheet with id ${asked} already exists.`);
  return asked;
}

function freeTitle(draft: Draft): string {
  for (let number = draft.sheets.length + 1; ; number++) {
    if (!draft.sheets.some((sheet) => sheet.title.toLowerCase() === `sheet${number}`)) return `Sheet${number}`;
  }
}

/** hidden, tabColor …: everything but what has a place of its own. */
function freeProperties(properties: Message): Json {
  const { sheetId: _id, title: _title, index: _index, gridProperties: _grid, sheetType: _type, ...rest } = properties;
  return withColourStyles(roundColours(rest) as Json);
}

function withColourStyles(properties: Json): Json {
  const { tabColor, tabColorStyle } = properties as { tabColor?: Json; tabColorStyle?: { rgbColor?: Json } };
  if (tabColorStyle?.rgbColor !== undefined) return { ...properties, tabColor: tabColorStyle.rgbColor };
  return tabColor === undefined ? properties : { ...properties, tabColorStyle: { rgbColor: tabColor } };
}

export function readNewSheet(draft: Draft, properties: Message): SheetState {
  const { rowCount, columnCount, ...grid } = (properties.gridProperties ?? {}) as Message;
  for (const count of [rowCount, columnCount]) {
    if (count !== undefined && count < 1)
      throw invalid(`The grid must have at least one row and one column, but got ${count}.`);
  }
  const title = (properties.title as string | undefined) ?? freeTitle(draft);
  checkTitle(draft, title);
  const sheet = blankSheet(newSheetId(draft, properties.sheetId), title, rowCount, columnCount);
  return { ...sheet, properties: freeProperties(properties), gridProperties: grid };
}

export const addSheet: Handler = (draft, { properties = {} }) => {
  const sheet = readNewSheet(draft, properties);
  const index = Math.min(properties.index ?? draft.sheets.length, draft.sheets.length);
  draft.sheets.splice(index, 0, sheet);
  checkSize(draft);
  return { properties: showSheetProperties(sheet, index) };
};

export const deleteSheet: Handler = (draft, { sheetId = 0 }) => {
  const sheet = sheetById(draft, sheetId);
  if (draft.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
  const visible = draft.sheets.filter((other) => other.id !== sheetId && other.properties.hidden !== true);
  if (visible.length === 0) throw invalid("You can't remove all the visible sheets in a document.");
  draft.sheets = draft.sheets.filter((other) => other.id !== sheetId);
  draft.namedRanges = draft.namedRanges.filter((named) => named.range.sheetId !== sheetId);
  delete draft.metadataIndex;
  const title = sheet.title.toLowerCase();
  rewriteFormulas(draft, (reference) => (reference.sheet?.toLowerCase() === title ? undefined : reference));
  return {};
};

type CopyMetadata = (list: readonly Metadata[]) => readonly Metadata[];

/** Copies under ids that are new to the spreadsheet and to each other. */
function metadataCopier(draft: Draft): CopyMetadata {
  const given = new Set<number>();
  return (list) =>
    list.map((metadata) => {
      const id = freshId(draft, (candidate) => given.has(candidate) || isMetadataId(draft, candidate));
      given.add(id);
      return { ...metadata, id };
    });
}

function copyDimensions(list: readonly (Dimension | undefined)[], copyMetadata: CopyMetadata) {
  const copied = list.map((dimension): Dimension | undefined => {
    if (dimension?.metadata === undefined) return dimension;
    const { metadata, ...rest } = dimension;
    const copies = copyMetadata(metadata);
    if (copies.length > 0) return { ...rest, metadata: copies };
    return Object.keys(rest).length === 0 ? undefined : rest;
  });
  trimEnd(copied);
  return copied;
}

/** A copy of a sheet under another id and title; its metadata only when the switch says so. */
export function copySheet(
  draft: Draft,
  source: SheetState,
  id: number,
  title: string,
  keepMetadata: boolean,
): SheetState {
  const copyMetadata = keepMetadata ? metadataCopier(draft) : () => [];
  const range = <T extends { readonly sheetId?: number }>(old: T) => ({ ...old, sheetId: id });
  return {
    ...source,
    id,
    title,
    properties: (({ hidden: _, ...rest }) => rest)(source.properties as Json & { hidden?: boolean }),
    metadata: copyMetadata(source.metadata),
    rowDimensions: copyDimensions(source.rowDimensions, copyMetadata),
    columnDimensions: copyDimensions(source.columnDimensions, copyMetadata),
    protectedRanges: source.protectedRanges.map((old) => ({
      ...old,
      protectedRangeId: freshId(draft, () => false),
      range: range(old.range),
    })),
    ...(source.basicFilter === undefined
      ? {}
      : { basicFilter: { ...source.basicFilter, range: range(source.basicFilter.range as Json) } }),
  };
}

export const duplicateSheet: Handler = (draft, request) => {
  const { sourceSheetId = 0, insertSheetIndex = 0, newSheetId: asked, newSheetName } = request;
  const source = sheetById(draft, sourceSheetId);
  let title = newSheetName as string | undefined;
  if (title === undefined) {
    title = `Copy of ${source.title}`;
    for (let n = 2; draft.sheets.some((sheet) => sheet.title.toLowerCase() === title!.toLowerCase()); n++)
      title = `Copy of ${source.title} ${n}`;
  }
  checkTitle(draft, title);
  const id = newSheetId(draft, asked);
  const copy = copySheet(draft, source, id, title, draft.switches.duplicateSheetCopiesMetadata);
  const index = Math.min(insertSheetIndex, draft.sheets.length);
  draft.sheets.splice(index, 0, copy);
  delete draft.metadataIndex;
  checkSize(draft);
  return { properties: showSheetProperties(copy, index) };
};

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
