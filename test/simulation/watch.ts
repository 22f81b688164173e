import type { SpreadsheetState } from "../../local/google/state.ts";
import { countTokens, type TokenKind } from "./tokens.ts";

/** Watches every change of a spreadsheet and keeps what persons entered apart from what the system did to it. */

/** How an entered text may be lost without the system being at fault; docs/spec/sync.md, [Z1] and [Z2]. */
export type Window = "Z1" | "Z2";

export interface Loss {
  readonly token: number;
  /** The window in which it happened; null: there is no excuse. */
  readonly window: Window | null;
  readonly run: PassRun;
}

/** One pass while it is under way. */
export interface PassRun {
  readonly spreadsheetId: string;
  /** Number of the change that the newest read has seen. */
  seen: number;
  /** Acts of persons since the first read. */
  acts: number;
  failed: boolean;
  sheetChanges: number;
  itemWrites: number;
}

export interface Entered {
  readonly kind: TokenKind;
  readonly spreadsheetId: string;
}

export interface Watch {
  readonly entered: Map<number, Entered>;
  readonly losses: Loss[];
  /** How often persons, by all their acts, want each private text, note and formula to stand there. */
  readonly wanted: Map<number, number>;
  /** How often persons have put a text there, copies included. */
  readonly put: Map<number, number>;
  readonly touched: string[];
  running: PassRun | null;
  fresh(kind: TokenKind, spreadsheetId: string): string;
  onChange(before: SpreadsheetState, after: SpreadsheetState, by: "person" | "system"): void;
  onRead(shown: SpreadsheetState): void;
}

const words = ["整改", "走访", "协调", "完善", "核实", "张", "李"];

export function makeWatch(): Watch {
  let number = 0;
  let change = 0;
  const changeOf = new WeakMap<SpreadsheetState, number>();
  const placed = new Map<number, number>();
  const lastAct = new Map<string, number>();
  const self: Watch = {
    entered: new Map(),
    losses: [],
    wanted: new Map(),
    put: new Map(),
    touched: [],
    running: null,
    fresh(kind, spreadsheetId) {
      number++;
      self.entered.set(number, { kind, spreadsheetId });
      return `${words[number % words.length]}@${number};`;
    },
    onRead(shown) {
      if (self.running !== null) self.running.seen = changeOf.get(shown) ?? 0;
    },
    onChange(before, after, by) {
      change++;
      changeOf.set(after, change);
      const was = countTokens(before);
      const is = countTokens(after);
      const run = self.running;
      if (by === "person") {
        lastAct.set(after.id, change);
        if (run?.spreadsheetId === after.id) run.acts++;
      } else if (run !== null) {
        if (run.spreadsheetId !== after.id) self.touched.push(`a pass over ${run.spreadsheetId} wrote to ${after.id}`);
        run.sheetChanges++;
      }
      const between = run !== null && (lastAct.get(after.id) ?? 0) > run.seen;
      for (const token of new Set([...was.keys(), ...is.keys()])) {
        const delta = (is.get(token) ?? 0) - (was.get(token) ?? 0);
        if (delta === 0) continue;
        const kind = self.entered.get(token)?.kind;
        if (by === "person") {
          if (delta > 0) {
            placed.set(token, change);
            self.put.set(token, (self.put.get(token) ?? 0) + delta);
          }
          if (kind !== "cell" && kind !== "api") self.wanted.set(token, (self.wanted.get(token) ?? 0) + delta);
        } else if (delta < 0 && run !== null) {
          const late = (placed.get(token) ?? 0) > run.seen;
          self.losses.push({ token, window: late ? "Z2" : between ? "Z1" : null, run });
        }
      }
    },
  };
  return self;
}
