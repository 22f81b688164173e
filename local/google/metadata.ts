import type { Draft, SheetDraft } from "./draft.ts";
import { editSheet, ownDimensions, setAt } from "./draft.ts";
import { invalid } from "./errors.ts";
import type { Dimensions, Metadata, SheetState } from "./state.ts";

/**
 * Developer metadata: on the spreadsheet, a sheet, or exactly one row or column. It lives on the row itself, so that
 * "if … another row is then inserted above … it is still associated", and "if the object is deleted its metadata is too".
 */

export type Place =
  | { readonly type: "SPREADSHEET" }
  | { readonly type: "SHEET"; readonly sheetId: number }
  | { readonly type: "ROW" | "COLUMN"; readonly sheetId: number; readonly index: number };

export interface Located {
  readonly metadata: Metadata;
  readonly place: Place;
}

interface Holder {
  readonly sheets: readonly SheetState[];
  readonly metadata: readonly Metadata[];
}

/** "30,000 characters" for the spreadsheet and for each sheet: keys and values counted (metadata guide). */
const budgetChars = 30_000;

const byDimensions = new WeakMap<Dimensions, ReadonlyMap<number, number>>();

/** metadataId -> index, remembered as long as nothing about the rows changes. Only for committed values. */
function indexOf(dimensions: Dimensions): ReadonlyMap<number, number> {
  const old = byDimensions.get(dimensions);
  if (old !== undefined) return old;
  const index = new Map<number, number>();
  dimensions.forEach((dimension, position) => {
    for (const metadata of dimension?.metadata ?? []) index.set(metadata.id, position);
  });
  byDimensions.set(dimensions, index);
  return index;
}

/** What a draft remembers of its metadata, so that a batch of thousands of changes does not walk every row for each. */
export interface MetadataIndex {
  readonly byId: Map<number, Located>;
  /** Characters of keys and values: of each sheet by its id, and of the spreadsheet. */
  readonly chars: Map<number | "spreadsheet", number>;
}

const budgetOf = (place: Place) => (place.type === "SPREADSHEET" ? "spreadsheet" : place.sheetId);
const charsOf = ({ key, value }: Metadata) => key.length + (value?.length ?? 0);

function note(index: MetadataIndex, located: Located, sign: 1 | -1): void {
  const { metadata, place } = located;
  if (sign > 0) index.byId.set(metadata.id, located);
  else index.byId.delete(metadata.id);
  const budget = budgetOf(place);
  index.chars.set(budget, (index.chars.get(budget) ?? 0) + sign * charsOf(metadata));
}

function indexOfDraft(draft: Draft): MetadataIndex {
  if (draft.metadataIndex === undefined) {
    const index: MetadataIndex = { byId: new Map(), chars: new Map() };
    for (const located of listMetadata(draft)) note(index, located, 1);
    draft.metadataIndex = index;
  }
  return draft.metadataIndex;
}

const isDraft = (holder: Holder): holder is Draft => "owned" in holder;

/** The one entry with this id, without walking every row. */
export function findById(holder: Holder, id: number): Located | undefined {
  if (isDraft(holder)) return indexOfDraft(holder).byId.get(id);
  const top = holder.metadata.find((metadata) => metadata.id === id);
  if (top !== undefined) return { metadata: top, place: { type: "SPREADSHEET" } };
  for (const sheet of holder.sheets) {
    const own = sheet.metadata.find((metadata) => metadata.id === id);
    if (own !== undefined) return { metadata: own, place: { type: "SHEET", sheetId: sheet.id } };
    for (const type of ["ROW", "COLUMN"] as const) {
      const dimensions = type === "ROW" ? sheet.rowDimensions : sheet.columnDimensions;
      const index = indexOf(dimensions).get(id);
      const metadata = index === undefined ? undefined : dimensions[index]?.metadata?.find((entry) => entry.id === id);
      if (index !== undefined && metadata !== undefined) return { metadata, place: { type, sheetId: sheet.id, index } };
    }
  }
  return undefined;
}

export function listMetadata(holder: Holder): Located[] {
  const found: Located[] = holder.metadata.map((metadata) => ({ metadata, place: { type: "SPREADSHEET" } }));
  for (const sheet of holder.sheets) {
    for (const metadata of sheet.metadata) found.push({ metadata, place: { type: "SHEET", sheetId: sheet.id } });
    for (const type of ["ROW", "COLUMN"] as const) {
      (type === "ROW" ? sheet.rowDimensions : sheet.columnDimensions).forEach((dimension, index) => {
        for (const metadata of dimension?.metadata ?? [])
          found.push({ metadata, place: { type, sheetId: sheet.id, index } });
      });
    }
  }
  return found;
}

function showPlace(place: Place): object {
  switch (place.type) {
    case "SPREADSHEET":
      return { locationType: "SPREADSHEET", spreadsheet: true };
    case "SHEET":
      return { locationType: "SHEET", sheetId: place.sheetId };
    default:
      return {
        locationType: place.type,
        dimensionRange: {
          ...(place.sheetId === 0 ? {} : { sheetId: place.sheetId }),
          dimension: `${place.type}S`,
          startIndex: place.index,
          endIndex: place.index + 1,
        },
      };
  }
}

export function showMetadata({ metadata, place }: Located): object {
  return {
    metadataId: metadata.id,
    metadataKey: metadata.key,
    ...(metadata.value === undefined ? {} : { metadataValue: metadata.value }),
    location: showPlace(place),
    visibility: metadata.visibility,
  };
}

function checkBudget(draft: Draft, place: Place, added: Metadata): void {
  const used = indexOfDraft(draft).chars.get(budgetOf(place)) ?? 0;
  if (used + charsOf(added) > budgetChars) throw overBudget(place.type === "SPREADSHEET" ? "spreadsheet" : "sheet");
}

const overBudget = (what: string) =>
  invalid(`The total size of developer metadata on this ${what} would exceed the limit of ${budgetChars} characters.`);

function changeHolder(draft: Draft, place: Place, change: (list: readonly Metadata[]) => readonly Metadata[]): void {
  if (place.type === "SPREADSHEET") {
    draft.metadata = change(draft.metadata);
    return;
  }
  const sheet = editSheet(draft, place.sheetId);
  if (place.type === "SHEET") {
    sheet.metadata = change(sheet.metadata);
    return;
  }
  changeDimension(draft, sheet, place, change);
}

function changeDimension(
  draft: Draft,
  sheet: SheetDraft,
  place: { readonly type: "ROW" | "COLUMN"; readonly index: number },
  change: (list: readonly Metadata[]) => readonly Metadata[],
): void {
  const which = place.type === "ROW" ? "rowDimensions" : "columnDimensions";
  const list = ownDimensions(draft, sheet, which);
  const { metadata = [], ...rest } = list[place.index] ?? {};
  const changed = change(metadata);
  const dimension = changed.length === 0 ? rest : { ...rest, metadata: changed };
  setAt(list, place.index, Object.keys(dimension).length === 0 ? undefined : dimension);
}

export const isMetadataId = (draft: Draft, id: number) => indexOfDraft(draft).byId.has(id);

export function addMetadata(draft: Draft, place: Place, metadata: Metadata): void {
  checkBudget(draft, place, metadata);
  note(indexOfDraft(draft), { metadata, place }, 1);
  changeHolder(draft, place, (list) => [...list, metadata]);
}

export function removeMetadata(draft: Draft, located: Located): void {
  note(indexOfDraft(draft), located, -1);
  changeHolder(draft, located.place, (list) => list.filter((old) => old.id !== located.metadata.id));
}

/** The same entry with other words, where it is. */
export function replaceMetadata(draft: Draft, old: Located, metadata: Metadata): void {
  note(indexOfDraft(draft), old, -1);
  checkBudget(draft, old.place, metadata);
  note(indexOfDraft(draft), { metadata, place: old.place }, 1);
  changeHolder(draft, old.place, (list) => list.map((one) => (one.id === metadata.id ? metadata : one)));
}
