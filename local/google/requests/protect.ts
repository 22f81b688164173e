import type { Draft } from "../draft.ts";
import { editSheet } from "../draft.ts";
import { GoogleError, invalid } from "../errors.ts";
import { assignMask } from "../field-mask.ts";
import { showGridRange } from "../resolve.ts";
import type { ProtectedRange, SheetState } from "../state.ts";
import { readMask } from "../update-mask.ts";
import { readRange } from "./named.ts";
import type { Handler, Message } from "./request.ts";
import { freshId } from "./request.ts";

/** addProtectedRange, updateProtectedRange, deleteProtectedRange. */

/** `editors` as an answer shows them; `owner` is who is listed besides those named. */
export function showProtectedRange(range: ProtectedRange, canEdit: boolean, editors: object): object {
  const { protectedRangeId, range: where, warningOnly, description, namedRangeId, unprotectedRanges } = range;
  return {
    protectedRangeId,
    range: showGridRange(where),
    ...(namedRangeId === undefined ? {} : { namedRangeId }),
    ...(description === undefined || description === "" ? {} : { description }),
    ...(warningOnly === true ? { warningOnly: true } : {}),
    ...(canEdit ? { requestingUserCanEdit: true } : {}),
    ...(unprotectedRanges === undefined || unprotectedRanges.length === 0
      ? {}
      : { unprotectedRanges: unprotectedRanges.map(showGridRange) }),
    editors,
  };
}

function readFields(draft: Draft, id: number, message: Message): ProtectedRange {
  if (message.tableId !== undefined)
    throw new GoogleError("UNIMPLEMENTED", "protectedRange.tableId is not available in the local service.");
  const named = draft.namedRanges.find((range) => range.namedRangeId === message.namedRangeId);
  if (message.namedRangeId !== undefined && named === undefined)
    throw invalid(`No named range with id: ${message.namedRangeId}`);
  const range = named === undefined ? readRange(draft, message.range) : named.range;
  const { users = [], groups = [] } = (message.editors ?? {}) as Message;
  return {
    protectedRangeId: id,
    range,
    ...(named === undefined ? {} : { namedRangeId: named.namedRangeId }),
    ...(message.description === undefined ? {} : { description: message.description }),
    ...(message.warningOnly === true ? { warningOnly: true } : {}),
    ...(message.unprotectedRanges === undefined
      ? {}
      : { unprotectedRanges: message.unprotectedRanges.map((free: Message) => readRange(draft, free)) }),
    editors: {
      ...(users.length === 0 ? {} : { users }),
      ...(groups.length === 0 ? {} : { groups }),
    },
  };
}

function find(draft: Draft, id: number | undefined): { sheet: SheetState; range: ProtectedRange } {
  for (const sheet of draft.sheets) {
    const range = sheet.protectedRanges.find((candidate) => candidate.protectedRangeId === id);
    if (range !== undefined) return { sheet, range };
  }
  throw invalid(`No protected range with id: ${id ?? 0}`);
}

export const addProtectedRange: Handler = (draft, { protectedRange = {} }) => {
  const taken = (id: number) =>
    draft.sheets.some((sheet) => sheet.protectedRanges.some((old) => old.protectedRangeId === id));
  const asked = protectedRange.protectedRangeId;
  if (asked !== undefined && taken(asked)) throw invalid(`A protected range with id ${asked} already exists.`);
  const range = readFields(draft, asked ?? freshId(draft, taken), protectedRange);
  const sheet = editSheet(draft, range.range.sheetId);
  sheet.protectedRanges = [...sheet.protectedRanges, range];
  return { protectedRange: showProtectedRange(range, true, range.editors) };
};

function checkMayChange(draft: Draft, range: ProtectedRange): void {
  if (draft.caller.isOwner || range.warningOnly === true || (range.editors.users ?? []).includes(draft.caller.user))
    return;
  if (draft.switches.protectionStopsApi)
    throw invalid(
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    );
}

export const updateProtectedRange: Handler = (draft, { protectedRange = {}, fields }) => {
  const mask = readMask("ProtectedRange", fields);
  const { sheet: found, range: old } = find(draft, protectedRange.protectedRangeId);
  checkMayChange(draft, old);
  const next = readFields(draft, old.protectedRangeId, assignMask(old, protectedRange, mask) as Message);
  const from = editSheet(draft, found.id);
  from.protectedRanges = from.protectedRanges.filter((range) => range !== old);
  const to = editSheet(draft, next.range.sheetId);
  to.protectedRanges = [...to.protectedRanges, next];
  return {};
};

export const deleteProtectedRange: Handler = (draft, { protectedRangeId }) => {
  const { sheet: found, range } = find(draft, protectedRangeId);
  checkMayChange(draft, range);
  const sheet = editSheet(draft, found.id);
  sheet.protectedRanges = sheet.protectedRanges.filter((other) => other !== range);
  return {};
};
