import { outcomeWords, wordOf } from "./words.ts";

/** A pass in one line. */

export const passFields = "id outcome reason rowsRead toStore toSheet conflicts problems";

export interface PassShown {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly rowsRead: number;
  readonly toStore: number;
  readonly toSheet: number;
  readonly conflicts: number;
  readonly problems: number;
}

export function passText({ outcome, reason, rowsRead, ...counts }: PassShown): string {
  const word = wordOf(outcomeWords, outcome);
  if (reason !== null) return `${word}：${reason}`;
  if (outcome === "NOTHING") return `${word}：读到${rowsRead}行，两边一致`;
  const { toStore, toSheet, conflicts, problems } = counts;
  return `${word}：读到${rowsRead}行，写入系统${toStore}项，写入表格${toSheet}处，冲突${conflicts}处，看不懂${problems}处`;
}
