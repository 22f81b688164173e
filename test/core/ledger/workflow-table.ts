import { readFileSync } from "node:fs";
import type { ProblemState } from "../../../core/ledger/item.ts";
import type { Role } from "../../../core/ledger/scope.ts";
import type { ClosurePolicy } from "../../../core/ledger/unit.ts";
import type { Action } from "../../../core/ledger/workflow.ts";

/** The tables of docs/spec, as the tests' own source of what is allowed. */

export interface TableRow {
  readonly action: Action;
  readonly chinese: string;
  readonly mutation: string;
  readonly from: readonly ProblemState[];
  readonly to: ProblemState | "same";
  /** e.g. `VERIFIER@OWN(SELF)` */
  readonly who: readonly string[];
  readonly reasonChars: number;
}

export function rowsOf(file: string, heading: string): string[][] {
  const text = readFileSync(`docs/spec/${file}`, "utf8");
  const part = text.slice(text.indexOf(`## ${heading}\n`)).split("\n## ")[0] ?? "";
  const rows = [...part.matchAll(/^\| (.+) \|$/gm)].map((match) =>
    (match[1] ?? "").split("|").map((cell) => cell.trim()),
  );
  return rows.slice(1).filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)));
}

export function workflowRows(): TableRow[] {
  return rowsOf("workflow.md", "The table").map(([action, chinese, mutation, from, to, who, reason]) => ({
    action: action as Action,
    chinese: chinese ?? "",
    mutation: mutation ?? "",
    from: (from ?? "").split(", ") as ProblemState[],
    to: to as ProblemState | "same",
    who: (who ?? "").split(", "),
    reasonChars: Number.parseInt(reason ?? "", 10) || 0,
  }));
}

/** Where the asker stands; BELOW and BESIDE do not see the item. */
export type Place = "OWN" | "ABOVE" | "PROVINCE" | "BELOW" | "BESIDE";

export interface Case {
  readonly role: Role;
  readonly place: Place;
  readonly receiver: boolean;
  readonly policy: ClosurePolicy;
  readonly state: ProblemState;
}

/** What the table of the document says. */
export function expected(row: TableRow, { role, place, receiver, policy, state }: Case): string {
  if (place === "BELOW" || place === "BESIDE") return "NOT_FOUND";
  const names = [
    `${role}@${place}`,
    ...(policy === "SELF" ? [`${role}@${place}(SELF)`] : []),
    ...(receiver ? [`${role}@RECEIVER`] : []),
  ];
  if (!row.who.some((who) => names.includes(who))) return "FORBIDDEN";
  if (!row.from.includes(state)) return "WRONG_STATE";
  if (row.action === "VERIFY" && policy !== "TWO_STEP") return "CLOSED";
  return row.to === "same" ? state : row.to;
}
