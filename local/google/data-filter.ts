import type { Box } from "./a1.ts";
import { invalid } from "./errors.ts";
import type { Located, Place } from "./metadata.ts";
import { findById, listMetadata } from "./metadata.ts";
import { readGridRange, resolveRange } from "./resolve.ts";
import type { Metadata, NamedRange, SheetState } from "./state.ts";

/** "Filter that describes what data should be selected": an A1 range, a grid range, or a metadata lookup. */

export interface DataFilter {
  readonly a1Range?: string;
  readonly gridRange?: { readonly sheetId?: number };
  readonly developerMetadataLookup?: Lookup;
}

interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

export interface Location {
  readonly locationType?: string;
  readonly spreadsheet?: boolean;
  readonly sheetId?: number;
  readonly dimensionRange?: DimensionRange;
}

export interface Lookup {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly locationType?: string;
  readonly locationMatchingStrategy?: string;
  readonly metadataLocation?: Location;
}

interface Book {
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly NamedRange[];
  readonly metadata: readonly Metadata[];
}

/** A location of a request; it must be the spreadsheet, a sheet, or exactly one row or column. */
export function readPlace(book: Book, location: Location): Place {
  if (location.dimensionRange !== undefined) {
    const { sheetId = 0, dimension, startIndex, endIndex } = location.dimensionRange;
    if (dimension !== "ROWS" && dimension !== "COLUMNS") throw invalid("dimensionRange.dimension must be specified.");
    const sheet = book.sheets.find((candidate) => candidate.id === sheetId);
    if (sheet === undefined) throw invalid(`No grid with id: ${sheetId}`);
    if (startIndex === undefined || endIndex === undefined || endIndex - startIndex !== 1) {
      throw invalid(
        "Developer metadata can only be associated with a single row or column: dimensionRange must have length 1.",
      );
    }
    const size = dimension === "ROWS" ? sheet.rowCount : sheet.columnCount;
    if (startIndex < 0 || startIndex >= size)
      throw invalid(`dimensionRange.startIndex[${startIndex}] is outside of the grid.`);
    return { type: dimension === "ROWS" ? "ROW" : "COLUMN", sheetId, index: startIndex };
  }
  if (location.sheetId !== undefined) {
    if (!book.sheets.some((sheet) => sheet.id === location.sheetId))
      throw invalid(`No grid with id: ${location.sheetId}`);
    return { type: "SHEET", sheetId: location.sheetId };
  }
  if (location.spreadsheet === true) return { type: "SPREADSHEET" };
  throw invalid("developerMetadata.location must be specified.");
}

function covers(location: Location, place: Place, strategy: string | undefined): boolean {
  const exact = strategy === "EXACT_LOCATION";
  if (location.dimensionRange !== undefined) {
    const { sheetId = 0, dimension, startIndex = 0, endIndex = Number.POSITIVE_INFINITY } = location.dimensionRange;
    if (exact) {
      return (
        (place.type === "ROW" || place.type === "COLUMN") &&
        place.sheetId === sheetId &&
        `${place.type}S` === dimension &&
        place.index === startIndex &&
        endIndex === startIndex + 1
      );
    }
    if (place.type === "SPREADSHEET") return false;
    if (place.sheetId !== sheetId) return false;
    if (place.type === "SHEET") return true;
    return `${place.type}S` !== dimension || (place.index >= startIndex && place.index < endIndex);
  }
  if (location.sheetId !== undefined) {
    if (place.type === "SPREADSHEET") return false;
    return place.sheetId === location.sheetId && (!exact || place.type === "SHEET");
  }
  return place.type === "SPREADSHEET";
}

/** "Selects DeveloperMetadata that matches all of the specified fields." */
export function matchMetadata(book: Book, lookup: Lookup): Located[] {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  if (lookup.locationMatchingStrategy !== undefined && metadataLocation === undefined) {
    throw invalid("locationMatchingStrategy can only be specified when metadataLocation is specified.");
  }
  if (lookup.locationMatchingStrategy === "EXACT_LOCATION" && locationType !== undefined) {
    throw invalid("locationType cannot be specified when locationMatchingStrategy is EXACT_LOCATION.");
  }
  const one = metadataId === undefined ? undefined : findById(book, metadataId);
  const candidates = metadataId === undefined ? listMetadata(book) : one === undefined ? [] : [one];
  return candidates.filter(
    ({ metadata, place }) =>
      (metadataKey === undefined || metadata.key === metadataKey) &&
      (metadataValue === undefined || metadata.value === metadataValue) &&
      (visibility === undefined || metadata.visibility === visibility) &&
      (locationType === undefined || place.type === locationType) &&
      (metadataLocation === undefined || covers(metadataLocation, place, lookup.locationMatchingStrategy)),
  );
}

export interface Area {
  readonly sheet: SheetState;
  readonly box: Box;
}

const whole = (sheet: SheetState): Area => ({
  sheet,
  box: { startRow: 0, startColumn: 0, endRow: sheet.rowCount, endColumn: sheet.columnCount },
});

export function areaOf(book: Book, place: Place): Area[] {
  if (place.type === "SPREADSHEET") return book.sheets.map(whole);
  const sheet = book.sheets.find((candidate) => candidate.id === place.sheetId)!;
  const { box } = whole(sheet);
  if (place.type === "SHEET") return [{ sheet, box }];
  if (place.type === "ROW") return [{ sheet, box: { ...box, startRow: place.index, endRow: place.index + 1 } }];
  return [{ sheet, box: { ...box, startColumn: place.index, endColumn: place.index + 1 } }];
}

/** Every range that the filter selects; none when a lookup matches nothing. */
export function selectAreas(book: Book, filter: DataFilter): Area[] {
  if (filter.a1Range !== undefined) return [resolveRange(book, filter.a1Range)];
  if (filter.gridRange !== undefined) return [readGridRange(book, filter.gridRange)];
  if (filter.developerMetadataLookup !== undefined) {
    return matchMetadata(book, filter.developerMetadataLookup).flatMap(({ place }) => areaOf(book, place));
  }
  throw invalid("Must specify one of: a1Range, gridRange, developerMetadataLookup.");
}
