import { AppError } from "../errors.ts";

/**
 * Where a page ended, as a text for the next request. It holds the sort key of the last row only: partition and index
 * follow from the query, so a cursor can never lead out of the query it is used with.
 */
export function encodeCursor(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}

/** Errors: AppError `cursor.malformed`. */
export function decodeCursor(cursor: string, belongs: (text: string) => boolean): string {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  if (encodeCursor(text) !== cursor || !belongs(text)) {
    throw new AppError("cursor.malformed", "not a cursor of this query");
  }
  return text;
}
