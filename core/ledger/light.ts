import { addDays, dayInChina } from "./calendar.ts";
import { deadlineOf } from "./deadline.ts";
import type { Item } from "./item.ts";

/** What follows from an item and the day it is looked at, and is therefore never stored. Pure. Days are those of China. */

export const lights = ["GREEN", "YELLOW", "RED", "BLUE", "GREY"] as const;
export type Light = (typeof lights)[number];

/** Days before the due date from which an item counts as due soon (数字督查: 临期 within a week). */
export const dueSoonDays = 7;
/** Days without a change after which an open item counts as stale: the ledgers are reported on monthly. */
const staleDays = 30;

/** Open and past its date. A deadline of today is in time; what is granted to stand has a review, not a deadline. */
export function isOverdue(item: Item, today: string): boolean {
  const date = isRunning(item) ? deadlineOf(item) : null;
  return date !== null && date < today;
}

export function isDueSoon(item: Item, today: string): boolean {
  const date = isRunning(item) ? deadlineOf(item) : null;
  return date !== null && date >= today && date <= addDays(today, dueSoonDays);
}

/** Open, and nobody has changed it for long. */
export function isStale(item: Item, today: string): boolean {
  return isRunning(item) && dayInChina(Date.parse(item.updatedAt)) < addDays(today, -staleDays);
}

/** BLUE closed, GREY standing or void, RED overdue, YELLOW due soon or stale, else GREEN. */
export function lightOf(item: Item, today: string): Light {
  if (item.workflow?.state === "CLOSED") return "BLUE";
  if (!isRunning(item)) return "GREY";
  if (isOverdue(item, today)) return "RED";
  return isDueSoon(item, today) || isStale(item, today) ? "YELLOW" : "GREEN";
}

function isRunning({ workflow, archivedAt }: Item): boolean {
  if (workflow === null || archivedAt !== null) return false;
  return workflow.state !== "CLOSED" && workflow.state !== "VOID" && workflow.state !== "STANDING";
}
