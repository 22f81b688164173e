import { parseBox, splitRange } from "./a1.ts";
import type { Ast } from "./formula.ts";
import { parseFormula } from "./formula.ts";
import { callFunction } from "./functions.ts";
import type { Book, Effective, Evaluator, Operand } from "./operand.ts";
import { formulaError, isMatrix } from "./operand.ts";
import { sheetByTitle } from "./resolve.ts";
import type { Scalar, SheetState } from "./state.ts";

/** What a cell shows: its literal, or what its formula gives. Evaluated when asked for, remembered per committed value. */

const unparsable = formulaError("#ERROR!", "Formula parse error.");

const notFinite = formulaError("#NUM!", "The result is not a number that a cell can hold.");

const circular = formulaError(
  "#REF!",
  "Circular dependency detected. To resolve with iterative calculation, see File > Settings.",
);

/** Formulas that wait for one another on the stack; a longer chain is taken up from its far end. */
const maxDepth = 50;

/** Thrown on the way down a long chain: this cell is to be evaluated first. */
class TooDeep extends Error {
  readonly cell: Place;
  constructor(cell: Place) {
    super("a chain of formulas is too long for the stack");
    this.cell = cell;
  }
}

interface Place {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
}

export function makeEvaluator(book: Book, now: number): Evaluator {
  const known = new Map<SheetState, Map<number, Effective>>();
  const open = new Set<string>();

  const keyOf = ({ row, column }: Place) => row * 20_000 + column;
  const nameOf = (place: Place) => `${place.sheet.id}:${keyOf(place)}`;

  function knownIn(sheet: SheetState): Map<number, Effective> {
    const old = known.get(sheet);
    if (old !== undefined) return old;
    const values = new Map<number, Effective>();
    known.set(sheet, values);
    return values;
  }

  function compute(place: Place, formula: string): Effective {
    const name = nameOf(place);
    if (open.has(name)) return circular;
    if (open.size >= maxDepth) throw new TooDeep(place);
    open.add(name);
    let result: Operand;
    try {
      const parsed = parseFormula(formula);
      result = parsed === undefined ? unparsable : run(parsed, place.sheet, place.row, place.column);
    } catch (error) {
      // One formula nested so deeply that the stack ends.
      if (!(error instanceof RangeError)) throw error;
      result = unparsable;
    } finally {
      open.delete(name);
    }
    if (isMatrix(result)) result = result[0]?.[0];
    let value = result === undefined ? 0 : (result as Effective);
    if (typeof value === "number" && !Number.isFinite(value)) value = notFinite;
    knownIn(place.sheet).set(keyOf(place), value);
    return value;
  }

  /** From the outside: whatever is too deep is evaluated before, until the cell itself can be. */
  function computeFromFarEnd(place: Place): Effective {
    const waiting = [place];
    const met = new Set([nameOf(place)]);
    let value: Effective;
    while (waiting.length > 0) {
      const next = waiting.at(-1)!;
      try {
        value = compute(next, next.sheet.rows[next.row]![next.column]!.formula!);
        waiting.pop();
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error;
        if (met.has(nameOf(error.cell))) knownIn(error.cell.sheet).set(keyOf(error.cell), circular);
        else waiting.push(error.cell);
        met.add(nameOf(error.cell));
      }
    }
    return value;
  }

  const effective: Evaluator = (sheet, row, column) => {
    const cell = sheet.rows[row]?.[column];
    if (cell?.formula === undefined) return cell?.value;
    const place = { sheet, row, column };
    const values = known.get(sheet);
    const key = keyOf(place);
    if (values?.has(key)) return values.get(key);
    return open.size === 0 ? computeFromFarEnd(place) : compute(place, cell.formula);
  };

  function target(text: string, here: SheetState) {
    const parts = splitRange(text.replaceAll("$", ""));
    if (parts?.rest === undefined) return undefined;
    const sheet = parts.sheet === undefined ? here : sheetByTitle(book.sheets, parts.sheet);
    if (sheet === undefined) return undefined;
    const box = parseBox(parts.rest);
    return box === undefined ? undefined : { sheet, box };
  }

  function readRange(text: string, here: SheetState): Operand {
    const found = target(text, here);
    if (found === undefined) return formulaError("#REF!", "Unresolved sheet name.");
    const { sheet, box } = found;
    const { startRow = 0, startColumn = 0, endRow = sheet.rowCount, endColumn = sheet.columnCount } = box;
    if (endRow - startRow === 1 && endColumn - startColumn === 1) return effective(sheet, startRow, startColumn);
    const rows: Effective[][] = [];
    const lastRow = Math.min(endRow, Math.max(sheet.rows.length, startRow + 1));
    for (let row = startRow; row < lastRow; row++) {
      const values: Effective[] = [];
      const lastColumn = Math.min(endColumn, Math.max(sheet.rows[row]?.length ?? 0, startColumn + 1));
      for (let column = startColumn; column < lastColumn; column++) values.push(effective(sheet, row, column));
      rows.push(values);
    }
    return rows;
  }

  function readName(name: string, here: SheetState): Operand {
    const found = book.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) return formulaError("#NAME?", `Unknown range name: '${name}'.`);
    const sheet = book.sheets.find((candidate) => candidate.id === found.range.sheetId) ?? here;
    const rows: Effective[][] = [];
    const { startRowIndex = 0, startColumnIndex = 0, endRowIndex = 0, endColumnIndex = 0 } = found.range;
    for (let row = startRowIndex; row < Math.min(endRowIndex, sheet.rowCount); row++) {
      const values: Effective[] = [];
      for (let column = startColumnIndex; column < Math.min(endColumnIndex, sheet.columnCount); column++)
        values.push(effective(sheet, row, column));
      rows.push(values);
    }
    return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows;
  }

  function run(node: Ast, sheet: SheetState, row: number, column: number): Operand {
    switch (node.type) {
      case "Literal":
        return node.value as Scalar;
      case "ErrorLiteral":
        return formulaError(String(node.value), "");
      case "ReferenceIdentifier":
        return node.kind === "name" ? readName(node.value, sheet) : readRange(node.value, sheet);
      case "ArrayExpression":
        return node.elements.map((line) => line.map((element) => run(element, sheet, row, column) as Effective));
      case "UnaryExpression":
      case "BinaryExpression":
        return callFunction(`operator ${node.type === "UnaryExpression" ? "u" : ""}${node.operator}`, {
          at: { sheet, row, column },
          now,
          count: node.arguments.length,
          argument: (index) => run(node.arguments[index]!, sheet, row, column),
          reference: () => undefined,
        });
      case "CallExpression":
        return callFunction(node.callee.name.toUpperCase(), {
          at: { sheet, row, column },
          now,
          count: node.arguments.length,
          argument: (index) => {
            const argument = node.arguments[index];
            return argument == null ? undefined : run(argument, sheet, row, column);
          },
          reference: (index) => {
            const argument = node.arguments[index];
            if (argument?.type !== "ReferenceIdentifier") return undefined;
            const found = target(argument.value, sheet);
            return found === undefined
              ? undefined
              : { row: found.box.startRow ?? 0, column: found.box.startColumn ?? 0 };
          },
        });
      default:
        return unparsable;
    }
  }

  return effective;
}

const remembered = new WeakMap<object, { readonly now: number; readonly evaluator: Evaluator }>();

/** How long NOW() and TODAY() of an unchanged spreadsheet keep their value: "recalculated on change" and each minute. */
const clockMs = 60_000;

/** The evaluator of a committed spreadsheet. */
export function evaluatorOf(book: Book, now: number): Evaluator {
  const old = remembered.get(book);
  if (old !== undefined && now - old.now < clockMs && now >= old.now) return old.evaluator;
  const evaluator = makeEvaluator(book, now);
  remembered.set(book, { now, evaluator });
  return evaluator;
}
