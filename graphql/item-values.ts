import type { Column, Reading } from "../core/ledger/column.ts";
import type { Item } from "../core/ledger/item.ts";
import { columnOf, type KindName } from "../core/ledger/kind.ts";
import { kindOf } from "../core/ledger/kinds.ts";
import { mayOperate, type Viewer } from "../core/ledger/scope.ts";
import type { GraphqlContext } from "./context.ts";

/** Values are read from the clerk's texts when a field is asked for, and only then. */

const columnsByKind = new Map<KindName, ReadonlyMap<string, Column>>();

export function columnsOf(kind: KindName): ReadonlyMap<string, Column> {
  let columns = columnsByKind.get(kind);
  if (columns === undefined) {
    columns = new Map(kindOf(kind).columns.map((column) => [column.field, column]));
    columnsByKind.set(kind, columns);
  }
  return columns;
}

export function readingOf<V>(item: Item, field: string): Reading<V> {
  const text = item.texts[field];
  if (text === undefined) return { value: null };
  const column = columnsOf(item.kind).get(field);
  if (column === undefined) return { value: null };
  return column.type.parse(text, { referenceDate: item.referenceDate }) as Reading<V>;
}

export function cellValue<V>(item: Item, field: string): V | null {
  return readingOf<V>(item, field).value;
}

/** Names stay hidden from roles that do not need them. All of this kind of text is hidden, not only the family name. */
export const mask = "＊＊＊";

function seesPersonal(viewer: Viewer): boolean {
  // Whoever sees an item stands at its unit or above it; the role alone decides about names.
  return mayOperate(viewer.role, "OWN", "READ_PERSONAL") === "ALLOWED";
}

export function isMasked({ viewer }: GraphqlContext, kind: KindName, field: string): boolean {
  return columnsOf(kind).get(field)?.personal === true && !seesPersonal(viewer);
}

/** The trimmed text, masked where the viewer's role asks for it; null when the cell is blank. */
export function textFor(context: GraphqlContext, item: Item, field: string): string | null {
  const text = item.texts[field]?.trim();
  if (text === undefined || text === "") return null;
  return isMasked(context, item.kind, field) ? mask : text;
}

export function headerOf(kind: KindName, field: string): string {
  const column = columnsOf(kind).get(field);
  return column === undefined ? field : column.header;
}

export function cellsFor(context: GraphqlContext, item: Item) {
  return [...columnsOf(item.kind).values()]
    .filter(({ field }) => item.texts[field] !== undefined)
    .map(({ field, header }) => {
      const masked = isMasked(context, item.kind, field);
      return {
        field,
        header,
        text: masked ? mask : (item.texts[field] ?? ""),
        // A sentence about a text quotes it.
        problem: masked ? null : (readingOf(item, field).problem ?? null),
      };
    });
}

/** The canonical text of a value, for writing. Throws for a field the kind does not have. */
export function renderText(kind: KindName, field: string, value: unknown): string {
  return columnOf(kindOf(kind), field).type.render(value);
}
