import { AppError } from "../../core/errors.ts";
import type { SheetCalls } from "../../core/sheet/google-sheet.ts";
import { applyRequests } from "../../local/google/apply-request.ts";
import { commitDraft, type DraftContext, openDraft } from "../../local/google/draft.ts";
import { GoogleError } from "../../local/google/errors.ts";
import { parseMask } from "../../local/google/field-mask.ts";
import { createSpreadsheet } from "../../local/google/make-spreadsheet.ts";
import { readSheets } from "../../local/google/read-sheets.ts";
import type { SpreadsheetState } from "../../local/google/state.ts";
import { cautiousSwitches, type Switches } from "../../local/google/switches.ts";
import { writeSheets } from "../../local/google/write-sheets.ts";

/**
 * The local Google service without HTTP and without a clock of its own: the same methods over the same values, fast
 * enough for thousands of simulated passes. Everything that happens is a new state, so every state can be looked at.
 */

export type Request = Readonly<Record<string, unknown>>;

export interface MemoryGoogle {
  readonly calls: SheetCalls;
  state(spreadsheetId: string): SpreadsheetState;
  put(state: SpreadsheetState): void;
  create(spreadsheetId: string, body: object): void;
  /** What a person does in the sheet, in one act. Throws what Google would answer. */
  edit(spreadsheetId: string, requests: readonly Request[]): void;
  /** RAW values at A1 ranges, as a person's paste. */
  write(spreadsheetId: string, range: string, values: readonly (readonly unknown[])[], option?: string): void;
  remove(spreadsheetId: string): void;
  /** Reads are answered from so many states ago. */
  lag: number;
}

export interface MemoryGoogleOptions {
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly switches?: Partial<Switches>;
  /** Told of every change of content. */
  readonly onChange?: (before: SpreadsheetState, after: SpreadsheetState, by: "person" | "system") => void;
  /** Told which content a read was answered from. */
  readonly onRead?: (shown: SpreadsheetState) => void;
}

const pastKept = 12;
const oldestReadMs = 100_000;

export function makeMemoryGoogle({ nowMs, random, switches, onChange, onRead }: MemoryGoogleOptions): MemoryGoogle {
  const states = new Map<string, SpreadsheetState>();
  const past = new Map<string, { readonly state: SpreadsheetState; readonly untilMs: number }[]>();
  const context = (user: string): DraftContext => ({
    caller: { user, isOwner: false },
    switches: { ...cautiousSwitches, ...switches },
    random,
    now: nowMs(),
  });
  const state = (id: string) => {
    const found = states.get(id);
    if (found === undefined) throw new AppError("spreadsheet.unreachable", "no such spreadsheet");
    return found;
  };
  const put = (next: SpreadsheetState, by: "person" | "system" = "person") => {
    const old = states.get(next.id);
    if (old !== undefined)
      past.set(next.id, [...(past.get(next.id) ?? []), { state: old, untilMs: nowMs() }].slice(-pastKept));
    states.set(next.id, next);
    if (old !== undefined) onChange?.(old, next, by);
  };
  /** So many states ago, but never older than reads of Google were seen to be. */
  const stale = (id: string, lag: number) =>
    (past.get(id) ?? []).filter(({ untilMs }) => untilMs > nowMs() - oldestReadMs).at(-lag)?.state;
  const input = (method: Parameters<typeof readSheets>[1]["call"]["method"], body: unknown, fields: string) => ({
    call: { method },
    query: new URLSearchParams(method === "get" ? { includeGridData: "true" } : {}),
    body,
    mask: maskOf(fields),
    context: context("sync@ledger"),
    owner: "owner@bureau",
  });
  const write = (
    id: string,
    method: "batchUpdate" | "values.batchUpdateByDataFilter",
    body: unknown,
    fields: string,
  ) => {
    const outcome = asGoogle(() => writeSheets(state(id), input(method, body, fields)));
    put(outcome.state, "system");
    return outcome.answer;
  };
  const google: MemoryGoogle = {
    lag: 0,
    state,
    put: (next) => put(next),
    create: (id, body) => put(createSpreadsheet(id, body, context("owner@bureau"))),
    edit(id, requests) {
      const draft = openDraft(state(id), context("clerk@bureau"));
      applyRequests(draft, requests);
      put(commitDraft(draft));
    },
    write(id, range, values, option = "RAW") {
      const body = { valueInputOption: option, data: [{ range, values }] };
      put(writeSheets(state(id), { ...input("values.batchUpdate", body, "spreadsheetId") }).state);
    },
    remove: (id) => states.delete(id),
    calls: {
      async get(id, fields) {
        const now = state(id);
        const shown = google.lag === 0 ? now : (stale(id, google.lag) ?? now);
        onRead?.(shown);
        return asGoogle(() => readSheets(shown, input("get", undefined, fields))) as object;
      },
      writeValues: async (id, body, fields) => write(id, "values.batchUpdateByDataFilter", body, fields),
      batchUpdate: async (id, body, fields) => {
        write(id, "batchUpdate", body, fields);
      },
    },
  };
  return google;
}

const masks = new Map<string, ReturnType<typeof parseMask>>();

function maskOf(fields: string) {
  if (!masks.has(fields)) masks.set(fields, parseMask(fields));
  return masks.get(fields);
}

function asGoogle<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof GoogleError && error.code >= 400 && error.code < 500)
      throw new AppError("spreadsheet.rejected", error.message, { cause: error });
    throw error;
  }
}
