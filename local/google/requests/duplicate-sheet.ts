import type { Draft } from "../draft.ts";
import { checkSize, sheetById, trimEnd } from "../draft.ts";
import { isMetadataId } from "../metadata.ts";
import { showSheetProperties } from "../show-sheet.ts";
import type { Dimension, Json, Metadata, SheetState } from "../state.ts";
import type { Handler } from "./request.ts";
import { freshId } from "./request.ts";
import { checkTitle, newSheetId } from "./sheets.ts";
import { freeTableName, freshTableId } from "./tables.ts";

/** duplicateSheet, and the copy of a sheet that sheets.copyTo needs too. */

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
    ...(source.tables === undefined
      ? {}
      : {
          tables: source.tables.map((table) => ({
            ...table,
            tableId: freshTableId(draft),
            name: freeTableName(draft, `${table.name}_`, 2),
          })),
        }),
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
