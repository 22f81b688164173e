import type { sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import { anchorKey } from "./google-encode.ts";
import type {
  Box,
  Protection,
  RawCell,
  RawRow,
  RowWrite,
  RowWritten,
  Scalar,
  SpreadsheetRead,
  TabRead,
  TypedTable,
} from "./sheet.ts";

/** Pure: Google's answers in the words of sheet.ts. */

export const readFields = [
  "properties(title,locale,timeZone)",
  "sheets(properties(sheetId,title,sheetType,hidden,gridProperties(rowCount,columnCount)),merges," +
    "protectedRanges(range,unprotectedRanges,warningOnly,requestingUserCanEdit)," +
    "tables(range,rowsProperties(footerColorStyle),columnProperties(columnIndex,columnType))," +
    "data(rowMetadata(hiddenByUser,hiddenByFilter,developerMetadata(metadataId,metadataKey))," +
    "rowData(values(userEnteredValue,effectiveValue,effectiveFormat(numberFormat(type)),chipRuns,note))))",
].join(",");

export const writtenFields = "responses(updatedData(values),dataFilter)";

export function decodeSpreadsheet(spreadsheetId: string, data: sheets_v4.Schema$Spreadsheet): SpreadsheetRead {
  return {
    spreadsheetId,
    title: data.properties?.title ?? "",
    locale: data.properties?.locale ?? "en_US",
    timeZone: data.properties?.timeZone ?? "Etc/GMT",
    tabs: (data.sheets ?? []).filter((tab) => (tab.properties?.sheetType ?? "GRID") === "GRID").map(decodeTab),
  };
}

function decodeTab(tab: sheets_v4.Schema$Sheet): TabRead {
  const data = tab.data?.[0];
  const metadata = data?.rowMetadata ?? [];
  const rowData = data?.rowData ?? [];
  const rows: RawRow[] = [];
  for (let i = 0; i < Math.max(rowData.length, lastAnchored(metadata) + 1); i++) {
    const about = metadata[i];
    const anchors: number[] = [];
    for (const entry of about?.developerMetadata ?? [])
      if (entry.metadataKey === anchorKey && entry.metadataId != null) anchors.push(entry.metadataId);
    rows.push({
      cells: (rowData[i]?.values ?? []).map(decodeCell),
      anchors,
      hidden: (about?.hiddenByUser ?? false) || (about?.hiddenByFilter ?? false),
    });
  }
  return {
    tabId: tab.properties?.sheetId ?? 0,
    title: tab.properties?.title ?? "",
    hidden: tab.properties?.hidden ?? false,
    rowCount: tab.properties?.gridProperties?.rowCount ?? 0,
    columnCount: tab.properties?.gridProperties?.columnCount ?? 0,
    merges: (tab.merges ?? []).map(boxOf),
    ...withProtections(tab.protectedRanges ?? []),
    ...(tab.tables === undefined ? {} : { typedTables: tab.tables.map(decodeTable) }),
    rows,
  };
}

const boxOf = (range: sheets_v4.Schema$GridRange): Box => ({
  startRow: range.startRowIndex ?? 0,
  endRow: range.endRowIndex ?? 0,
  startColumn: range.startColumnIndex ?? 0,
  endColumn: range.endColumnIndex ?? 0,
});

/** A warning stops no program. Ends that Google leaves out are open. */
function withProtections(ranges: readonly sheets_v4.Schema$ProtectedRange[]): Pick<TabRead, "protections"> {
  const openBoxOf = (range: sheets_v4.Schema$GridRange): Box => ({
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? Number.POSITIVE_INFINITY,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? Number.POSITIVE_INFINITY,
  });
  const protections = ranges
    .filter(({ warningOnly, requestingUserCanEdit }) => warningOnly !== true && requestingUserCanEdit !== true)
    .map(
      ({ range = {}, unprotectedRanges }): Protection => ({
        box: openBoxOf(range),
        free: (unprotectedRanges ?? []).map(openBoxOf),
      }),
    );
  return protections.length === 0 ? {} : { protections };
}

function decodeTable({ range = {}, rowsProperties, columnProperties = [] }: sheets_v4.Schema$Table): TypedTable {
  const box = boxOf(range);
  const typed = columnProperties.flatMap(({ columnIndex, columnType }): [number, string][] =>
    columnType == null || columnType === "COLUMN_TYPE_UNSPECIFIED"
      ? []
      : [[box.startColumn + (columnIndex ?? 0), columnType]],
  );
  return { box, footer: rowsProperties?.footerColorStyle != null, types: new Map(typed) };
}

function lastAnchored(metadata: readonly sheets_v4.Schema$DimensionProperties[]): number {
  for (let i = metadata.length - 1; i >= 0; i--) if ((metadata[i]?.developerMetadata ?? []).length > 0) return i;
  return -1;
}

const blank: RawCell = { value: null };

function decodeCell(cell: sheets_v4.Schema$CellData): RawCell {
  const shown = scalarOf(cell.effectiveValue);
  const formula = cell.userEnteredValue?.formulaValue;
  const format = typeof shown === "number" ? cell.effectiveFormat?.numberFormat?.type : undefined;
  const chips = (cell.chipRuns ?? []).filter(({ chip }) => chip != null && Object.keys(chip).length > 0);
  if (chips.length > 0)
    return { value: chipText(shown, chips), chip: true, ...(cell.note != null ? { note: cell.note } : {}) };
  if (formula == null && format == null && cell.note == null) return shown === null ? blank : { value: shown };
  return {
    value: shown,
    ...(formula != null ? { formula } : {}),
    ...(format != null ? { format } : {}),
    ...(cell.note != null ? { note: cell.note } : {}),
  };
}

/** Each chip is an "@" in what was entered; whether it is one in what is shown is nowhere said. */
function chipText(shown: Scalar | null, runs: readonly sheets_v4.Schema$ChipRun[]): Scalar | null {
  if (typeof shown !== "string") return shown;
  const names = new Map(
    runs.map(({ startIndex, chip }) => [
      startIndex ?? 0,
      chip?.personProperties?.email ?? chip?.richLinkProperties?.uri,
    ]),
  );
  return shown.replace(/@/g, (mark, at: number) => names.get(at) ?? mark);
}

function scalarOf(value: sheets_v4.Schema$ExtendedValue | undefined | null): Scalar | null {
  if (value == null) return null;
  if (value.errorValue != null) return `#${value.errorValue.type ?? "ERROR"}`;
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}

export function writtenOf(
  row: RowWrite,
  responses: readonly sheets_v4.Schema$UpdateValuesByDataFilterResponse[],
): RowWritten {
  const response = responses.find(
    (candidate) => candidate.dataFilter?.developerMetadataLookup?.metadataId === row.anchor,
  );
  const values = response?.updatedData?.values?.[0];
  if (response === undefined || values === undefined) return { anchor: row.anchor, row: null };
  return { anchor: row.anchor, row: values.map((value: unknown) => (value === "" ? null : (value as Scalar | null))) };
}
