import { AppError } from "../errors.ts";
import type { Item } from "../ledger/item.ts";
import { limits } from "../limits.ts";
import { changeRow, charsOf, checkSize, decodeItem, encodeChanges, itemAttributes, itemToStore } from "./codec.ts";
import { ifRevision, ifRevisionWithRoom, mustNotExist } from "./conditions.ts";
import { itemKeyOf } from "./keys.ts";
import type { Store, Written } from "./store.ts";
import { encodeRow, numberOf, type Plain, type Row, type TableClient, textOf, textsOf } from "./table-client.ts";

/**
 * Writing an item with its history. New history entries stand on the item's own row, so that item and history are one
 * conditional write on any engine. When they no longer fit there, the older ones, all of them accepted before, are first
 * copied to rows of their own and then leave the item with the same write that adds the new ones: at every moment every
 * accepted entry is in at least one place, and a copy that a crash left behind has the same key as the next attempt's.
 */
export function makePutItem(table: TableClient, newWriteId: () => string): Store["putItem"] {
  return async (item, index, changes, expectedRevision) => {
    const stored = itemToStore(item, changes, expectedRevision);
    const writeId = newWriteId();
    const attributes = itemAttributes(stored, index, writeId);
    const texts = encodeChanges(changes);
    const alone = { ...itemKeyOf(item.code), ...attributes, changes: texts, changeChars: charsOf(texts) };
    checkSize(`item ${item.code}`, alone);
    const ours = { stored, writeId, expectedRevision };

    if (expectedRevision === 0) {
      return (await table.put(encodeRow(alone), mustNotExist)) ? { ok: true, value: stored } : settle(table, ours);
    }

    const key = itemKeyOf(item.code);
    const { set, remove } = split(attributes);
    const room = {
      entries: limits.inlineChanges - texts.length,
      chars: limits.inlineChangeChars - alone.changeChars,
    };
    if (texts.length === 0 || (room.entries >= 0 && room.chars >= 0)) {
      const added = await unlessTooLarge(
        table.update(
          key,
          texts.length === 0 ? { set, remove } : { set, remove, ...addition(texts) },
          texts.length === 0
            ? ifRevision(expectedRevision)
            : ifRevisionWithRoom(expectedRevision, room.entries, room.chars),
        ),
      );
      if (added !== null && added !== "TOO_LARGE") return { ok: true, value: stored };
      if (texts.length === 0 && added === null) return settle(table, ours);
    }

    const current = await table.get(key, true);
    if (current === null || numberOf(current, "revision") !== expectedRevision) return judge(current, ours);
    await table.putMany(textsOf(current, "changes").map((text) => changeRow(item.code, text)));
    const replaced = await table.update(
      key,
      { set: { ...set, changes: texts, changeChars: alone.changeChars }, remove },
      ifRevision(expectedRevision),
    );
    return replaced !== null ? { ok: true, value: stored } : settle(table, ours);
  };
}

const addition = (texts: readonly string[]) => ({
  prepend: { attribute: "changes", texts },
  add: { attribute: "changeChars", value: charsOf(texts) },
});

/** With the older entries the row may not fit although it does without them. */
async function unlessTooLarge(update: Promise<Row | null>): Promise<Row | null | "TOO_LARGE"> {
  try {
    return await update;
  } catch (error) {
    if (error instanceof AppError && error.code === "item.tooLarge") return "TOO_LARGE";
    throw error;
  }
}

function split(attributes: Readonly<Record<string, Plain | null>>) {
  const set: Record<string, Plain> = {};
  const remove: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) remove.push(name);
    else set[name] = value;
  }
  return { set, remove };
}

interface Ours {
  readonly stored: Item;
  readonly writeId: string;
  readonly expectedRevision: number;
}

async function settle(table: TableClient, ours: Ours): Promise<Written<Item>> {
  return judge(await table.get(itemKeyOf(ours.stored.code), true), ours);
}

/** A client that repeats a request whose answer was lost meets its own write: that write was accepted. */
function judge(current: Row | null, { stored, writeId }: Ours): Written<Item> {
  if (current === null) return { ok: false, current: null };
  if (textOf(current, "writeId") === writeId) return { ok: true, value: stored };
  return { ok: false, current: decodeItem(current) };
}
