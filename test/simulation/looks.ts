import { applyRequests } from "../../local/google/apply-request.ts";
import { commitDraft, openDraft } from "../../local/google/draft.ts";
import type { Dimensions, Row, SheetState, SpreadsheetState } from "../../local/google/state.ts";
import { cautiousSwitches, type Switches } from "../../local/google/switches.ts";

/** How a spreadsheet looks: formats, widths, what is hidden, frozen, filtered, merged; all but values, notes and anchors. */

export type Requests = readonly Readonly<Record<string, unknown>>[];

interface Insertion {
  readonly range: { readonly dimension: string; readonly startIndex: number };
  readonly inheritFromBefore: boolean;
}

/**
 * What of the looks a request of the system changed, as sentences. All that it may do is to insert: a row looks like the
 * one above it, as rows of a ledger do, and a column comes in beside the clerk's last one without taking after it.
 */
export function looksChanged(
  before: SpreadsheetState,
  after: SpreadsheetState,
  requests: Requests,
  switches: Partial<Switches>,
): string[] {
  if (before === after) return [];
  const insertions = requests.flatMap((each) => (each.insertDimension === undefined ? [] : [each.insertDimension]));
  const wrong = (insertions as Insertion[])
    .filter(
      ({ range, inheritFromBefore }) => inheritFromBefore !== (range.dimension === "ROWS" && range.startIndex > 0),
    )
    .map(({ range }) => `${range.dimension} that the system inserted take after the wrong neighbour`);
  const expected = inserted(before, requests, switches);
  if (expected.sheets.map(({ id }) => id).join() !== after.sheets.map(({ id }) => id).join())
    wrong.push("the system added, removed or moved a tab");
  for (const sheet of expected.sheets) {
    const is = after.sheets.find(({ id }) => id === sheet.id);
    if (is === undefined || is === sheet) continue;
    const looks = looksOf(is);
    for (const [aspect, look] of Object.entries(looksOf(sheet))) {
      const now = looks[aspect as keyof typeof looks];
      if (JSON.stringify(now) !== JSON.stringify(look))
        wrong.push(`the system changed ${aspect} of ${sheet.title}: ${differing(look, now)}`);
    }
  }
  return wrong;
}

/** As if the lines had come in and nothing else had happened. */
function inserted(before: SpreadsheetState, requests: Requests, switches: Partial<Switches>): SpreadsheetState {
  const lines = requests.filter((each) => "insertDimension" in each || "appendDimension" in each);
  if (lines.length === 0) return before;
  const draft = openDraft(before, {
    caller: { user: "sync@ledger", isOwner: false },
    switches: { ...cautiousSwitches, ...switches },
    random: () => 0,
    now: 0,
  });
  applyRequests(draft, lines);
  return commitDraft(draft);
}

function looksOf({ title, properties, gridProperties, rowCount, columnCount, ...sheet }: SheetState) {
  return {
    "the name, colour or size": { title, properties, rowCount, columnCount },
    "what is frozen": gridProperties,
    "the filter": sheet.basicFilter ?? null,
    "the merges": sheet.merges,
    "the protection": sheet.protectedRanges,
    "the extent of a Table": (sheet.tables ?? []).map(({ tableId, box }) => ({ tableId, box })),
    "height or hiding of rows": dimensionsOf(sheet.rowDimensions),
    "width or hiding of columns": dimensionsOf(sheet.columnDimensions),
    "the formats": sheet.rows.flatMap(formatsOf),
  };
}

function dimensionsOf(dimensions: Dimensions) {
  return dimensions.flatMap((dimension, at) => {
    const { metadata: _, ...look } = dimension ?? {};
    return Object.keys(look).length === 0 ? [] : [{ at, ...look }];
  });
}

function formatsOf(row: Row | undefined, at: number) {
  return (row ?? []).flatMap((cell, column) =>
    cell?.format === undefined && cell?.validation === undefined
      ? []
      : [{ row: at, column, format: cell.format, validation: cell.validation }],
  );
}

/** What only one of both says. */
function differing(before: unknown, after: unknown): string {
  if (!Array.isArray(before) || !Array.isArray(after)) return `${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
  const [was, is] = [before, after].map((list) => new Set(list.map((each) => JSON.stringify(each))));
  return `${[...(was ?? [])].filter((each) => !is?.has(each))} -> ${[...(is ?? [])].filter((each) => !was?.has(each))}`;
}
