import type { Box } from "../a1.ts";
import type { Draft } from "../draft.ts";
import { eachCell, editSheet, setCell, withParts } from "../draft.ts";
import { invalid } from "../errors.ts";
import { makeEvaluator } from "../evaluate.ts";
import type { Evaluator } from "../operand.ts";
import { checkProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import { showValue } from "../show.ts";
import type { Cell, SheetState } from "../state.ts";
import { setEntered } from "../write-values.ts";
import type { Handler, Message } from "./request.ts";

/** findReplace: "Finds and replaces data in cells over a range, sheet, or all sheets." */

function readPattern(request: Message): RegExp {
  const { find, matchCase = false, matchEntireCell = false, searchByRegex = false } = request;
  if (typeof find !== "string" || find === "") throw invalid("find must be specified.");
  const source = searchByRegex ? find : find.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  try {
    return new RegExp(matchEntireCell ? `^(?:${source})$` : source, `gu${matchCase ? "" : "i"}`);
  } catch {
    throw invalid(`Invalid regular expression: ${find.slice(0, 100)}`);
  }
}

function scope(draft: Draft, request: Message): { readonly sheet: SheetState; readonly box: Box }[] {
  const whole = (sheet: SheetState) => ({
    sheet,
    box: { startRow: 0, startColumn: 0, endRow: sheet.rowCount, endColumn: sheet.columnCount },
  });
  if (request.allSheets === true) return draft.sheets.map(whole);
  if (request.range !== undefined) return [readGridRange(draft, request.range)];
  if (request.sheetId === undefined) throw invalid("Must set one of: range, sheetId, allSheets.");
  return [whole(editSheet(draft, request.sheetId))];
}

function textOf(
  draft: Draft,
  sheet: SheetState,
  cell: Cell,
  row: number,
  column: number,
  evaluator: Evaluator,
): string {
  if (cell.formula !== undefined) return cell.formula;
  if (draft.switches.findReplaceMatches === "stored") return cell.value === undefined ? "" : String(cell.value);
  return showValue(evaluator(sheet, row, column), cell, draft.properties.locale);
}

export const findReplace: Handler = (draft, request) => {
  const pattern = readPattern(request);
  const replacement = String(request.replacement ?? "");
  const { searchByRegex = false, includeFormulas = false } = request;
  const evaluator = makeEvaluator({ sheets: draft.sheets, namedRanges: draft.namedRanges }, draft.now);
  const changed = { values: 0, formulas: 0, rows: new Set<string>(), sheets: new Set<number>(), occurrences: 0 };
  for (const { sheet: found, box } of scope(draft, request)) {
    const hits: { row: number; column: number; cell: Cell; text: string; occurrences: number }[] = [];
    eachCell(found, box, (cell, row, column) => {
      if (cell.formula !== undefined && !includeFormulas) return;
      if (!draft.switches.findReplaceInHiddenRows && found.rowDimensions[row]?.hidden === true) return;
      const text = textOf(draft, found, cell, row, column, evaluator);
      const occurrences = [...text.matchAll(pattern)].length;
      if (occurrences === 0) return;
      const next = searchByRegex ? text.replace(pattern, replacement) : text.replace(pattern, () => replacement);
      if (next === text && !draft.switches.findReplaceCountsIdentical) return;
      hits.push({ row, column, cell, text: next, occurrences });
    });
    if (hits.length === 0) continue;
    const sheet = editSheet(draft, found.id);
    for (const { row, column, cell, text, occurrences } of hits) {
      checkProtection(draft, sheet, row, column);
      if (cell.formula !== undefined) setCell(draft, sheet, row, column, withParts(cell, { formula: text }));
      else
        setEntered(
          draft,
          sheet,
          row,
          column,
          text,
          draft.switches.findReplaceParsesReplacement ? "USER_ENTERED" : "RAW",
        );
      if (cell.formula === undefined) changed.values++;
      else changed.formulas++;
      changed.rows.add(`${sheet.id}:${row}`);
      changed.sheets.add(sheet.id);
      changed.occurrences += occurrences;
    }
  }
  return counted({
    valuesChanged: changed.values,
    formulasChanged: changed.formulas,
    rowsChanged: changed.rows.size,
    sheetsChanged: changed.sheets.size,
    occurrencesChanged: changed.occurrences,
  });
};

/** Zero is left out of answers. */
const counted = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
