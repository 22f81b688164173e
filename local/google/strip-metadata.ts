import type { Dimension, Dimensions, SpreadsheetState } from "./state.ts";

/** The same spreadsheet with no developer metadata anywhere. */

function strip(dimensions: Dimensions): Dimensions {
  const stripped = dimensions.map((dimension): Dimension | undefined => {
    if (dimension?.metadata === undefined) return dimension;
    const { metadata: _, ...rest } = dimension;
    return Object.keys(rest).length === 0 ? undefined : rest;
  });
  while (stripped.length > 0 && stripped.at(-1) === undefined) stripped.pop();
  return stripped;
}

export function withoutMetadata(state: SpreadsheetState): SpreadsheetState {
  return {
    ...state,
    metadata: [],
    sheets: state.sheets.map((sheet) => ({
      ...sheet,
      metadata: [],
      rowDimensions: strip(sheet.rowDimensions),
      columnDimensions: strip(sheet.columnDimensions),
    })),
  };
}
