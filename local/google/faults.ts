import type { Status } from "./errors.ts";

/** Faults on command: each waits for a request that it fits, does its harm once (or `times`), and is gone. */

export interface InnerRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface Fault {
  /**
   * failBefore: refused, nothing applied. failAfter: applied, then refused all the same. delay: the request, or
   * `after` that its answer, is held for `ms`. stale: the read sees the spreadsheet as it was `ms` ago. dropChange: this
   * edit never shows in the change feed and sends no push. act: somebody's requests run just before or after this one.
   */
  readonly kind: "failBefore" | "failAfter" | "delay" | "stale" | "dropChange" | "act";
  /** Regular expression on the method's name, e.g. `spreadsheets.values.batchUpdate` or `drive GET /changes`. */
  readonly method?: string;
  readonly spreadsheetId?: string;
  readonly user?: string;
  /** Requests to let pass first. */
  readonly after?: number;
  readonly times?: number;
  readonly status?: Status;
  /** Drive only: the 403 of a used up rate, which is no missing permission. */
  readonly reason?: "rateLimitExceeded" | "userRateLimitExceeded";
  readonly ms?: number;
  readonly when?: "before" | "after";
  readonly as?: string;
  readonly requests?: readonly InnerRequest[];
}

export interface CallFacts {
  readonly name: string;
  readonly user: string;
  readonly spreadsheetId?: string | undefined;
}

/** What became of one request of an `act`. */
export interface Acted {
  readonly as: string;
  readonly request: InnerRequest;
  readonly status: number;
  readonly body: unknown;
}

export interface Faults {
  add(fault: Fault): number;
  remove(id: number): void;
  clear(): void;
  list(): readonly (Fault & { readonly id: number; readonly left: number })[];
  /** The faults that this call meets; their count goes down. */
  meet(call: CallFacts): Fault[];
  /** Since the last `clear`, oldest first. */
  readonly acted: Acted[];
}

interface Waiting {
  readonly id: number;
  readonly fault: Fault;
  readonly pattern: RegExp | undefined;
  skip: number;
  left: number;
}

export function makeFaults(): Faults {
  let waiting: Waiting[] = [];
  let nextId = 1;
  const acted: Acted[] = [];
  const fits = ({ fault, pattern }: Waiting, call: CallFacts) =>
    (pattern === undefined || pattern.test(call.name)) &&
    (fault.spreadsheetId === undefined || fault.spreadsheetId === call.spreadsheetId) &&
    (fault.user === undefined || fault.user === call.user);
  return {
    add(fault) {
      const id = nextId++;
      const pattern = fault.method === undefined ? undefined : new RegExp(fault.method);
      waiting.push({ id, fault, pattern, skip: fault.after ?? 0, left: fault.times ?? 1 });
      return id;
    },
    remove(id) {
      waiting = waiting.filter((one) => one.id !== id);
    },
    clear() {
      waiting = [];
      acted.length = 0;
    },
    acted,
    list: () => waiting.map(({ id, fault, left }) => ({ ...fault, id, left })),
    meet(call) {
      if (waiting.length === 0) return [];
      const met: Fault[] = [];
      for (const one of waiting) {
        if (!fits(one, call)) continue;
        if (one.skip > 0) one.skip--;
        else {
          one.left--;
          met.push(one.fault);
        }
      }
      waiting = waiting.filter((one) => one.left > 0);
      return met;
    },
  };
}
