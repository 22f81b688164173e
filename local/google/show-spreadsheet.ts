import type { Box } from "./a1.ts";
import { evaluatorOf } from "./evaluate.ts";
import type { Mask } from "./field-mask.ts";
import { applyMask, sub, wants } from "./field-mask.ts";
import { showFilter } from "./filter.ts";
import { listGroups, showGroup } from "./groups.ts";
import { intersects } from "./merges.ts";
import { showMetadata } from "./metadata.ts";
import type { Evaluator } from "./operand.ts";
import { showNamedRange } from "./requests/named.ts";
import { showProtectedRange } from "./requests/protect.ts";
import { showTable } from "./requests/tables.ts";
import { gridRangeOf, showGridRange } from "./resolve.ts";
import type { Axis } from "./shift-range.ts";
import { showGridData } from "./show-grid.ts";
import { showSheetProperties } from "./show-sheet.ts";
import type { Metadata, SheetState, SpreadsheetState } from "./state.ts";
import { tablesOf } from "./tables.ts";
import { defaultFormat, spreadsheetTheme } from "./theme.ts";

/** The Spreadsheet resource. Only what the mask names is built. */

export interface Area {
  readonly sheet: SheetState;
  readonly box: Box;
}

export interface ShowOptions {
  /** E-mail of who asks, and of the owner, who is always listed as an editor of protected ranges. */
  readonly user: string;
  readonly owner: string;
  readonly now: number;
  readonly includeGridData: boolean;
  readonly mask?: Mask | undefined;
  /** undefined: the whole spreadsheet. */
  readonly areas?: readonly Area[] | undefined;
}

function showEditors(range: SheetState["protectedRanges"][number], owner: string): object {
  const users = [...new Set([owner, ...(range.editors.users ?? [])])];
  return { users, ...(range.editors.groups === undefined ? {} : { groups: range.editors.groups }) };
}

const list = (key: string, values: readonly unknown[]) => (values.length === 0 ? {} : { [key]: values });

function showSheet(
  sheet: SheetState,
  index: number,
  boxes: readonly Box[],
  options: ShowOptions,
  evaluator: Evaluator,
  locale: string,
): object {
  const mask = sub(options.mask, "sheets");
  const take = (field: string) => mask === undefined || mask === true || wants(mask, field);
  const withData = mask === undefined || mask === true ? options.includeGridData : wants(mask, "data");
  const bounded = options.areas !== undefined;
  const shown = <T>(entries: readonly T[], box: (entry: T) => Box) =>
    bounded ? entries.filter((entry) => boxes.some((asked) => intersects(asked, box(entry)))) : entries;
  const metadata = (entries: readonly Metadata[]) =>
    entries.map((entry) => showMetadata({ metadata: entry, place: { type: "SHEET", sheetId: sheet.id } }));
  const groups = (axis: Axis) =>
    listGroups(axis === "ROWS" ? sheet.rowDimensions : sheet.columnDimensions).map((group) =>
      showGroup(group, axis, sheet.id),
    );
  const data = withData
    ? { data: boxes.map((box) => showGridData(sheet, box, sub(mask, "data") ?? true, evaluator, locale)) }
    : {};
  const rest = {
    ...(take("properties") ? { properties: showSheetProperties(sheet, index) } : {}),
    ...(take("merges")
      ? list(
          "merges",
          shown(sheet.merges, (box) => box).map((box) => showGridRange(gridRangeOf(sheet.id, box))),
        )
      : {}),
    ...(take("protectedRanges")
      ? list(
          "protectedRanges",
          sheet.protectedRanges.map((range) => {
            const editors = range.editors.users ?? [];
            const canEdit =
              range.warningOnly === true || options.user === options.owner || editors.includes(options.user);
            return showProtectedRange(range, canEdit, showEditors(range, options.owner));
          }),
        )
      : {}),
    ...(take("basicFilter") && sheet.basicFilter !== undefined ? { basicFilter: showFilter(sheet.basicFilter) } : {}),
    ...(take("developerMetadata") ? list("developerMetadata", metadata(sheet.metadata)) : {}),
    ...(take("rowGroups") ? list("rowGroups", groups("ROWS")) : {}),
    ...(take("columnGroups") ? list("columnGroups", groups("COLUMNS")) : {}),
    ...(take("tables")
      ? list(
          "tables",
          shown(tablesOf(sheet), ({ box }) => box).map((table) => showTable(sheet.id, table)),
        )
      : {}),
  };
  // Grid data is built to the mask already, and may be large.
  const { properties, ...others } = (mask === undefined ? rest : applyMask(rest, mask)) as { properties?: object };
  return { ...(properties === undefined ? {} : { properties }), ...data, ...others };
}

export function showSpreadsheet(state: SpreadsheetState, options: ShowOptions): unknown {
  const { mask } = options;
  const evaluator = evaluatorOf(state, options.now);
  const take = (field: string) => mask === undefined || mask === true || wants(mask, field);
  const sheets: object[] = [];
  if (take("sheets")) {
    state.sheets.forEach((sheet, index) => {
      const boxes =
        options.areas === undefined
          ? [{ startRow: 0, startColumn: 0, endRow: sheet.rowCount, endColumn: sheet.columnCount }]
          : options.areas.filter((area) => area.sheet.id === sheet.id).map((area) => area.box);
      if (boxes.length > 0) sheets.push(showSheet(sheet, index, boxes, options, evaluator, state.properties.locale));
    });
  }
  const full = {
    spreadsheetId: state.id,
    properties: { ...state.properties, defaultFormat, spreadsheetTheme },
    ...list("namedRanges", state.namedRanges.map(showNamedRange)),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${state.id}/edit`,
    ...list(
      "developerMetadata",
      state.metadata.map((metadata) => showMetadata({ metadata, place: { type: "SPREADSHEET" } })),
    ),
  };
  const { spreadsheetId, properties, ...others } = (mask === undefined ? full : applyMask(full, mask)) as Partial<
    typeof full
  >;
  return {
    ...(spreadsheetId === undefined ? {} : { spreadsheetId }),
    ...(properties === undefined ? {} : { properties }),
    ...list("sheets", sheets),
    ...others,
  };
}
