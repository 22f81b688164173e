import type { Box } from "./a1.ts";
import type { Draft } from "./draft.ts";
import { invalid } from "./errors.ts";
import type { GridRange, ProtectedRange, SheetState } from "./state.ts";

/** Protected ranges. The owner of the file may always edit; a warning-only range stops nobody here. */

const refused = () =>
  invalid(
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );

function holds(range: GridRange, row: number, column: number): boolean {
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex, endColumnIndex } = range;
  return (
    row >= startRowIndex &&
    column >= startColumnIndex &&
    row < (endRowIndex ?? Number.POSITIVE_INFINITY) &&
    column < (endColumnIndex ?? Number.POSITIVE_INFINITY)
  );
}

function mayEdit(draft: Draft, range: ProtectedRange): boolean {
  return draft.caller.isOwner || range.warningOnly === true || (range.editors.users ?? []).includes(draft.caller.user);
}

/** Throws when the caller may not edit this cell. */
export function checkProtection(draft: Draft, sheet: SheetState, row: number, column: number): void {
  if (sheet.protectedRanges.length === 0 || !draft.switches.protectionStopsApi) return;
  for (const range of sheet.protectedRanges) {
    if (!holds(range.range, row, column) || mayEdit(draft, range)) continue;
    if ((range.unprotectedRanges ?? []).some((free) => holds(free, row, column))) continue;
    throw refused();
  }
}

/** The same for a block, for requests that move or clear whole blocks. */
export function checkBoxProtection(draft: Draft, sheet: SheetState, box: Box): void {
  if (sheet.protectedRanges.length === 0 || !draft.switches.protectionStopsApi) return;
  for (const range of sheet.protectedRanges) {
    if (mayEdit(draft, range)) continue;
    const { startRowIndex = 0, startColumnIndex = 0, endRowIndex, endColumnIndex } = range.range;
    const overlaps =
      startRowIndex < box.endRow &&
      box.startRow < (endRowIndex ?? Number.POSITIVE_INFINITY) &&
      startColumnIndex < box.endColumn &&
      box.startColumn < (endColumnIndex ?? Number.POSITIVE_INFINITY);
    if (overlaps) throw refused();
  }
}
