import { hash } from "node:crypto";
import type { SpreadsheetRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";

/** Pure: which rows carry anchors, and numbers for those of this system's own choice. */

export function anchorsIn(read: SpreadsheetRead): ReadonlySet<number> {
  return new Set(read.tabs.flatMap((tab) => tab.rows.flatMap((row) => row.anchors)));
}

/**
 * The anchor that something inserted gets follows from what it is, so that a second request for the same thing fails
 * while the first one's is there. One that is taken although the thing is nowhere belongs to a row that a person filled
 * or emptied, or by chance to something else: then the next one. 31 bits, positive (metadataId is an int32).
 */
export function* anchorsOf(what: string): Generator<number, never> {
  for (let n = 0; ; n++) yield Number.parseInt(hash("sha1", `${what}.${n}`, "hex").slice(0, 8), 16) & 0x7fffffff || 1;
}

export function freshAnchor(what: string, taken: ReadonlySet<number>): number {
  const anchors = anchorsOf(what);
  for (;;) {
    const { value } = anchors.next();
    if (!taken.has(value)) return value;
  }
}

/** The header row that carries the system columns; its anchor proves in every write that no column has shifted. */
export function guardRow(table: TableFound): number {
  return table.headerRow + table.headerDepth - 1;
}
