import { AppError } from "../errors.ts";
import { type Journal, journalSchema } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import { ifFenceNotPassed, ifJournalNotPassed } from "./conditions.ts";
import { formats, upToDate } from "./formats.ts";
import { journalPartKeyOf, leaseKeyOf } from "./keys.ts";
import type { Store } from "./store.ts";
import { encodeRow, numberOf, type TableClient, textOf } from "./table-client.ts";

/**
 * The journal of a pass stands on the row of the lease, so that its fence is checked against the lease in the same
 * write. One that is too long for that is cut into rows of their own, in one of two slots taken in turn: the old journal
 * stays whole until the write that names the new slot.
 */

type JournalMethods = Pick<Store, "getJournal" | "putJournal">;

export function makeJournalMethods(table: TableClient): JournalMethods {
  return {
    async getJournal(spreadsheetId) {
      const row = await table.get(leaseKeyOf(spreadsheetId), true);
      if (row === null) return null;
      const slot = textOf(row, "journalSlot");
      const text = slot === "" ? textOf(row, "journal") : await readParts(table, spreadsheetId, slot, row);
      return text === "" ? null : decodeJournal(text, spreadsheetId);
    },

    async putJournal(spreadsheetId, fence, journal) {
      const key = leaseKeyOf(spreadsheetId);
      const condition = ifJournalNotPassed(fence);
      if (journal === null) {
        const cleared = { set: { journalFence: fence }, remove: ["journal", "journalSlot", "journalParts"] };
        return (await table.update(key, cleared, condition)) !== null;
      }
      const text = JSON.stringify({ format: formats.journal.current, ...journalSchema.parse(journal) });
      if (text.length <= limits.journalInlineChars) {
        const inline = { set: { journal: text, journalFence: fence }, remove: ["journalSlot", "journalParts"] };
        return (await table.update(key, inline, condition)) !== null;
      }
      const current = await table.get(key, true);
      const slot = current !== null && textOf(current, "journalSlot") === "a" ? "b" : "a";
      const parts = cut(text, limits.journalPartChars);
      const written = await Promise.all(
        parts.map((part, number) =>
          table.put(
            encodeRow({ ...journalPartKeyOf(spreadsheetId, slot, number), part, fence }),
            ifFenceNotPassed("fence", fence),
          ),
        ),
      );
      if (written.includes(false)) return false;
      const named = {
        set: { journalSlot: slot, journalParts: parts.length, journalFence: fence },
        remove: ["journal"],
      };
      return (await table.update(key, named, condition)) !== null;
    },
  };
}

async function readParts(
  table: TableClient,
  spreadsheetId: string,
  slot: string,
  row: Parameters<typeof numberOf>[0],
): Promise<string> {
  const count = numberOf(row, "journalParts") ?? 0;
  const keys = Array.from({ length: count }, (_, part) => journalPartKeyOf(spreadsheetId, slot, part));
  const rows = [...(await table.getMany(keys, true))].sort((a, b) => (textOf(a, "sk") < textOf(b, "sk") ? -1 : 1));
  if (rows.length !== count) throw new AppError("store.format", `the journal of ${spreadsheetId} lacks a part`);
  return rows.map((part) => textOf(part, "part")).join("");
}

/** Format 1 was first written without its number. */
function decodeJournal(text: string, spreadsheetId: string): Journal {
  const name = `the journal of ${spreadsheetId}`;
  try {
    const { format, ...journal } = { format: 1, ...(JSON.parse(text) as object) };
    return journalSchema.parse(upToDate(name, formats.journal, format, journal));
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("store.format", name, { cause });
  }
}

/** Pieces of at most so many characters, never between the two halves of one character. */
function cut(text: string, chars: number): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + chars;
    const code = text.charCodeAt(end - 1);
    const length = code >= 0xd800 && code <= 0xdbff ? chars - 1 : chars;
    parts.push(text.slice(start, start + length));
    start += length;
  }
  return parts;
}
