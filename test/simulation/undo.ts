import type { SheetState, SpreadsheetState } from "../../local/google/state.ts";

/** A clerk's Ctrl-Z and Ctrl-Y. */

/** A spreadsheet before and after something that a clerk did. */
export interface Move {
  readonly id: string;
  readonly before: SpreadsheetState;
  readonly after: SpreadsheetState;
}

/** The way back. */
export const reversed = ({ id, before, after }: Move): Move => ({ id, before: after, after: before });

/**
 * The spreadsheet with every tab that the move changed, added or took away brought to where the move led, if nobody has
 * touched that tab since it was where the move began; null: there is no such tab.
 */
export function moved(now: SpreadsheetState, { before, after }: Move): SpreadsheetState | null {
  const [began, ended, there] = [byId(before), byId(after), byId(now)];
  const kept = now.sheets.flatMap((sheet) => {
    const then = ended.get(sheet.id);
    if (then === sheet || began.get(sheet.id) !== sheet) return [sheet];
    return then === undefined ? [] : [withoutLostMetadata(then, sheet)];
  });
  const titles = new Set(kept.map(({ title }) => title));
  const added = after.sheets.filter(({ id, title }) => !began.has(id) && !there.has(id) && !titles.has(title));
  const sheets = [...kept];
  for (const sheet of added) sheets.splice(after.sheets.indexOf(sheet), 0, withoutLostMetadata(sheet, null));
  const same = sheets.length === now.sheets.length && sheets.every((sheet, i) => sheet === now.sheets[i]);
  return same || sheets.length === 0 ? null : { ...now, sheets };
}

function byId({ sheets }: SpreadsheetState): ReadonlyMap<number, SheetState> {
  return new Map(sheets.map((sheet) => [sheet.id, sheet]));
}

/** What was deleted comes back without its metadata: whether Google's undo restores it is not documented. */
function withoutLostMetadata(then: SheetState, now: SheetState | null): SheetState {
  const there = new Set((now?.rowDimensions ?? []).flatMap((row) => (row?.metadata ?? []).map(({ id }) => id)));
  const rowDimensions = then.rowDimensions.map((row) => {
    if (row?.metadata === undefined) return row;
    const metadata = row.metadata.filter(({ id }) => there.has(id));
    const { metadata: _, ...rest } = row;
    return metadata.length === 0 ? rest : { ...rest, metadata };
  });
  return { ...then, rowDimensions };
}
