import type { DataFilter } from "../data-filter.ts";
import { areaOf, matchMetadata, readPlace, selectAreas } from "../data-filter.ts";
import type { Draft } from "../draft.ts";
import { GoogleError, invalid } from "../errors.ts";
import { assignMask } from "../field-mask.ts";
import { intersects } from "../merges.ts";
import type { Located } from "../metadata.ts";
import {
  addMetadata,
  findById,
  isMetadataId,
  listMetadata,
  removeMetadata,
  replaceMetadata,
  showMetadata,
} from "../metadata.ts";
import type { Metadata, SpreadsheetState } from "../state.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";
import { freshId } from "./request.ts";

/** createDeveloperMetadata, updateDeveloperMetadata, deleteDeveloperMetadata. */

function readVisibility(visibility: unknown): string {
  if (visibility !== "DOCUMENT" && visibility !== "PROJECT")
    throw invalid("developerMetadata.visibility must be specified.");
  return visibility;
}

function readId(draft: Draft, asked: number | undefined): number {
  if (asked === undefined || asked === 0) return freshId(draft, (id) => isMetadataId(draft, id));
  if (asked < 0) throw invalid(`developerMetadata.metadataId[${asked}] must be positive.`);
  if (isMetadataId(draft, asked)) {
    const message = `Developer metadata with ID: ${asked} already exists.`;
    throw new GoogleError(draft.switches.metadataIdInUse, message);
  }
  return asked;
}

export const createDeveloperMetadata: Handler = (draft, { developerMetadata }) => {
  if (developerMetadata === undefined) throw invalid("developerMetadata must be specified.");
  const { metadataId, metadataKey, metadataValue, location, visibility } = developerMetadata;
  if (metadataKey === undefined || metadataKey === "")
    throw invalid("developerMetadata.metadataKey must be specified.");
  if (location === undefined) throw invalid("developerMetadata.location must be specified.");
  const place = readPlace(draft, location);
  const metadata: Metadata = {
    id: readId(draft, metadataId),
    key: metadataKey,
    ...(metadataValue === undefined ? {} : { value: metadataValue }),
    visibility: readVisibility(visibility),
  };
  addMetadata(draft, place, metadata);
  return { developerMetadata: showMetadata({ metadata, place }) };
};

/** A filter by range selects the metadata on the rows, columns and sheets that intersect it. */
export function selectMetadata(
  book: Pick<SpreadsheetState, "sheets" | "namedRanges" | "metadata">,
  filter: DataFilter,
): Located[] {
  if (filter.developerMetadataLookup !== undefined) return matchMetadata(book, filter.developerMetadataLookup);
  const areas = selectAreas(book, filter);
  return listMetadata(book).filter(
    ({ place }) =>
      place.type !== "SPREADSHEET" &&
      areaOf(book, place).some((own) =>
        areas.some((area) => area.sheet.id === own.sheet.id && intersects(area.box, own.box)),
      ),
  );
}

function changed(draft: Draft, located: Located, source: Message, fields: unknown): void {
  const mask = readMask("DeveloperMetadata", fields);
  if (mask !== true && (mask.metadataId !== undefined || mask["*"] !== undefined) && source.metadataId !== undefined)
    throw invalid("metadataId cannot be updated.");
  const { metadata } = located;
  const now = assignMask(
    { metadataKey: metadata.key, metadataValue: metadata.value, visibility: metadata.visibility },
    source,
    mask,
  ) as Message | undefined;
  if (now?.metadataKey === undefined) throw invalid("developerMetadata.metadataKey must be specified.");
  const next: Metadata = {
    id: metadata.id,
    key: now.metadataKey,
    ...(now.metadataValue === undefined ? {} : { value: now.metadataValue }),
    visibility: readVisibility(now.visibility),
  };
  const moves =
    source.location !== undefined && (mask === true || mask.location !== undefined || mask["*"] !== undefined);
  if (!moves) {
    replaceMetadata(draft, located, next);
    return;
  }
  removeMetadata(draft, located);
  addMetadata(draft, readPlace(draft, source.location), next);
}

export const updateDeveloperMetadata: Handler = (draft, { dataFilters = [], developerMetadata = {}, fields }) => {
  readMask("DeveloperMetadata", fields);
  if (dataFilters.length === 0) throw invalid("Must specify at least one dataFilter.");
  const found = new Map<number, Located>();
  for (const filter of dataFilters)
    for (const located of selectMetadata(draft, filter)) found.set(located.metadata.id, located);
  if (found.size === 0 && draft.switches.metadataUpdateWithoutMatch === "fail") {
    throw invalid("No developer metadata matched the provided DataFilters.");
  }
  for (const located of found.values()) changed(draft, located, developerMetadata, fields);
  const after = [...found.keys()].map((id) => findById(draft, id)!);
  return after.length === 0 ? {} : { developerMetadata: after.map(showMetadata) };
};

export const deleteDeveloperMetadata: Handler = (draft, { dataFilter }) => {
  if (dataFilter === undefined) throw invalid("dataFilter must be specified.");
  const found = selectMetadata(draft, dataFilter);
  for (const located of found) removeMetadata(draft, located);
  return found.length === 0 ? {} : { deletedDeveloperMetadata: found.map(showMetadata) };
};
