/** The part of the Sheets v4 REST bodies that the page reads and sends. */

export type Color = { readonly red?: number; readonly green?: number; readonly blue?: number };

export type ExtendedValue = {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type?: string; readonly message?: string };
};

export type CellFormat = {
  readonly backgroundColor?: Color;
  readonly horizontalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  readonly textFormat?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strikethrough?: boolean;
    readonly foregroundColor?: Color;
  };
};

export type CellData = {
  readonly formattedValue?: string;
  readonly userEnteredValue?: ExtendedValue;
  readonly effectiveValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
};

export type GridRange = {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
};

export type DimensionProperties = {
  readonly hiddenByUser?: boolean;
  readonly hiddenByFilter?: boolean;
  readonly pixelSize?: number;
};

export type RowData = { readonly values?: readonly CellData[] };

/** A table as it is read, and sent again when it comes back; the page looks only at its place. */
export type TableBody = { readonly tableId: string; readonly range: GridRange };

export type SheetBody = {
  readonly properties: {
    readonly sheetId?: number;
    readonly title: string;
    readonly index?: number;
    readonly hidden?: boolean;
    readonly gridProperties?: {
      readonly rowCount?: number;
      readonly columnCount?: number;
      readonly frozenRowCount?: number;
      readonly frozenColumnCount?: number;
    };
  };
  readonly merges?: readonly GridRange[];
  readonly basicFilter?: {
    readonly range?: GridRange;
    readonly filterSpecs?: readonly {
      readonly columnIndex?: number;
      readonly filterCriteria?: { readonly hiddenValues?: readonly string[] };
    }[];
  };
  readonly tables?: readonly TableBody[];
  readonly data?: readonly {
    readonly startRow?: number;
    readonly startColumn?: number;
    readonly rowData?: readonly RowData[];
    readonly rowMetadata?: readonly DimensionProperties[];
    readonly columnMetadata?: readonly DimensionProperties[];
  }[];
};

export type SpreadsheetBody = {
  readonly spreadsheetId: string;
  readonly properties?: { readonly title?: string; readonly locale?: string };
  readonly sheets?: readonly SheetBody[];
};

/** One member of a batchUpdate, such as `{ sortRange: … }`. */
export type SheetsRequest = Readonly<Record<string, unknown>>;

export type BatchReply = {
  readonly replies?: readonly Readonly<Record<string, { properties?: { sheetId?: number } }>>[];
};
