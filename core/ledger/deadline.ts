import { limits } from "../limits.ts";
import { type Due, dueDateOf } from "./due.ts";
import type { Item } from "./item.ts";
import { kindOf } from "./kinds.ts";

/** The day by which an item is to be done, ISO; 立行立改 and 30天 count from 发现时间. null: none, or nobody told from when. Pure. */
export function deadlineOf(item: Item): string | null {
  const due = read<Due>(item, "due");
  if (due === null) return null;
  return dueDateOf(due, { foundOn: read<string>(item, "foundOn"), immediateDays: limits.immediateDays });
}

function read<V>(item: Item, field: string): V | null {
  const text = item.texts[field];
  const column = kindOf(item.kind).columns.find((candidate) => candidate.field === field);
  if (text === undefined || column === undefined) return null;
  return column.type.parse(text, { referenceDate: item.referenceDate }).value as V | null;
}
