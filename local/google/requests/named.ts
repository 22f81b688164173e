import { parseBox } from "../a1.ts";
import type { Draft } from "../draft.ts";
import { invalid } from "../errors.ts";
import { assignMask } from "../field-mask.ts";
import { readGridRange, showGridRange } from "../resolve.ts";
import type { GridRange, NamedRange } from "../state.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";

/** addNamedRange, updateNamedRange, deleteNamedRange. */

export function readRange(draft: Draft, range: Message | undefined): GridRange {
  if (range === undefined) throw invalid("range must be specified.");
  readGridRange(draft, range);
  return { sheetId: range.sheetId ?? 0, ...range };
}

function checkName(draft: Draft, name: string | undefined, self?: string): string {
  if (name === undefined || !/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || parseBox(name) !== undefined) {
    throw invalid(`The name of the range is invalid: ${name ?? ""}`);
  }
  if (draft.namedRanges.some((old) => old.namedRangeId !== self && old.name.toLowerCase() === name.toLowerCase())) {
    throw invalid(`A named range with name ${name} already exists.`);
  }
  return name;
}

export const showNamedRange = ({ namedRangeId, name, range }: NamedRange) => ({
  namedRangeId,
  name,
  range: showGridRange(range),
});

export const addNamedRange: Handler = (draft, { namedRange = {} }) => {
  const id = namedRange.namedRangeId ?? String(1 + Math.floor(draft.random() * 0x7ffffffe));
  if (draft.namedRanges.some((old) => old.namedRangeId === id))
    throw invalid(`A named range with id ${id} already exists.`);
  const added = {
    namedRangeId: id,
    name: checkName(draft, namedRange.name),
    range: readRange(draft, namedRange.range),
  };
  draft.namedRanges = [...draft.namedRanges, added];
  return { namedRange: showNamedRange(added) };
};

function find(draft: Draft, id: string | undefined): NamedRange {
  const found = draft.namedRanges.find((old) => old.namedRangeId === id);
  if (found === undefined) throw invalid(`No named range with id: ${id ?? ""}`);
  return found;
}

export const updateNamedRange: Handler = (draft, { namedRange = {}, fields }) => {
  const mask = readMask("NamedRange", fields);
  const old = find(draft, namedRange.namedRangeId);
  const next = assignMask(old, { ...namedRange, namedRangeId: old.namedRangeId }, mask) as Message;
  const updated: NamedRange = {
    namedRangeId: old.namedRangeId,
    name: checkName(draft, next.name, old.namedRangeId),
    range: readRange(draft, next.range),
  };
  draft.namedRanges = draft.namedRanges.map((range) => (range === old ? updated : range));
  return {};
};

export const deleteNamedRange: Handler = (draft, { namedRangeId }) => {
  const old = find(draft, namedRangeId);
  draft.namedRanges = draft.namedRanges.filter((range) => range !== old);
  return {};
};
