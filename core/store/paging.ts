import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Page, PageRequest } from "./store.ts";
import type { Query, Row, TableClient } from "./table-client.ts";

/** One stretch of one partition that a page may be taken from. */
export interface Stretch {
  readonly query: Omit<Query, "limit" | "after">;
  /** The text of a row that a cursor holds: its sort key in this stretch. */
  textOf(row: Row): string;
  /** Whether a cursor's text is a position of this stretch. */
  holds(text: string): boolean;
  /** All key attributes of the position. */
  keyOf(text: string): Readonly<Record<string, string>>;
}

/**
 * A page from stretches one after the other. One row more than asked for is read, so that `next` is null exactly at the
 * end. Errors: AppError `cursor.malformed`.
 */
export async function readPage<T>(
  table: TableClient,
  stretches: readonly Stretch[],
  { first, after }: PageRequest,
  decode: (row: Row) => T,
): Promise<Page<T>> {
  if (!Number.isInteger(first) || first < 1) throw new Error(`a page holds at least one row, not ${first}`);
  const position =
    after === undefined ? null : decodeCursor(after, (text) => stretches.some((stretch) => stretch.holds(text)));
  const start = position === null ? 0 : stretches.findIndex((stretch) => stretch.holds(position));
  const found: { readonly row: Row; readonly stretch: Stretch }[] = [];
  for (const stretch of stretches.slice(start)) {
    let from: Readonly<Record<string, string>> | null =
      position !== null && stretch === stretches[start] ? stretch.keyOf(position) : null;
    do {
      const limit = first + 1 - found.length;
      const answer = await table.query({ ...stretch.query, limit, ...(from === null ? {} : { after: from }) });
      for (const row of answer.rows) found.push({ row, stretch });
      from = answer.last;
    } while (from !== null && found.length <= first);
    if (found.length > first) break;
  }
  const last = found[first - 1];
  return {
    rows: found.slice(0, first).map(({ row }) => decode(row)),
    next: found.length > first && last !== undefined ? encodeCursor(last.stretch.textOf(last.row)) : null,
  };
}

/** Every row of a query, however many answers it takes. */
export async function readAll(table: TableClient, query: Query): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: Readonly<Record<string, string>> | null = null;
  do {
    const answer = await table.query(after === null ? query : { ...query, after });
    rows.push(...answer.rows);
    after = answer.last;
  } while (after !== null);
  return rows;
}
