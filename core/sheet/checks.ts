import type { Kind } from "../ledger/kind.ts";
import type { MeasureText } from "../ledger/measure.ts";
import { type Approx, approxCell } from "../ledger/number.ts";
import { cellName } from "./a1.ts";
import { readCount, readTotal, type TotalWord } from "./line.ts";
import type { ReadColumn } from "./reader.ts";
import type { RowFound, TableProblem } from "./table.ts";

/** 合计 rows and `（5个）` are no data: they are compared with what was read, and a difference is told. */
export interface Checks {
  entry(row: RowFound): void;
  section(row: number, column: number, level: number, declared: number | null, text: string): void;
  total(row: number, word: TotalWord, texts: Texts): void;
  finish(): readonly TableProblem[];
}

type Texts = readonly { readonly column: number; readonly text: string }[];

interface OpenSection {
  readonly cell: string;
  readonly level: number;
  readonly declared: number | null;
  readonly text: string;
  readonly from: number;
}

interface Total {
  readonly row: number;
  readonly texts: Texts;
  /** What it may speak for; a 合计 speaks for the entries above it, or for all, as one above the entries does. */
  readonly spans: readonly { readonly from: number; readonly to: number | null }[];
}

export function makeChecks(kind: Kind, columns: readonly ReadColumn[], sequenceColumn: number | null): Checks {
  const rows: RowFound[] = [];
  const problems: TableProblem[] = [];
  const totals: Total[] = [];
  let open: OpenSection[] = [];
  let subtotalFrom = 0;
  let totalFrom = 0;
  const close = (level: number) => {
    for (const section of open.filter((candidate) => candidate.level >= level)) {
      const found = rows.length - section.from;
      if (section.declared !== null && section.declared !== found) {
        problems.push({
          cell: section.cell,
          message: `分类行写的是 ${section.declared} 项，表中实有 ${found} 项`,
          text: section.text,
        });
      }
    }
    open = open.filter((candidate) => candidate.level < level);
  };
  return {
    entry: (row) => rows.push(row),
    section: (row, column, level, declared, text) => {
      close(level);
      open.push({ cell: cellName(row, column), level, declared, text, from: rows.length });
      subtotalFrom = rows.length;
    },
    total: (row, word, texts) => {
      if (word === "SUBTOTAL") {
        totals.push({ row, texts, spans: [{ from: subtotalFrom, to: rows.length }] });
        subtotalFrom = rows.length;
        return;
      }
      const above = { from: totalFrom, to: rows.length };
      const whole = { from: 0, to: null };
      totals.push({ row, texts, spans: rows.length === totalFrom ? [whole] : [above, whole] });
      totalFrom = rows.length;
    },
    finish: () => {
      close(0);
      for (const total of totals) problems.push(...checkTotal(kind, columns, sequenceColumn, rows, total));
      return problems;
    },
  };
}

function checkTotal(
  kind: Kind,
  columns: readonly ReadColumn[],
  sequenceColumn: number | null,
  all: readonly RowFound[],
  total: Total,
): readonly TableProblem[] {
  return total.texts.flatMap(({ column, text }): TableProblem[] => {
    const bound = columns.find(({ found }) => found.column === column);
    // Only the number beside or below the running numbers counts rows: what a clerk's own column adds up is their affair.
    const countsRows =
      bound === undefined ? column === sequenceColumn || readTotal(text) !== null : bound.found.field === kind.keyField;
    const checks = total.spans.map(({ from, to }) => {
      const rows = all.slice(from, to ?? all.length);
      return countsRows
        ? { what: "行数", declared: readCount(text), count: rows.length }
        : bound && addUp(bound, rows, text);
    });
    const [check] = checks;
    if (check === undefined || check.declared === null) return [];
    if (checks.some((each) => each?.count === check.declared)) return [];
    return [
      {
        cell: cellName(total.row, column),
        message: `合计写的是 ${check.declared}，表中${check.what}实为 ${check.count}`,
        text,
      },
    ];
  });
}

interface Check {
  readonly what: string;
  readonly declared: number | null;
  readonly count: number;
}

/** Measures are counted and numbers added; nobody can know what a number under any other column is a total of. */
function addUp({ found, column }: ReadColumn, rows: readonly RowFound[], text: string): Check | undefined {
  const values = () => rows.map((row) => column.type.parse(row.cells.get(found.field)?.text ?? "", context).value);
  if (column.type.name === "measures") {
    const count = values().reduce<number>((sum, value) => sum + ((value as readonly MeasureText[]) ?? []).length, 0);
    return { what: "措施数", declared: readCount(text), count };
  }
  if (column.type.name === "approx") {
    const count = values().reduce<number>((sum, value) => sum + ((value as Approx | null)?.value ?? 0), 0);
    const declared = approxCell.parse(text, context).value?.value ?? null;
    return { what: "数字之和", declared, count: Number(count.toPrecision(12)) };
  }
  return undefined;
}

/** Numbers and measures read the same in every year. */
const context = { referenceDate: "2000-01-01" };
