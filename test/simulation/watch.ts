import type { SpreadsheetState } from "../../local/google/state.ts";
import { onlyHeaderNotes, tokensOfNewMerges, tokensOfRecodedRows } from "./changes.ts";
import { countTokens, type TokenKind } from "./tokens.ts";

/** Watches every change of a spreadsheet and keeps what persons entered apart from what the system did to it. */

/** How an entered text may be lost without the system being at fault; docs/spec/sync.md, [Z1] and [Z2]. */
export type Window = "Z1" | "Z2";

/** A text that a write of the system took away from a place. */
export interface Loss {
  readonly token: number;
  /** The window in which it happened; null: there is no excuse. */
  readonly window: Window | null;
  readonly run: PassRun;
  /** A later write of the system put it back; whoever takes it away then is a person. */
  restored: boolean;
}

/** Changes of the spreadsheet other than notes on its headers, and writes of items. */
export interface Writes {
  sheet: number;
  items: number;
}

/** One pass while it is under way. */
export interface PassRun {
  readonly spreadsheetId: string;
  /** Number of the change that its first read has seen; null before it. */
  firstSeen: number | null;
  /** The same of its newest read. */
  seen: number;
  /** Acts of persons since the first read. */
  acts: number;
  /** It crashed or threw. */
  failed: boolean;
  /** Number of the newest change that it made. */
  written: number;
  /** Since it began, and since its newest read. */
  wrote: Writes;
  lately: Writes;
}

export function beginRun(spreadsheetId: string): PassRun {
  const none = () => ({ sheet: 0, items: 0 });
  return { spreadsheetId, firstSeen: null, seen: 0, written: 0, acts: 0, failed: false, wrote: none(), lately: none() };
}

export interface Entered {
  readonly kind: TokenKind;
  readonly spreadsheetId: string;
}

export interface Watch {
  readonly entered: Map<number, Entered>;
  readonly losses: Loss[];
  /** Texts that a write of the system put somewhere after persons had moved what it was planned for. */
  readonly strays: Omit<Loss, "restored">[];
  /** Spreadsheet -> text -> how often persons, by all their acts, want it to stand there: private texts, notes, formulas. */
  readonly wanted: Map<string, Map<number, number>>;
  /** How often persons and API clients have put a text somewhere, copies included. */
  readonly put: Map<number, number>;
  /** Texts that have stood in a sheet, and when a person last put them there (ms). */
  readonly stood: Set<number>;
  readonly placedAtMs: Map<number, number>;
  /** Spreadsheet -> texts of its items whose API mutation was answered with success. */
  readonly accepted: Map<string, Set<number>>;
  readonly touched: string[];
  /** Act -> when a clerk first did it (ms): a merge puts a text into rows that say nothing, a copied tab may become the ledger. */
  readonly firstActMs: Map<string, number>;
  running: PassRun | null;
  fresh(kind: TokenKind, spreadsheetId: string): string;
  puts(token: number, times: number): void;
  onChange(before: SpreadsheetState, after: SpreadsheetState, by: "person" | "system"): void;
  onRead(shown: SpreadsheetState): void;
  onItemWrite(run: PassRun): void;
  /**
   * Its newest read may show what its first one could not: a person has changed the spreadsheet after what that saw, or
   * it is older than what the pass has written since.
   */
  sawAnother(run: PassRun): boolean;
}

function wrote(run: PassRun, what: keyof Writes): void {
  run.wrote[what]++;
  run.lately[what]++;
}

const words = ["整改", "走访", "协调", "完善", "核实", "张", "李"];

export function makeWatch(nowMs: () => number): Watch {
  let number = 0;
  let change = 0;
  const changeOf = new WeakMap<SpreadsheetState, number>();
  const placed = new Map<number, number>();
  const removed = new Map<number, number>();
  const lastAct = new Map<string, number>();

  function byPerson(id: string, token: number, delta: number): void {
    if (delta > 0) {
      placed.set(token, change);
      self.placedAtMs.set(token, nowMs());
      self.puts(token, delta);
    } else removed.set(token, change);
    const kind = self.entered.get(token)?.kind;
    if (kind === "cell" || kind === "api") return;
    const wanted = self.wanted.get(id) ?? new Map<number, number>();
    self.wanted.set(id, wanted.set(token, (wanted.get(token) ?? 0) + delta));
  }

  const self: Watch = {
    entered: new Map(),
    losses: [],
    strays: [],
    wanted: new Map(),
    put: new Map(),
    stood: new Set(),
    placedAtMs: new Map(),
    accepted: new Map(),
    touched: [],
    firstActMs: new Map(),
    running: null,
    fresh(kind, spreadsheetId) {
      number++;
      self.entered.set(number, { kind, spreadsheetId });
      return `${words[number % words.length]}@${number};`;
    },
    puts(token, times) {
      self.put.set(token, (self.put.get(token) ?? 0) + times);
    },
    onRead(shown) {
      const run = self.running;
      if (run === null) return;
      run.seen = changeOf.get(shown) ?? 0;
      run.firstSeen ??= run.seen;
      run.lately = { sheet: 0, items: 0 };
    },
    onItemWrite: (run) => wrote(run, "items"),
    sawAnother: ({ spreadsheetId, firstSeen, seen, written }) =>
      (lastAct.get(spreadsheetId) ?? 0) > (firstSeen ?? 0) || seen < written,
    onChange(before, after, by) {
      change++;
      changeOf.set(after, change);
      const run = self.running;
      if (by === "person") {
        lastAct.set(after.id, change);
        if (run?.spreadsheetId === after.id) run.acts++;
      } else if (run !== null) {
        if (run.spreadsheetId !== after.id) self.touched.push(`a pass over ${run.spreadsheetId} wrote to ${after.id}`);
        run.written = change;
        if (!onlyHeaderNotes(before, after)) wrote(run, "sheet");
      }
      if (by === "person")
        for (const token of [...tokensOfRecodedRows(before, after), ...tokensOfNewMerges(before, after)])
          self.placedAtMs.set(token, nowMs());
      const between = run !== null && (lastAct.get(after.id) ?? 0) > run.seen;
      const was = countTokens(before);
      const is = countTokens(after);
      for (const token of new Set([...was.keys(), ...is.keys()])) {
        const delta = (is.get(token) ?? 0) - (was.get(token) ?? 0);
        if (delta === 0) continue;
        if (delta > 0) self.stood.add(token);
        if (by === "person") byPerson(after.id, token, delta);
        else if (delta < 0 && run !== null) {
          const late = (placed.get(token) ?? 0) > run.seen;
          self.losses.push({ token, window: late ? "Z2" : between ? "Z1" : null, run, restored: false });
        } else if (delta > 0) {
          // What a person took away after the read comes back with what was planned from it: a clerk's note beside ours.
          const late = run !== null && (removed.get(token) ?? 0) > run.seen;
          if (between && run !== null) self.strays.push({ token, window: late ? "Z2" : "Z1", run });
          const given = self.losses.findLast((loss) => loss.token === token && loss.run.spreadsheetId === after.id);
          if (given !== undefined) given.restored = true;
        }
      }
    },
  };
  return self;
}
