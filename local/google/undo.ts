import type { FileRecord } from "./file.ts";
import type { Dimensions, Metadata, SheetState, SpreadsheetState } from "./state.ts";

/** A person's Ctrl-Z: the newest change of theirs goes back, if nobody has changed the spreadsheet since. */

function idsOf(state: SpreadsheetState): Set<number> {
  const ids = new Set<number>();
  for (const sheet of state.sheets)
    for (const list of [sheet.rowDimensions, sheet.columnDimensions])
      for (const dimension of list) for (const metadata of dimension?.metadata ?? []) ids.add(metadata.id);
  return ids;
}

/** Metadata that the change had destroyed stays gone unless the switch says otherwise. */
function keepOnly(dimensions: Dimensions, alive: ReadonlySet<number>): Dimensions {
  return dimensions.map((dimension) => {
    if (dimension?.metadata === undefined) return dimension;
    const metadata: readonly Metadata[] = dimension.metadata.filter((one) => alive.has(one.id));
    const { metadata: _, ...rest } = dimension;
    if (metadata.length > 0) return { ...rest, metadata };
    return Object.keys(rest).length === 0 ? undefined : rest;
  });
}

export function undoLast(file: FileRecord, user: string, restoresMetadata: boolean): SpreadsheetState | undefined {
  const last = file.past.at(-1);
  if (last === undefined || last.user !== user || file.state === undefined) return undefined;
  if (restoresMetadata) return last.state;
  const alive = idsOf(file.state);
  const sheets: SheetState[] = last.state.sheets.map((sheet) => ({
    ...sheet,
    rowDimensions: keepOnly(sheet.rowDimensions, alive),
    columnDimensions: keepOnly(sheet.columnDimensions, alive),
  }));
  return { ...last.state, sheets };
}
