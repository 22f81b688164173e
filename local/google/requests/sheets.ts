import { roundColours } from "../colour.ts";
import type { Draft } from "../draft.ts";
import { checkSize, sheetById } from "../draft.ts";
import { invalid } from "../errors.ts";
import { rewriteFormulas } from "../formula-references.ts";
import { showSheetProperties } from "../show-sheet.ts";
import type { Json, SheetState } from "../state.ts";
import { blankSheet } from "../state.ts";
import type { Handler, Message } from "./request.ts";
import { freshId } from "./request.ts";

/** Sheets (tabs): add and delete. */

const maxTitleChars = 100;

export function checkTitle(draft: Draft, title: string, self?: number): void {
  if (title === "") throw invalid("The sheet name cannot be empty.");
  if (title.length > maxTitleChars) throw invalid(`The sheet name cannot be greater than ${maxTitleChars} characters.`);
  if (draft.sheets.some((sheet) => sheet.id !== self && sheet.title.toLowerCase() === title.toLowerCase())) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

export function newSheetId(draft: Draft, asked: number | undefined): number {
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
export function freeProperties(properties: Message): Json {
  const { sheetId: _id, title: _title, index: _index, gridProperties: _grid, sheetType: _type, ...rest } = properties;
  return withColourStyles(roundColours(rest) as Json);
}

export function withColourStyles(properties: Json): Json {
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
