import { AppError } from "../errors.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { GridSheet } from "../sheet/written-grid.ts";
import type { Priority } from "./job.ts";
import type { Quota, RequestKind } from "./quota.ts";

/** A sheet whose every request first takes its place in the shared budget. */
export function withQuota(sheet: Sheet, quota: Quota, account: string, priority: Priority): Sheet {
  async function through<T>(kind: RequestKind, request: () => Promise<T>): Promise<T> {
    await quota.take(account, kind, priority);
    return orPark(quota, account, kind, request);
  }
  return {
    read: (id) => through("read", () => sheet.read(id)),
    writeRows: (id, tabId, rows) => through("write", () => sheet.writeRows(id, tabId, rows)),
    restructure: (id, actions) => through("write", () => sheet.restructure(id, actions)),
  };
}

/** The same for tabs that the system writes one-way: a read and a write, both had before either is made. */
export function withGridQuota(sheet: GridSheet, quota: Quota, account: string, priority: Priority): GridSheet {
  return {
    async writeGrids(id, ...rest) {
      for (const kind of ["read", "write"] as const) await quota.take(account, kind, priority);
      return orPark(quota, account, "write", () => sheet.writeGrids(id, ...rest));
    },
  };
}

async function orPark<T>(quota: Quota, account: string, kind: RequestKind, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof AppError && error.code === "google.quota") {
      const { kind: refused = kind, level } = refusedLimit(error);
      await quota.park(account, refused, level);
    }
    throw error;
  }
}

/** Google names the limit that was hit, e.g. `ReadRequestsPerMinutePerProject`. */
function refusedLimit(error: AppError): { readonly kind?: RequestKind; readonly level: "project" | "account" } {
  const { response } = (error.cause ?? {}) as { response?: { data?: unknown } };
  const answer = JSON.stringify(response?.data ?? "");
  const project = /PerMinutePerProject(?!PerUser)\b/.test(answer) && !/PerUser/.test(answer);
  const level = project ? "project" : "account";
  const name = /(Read|Write)RequestsPerMinute/.exec(answer)?.[1];
  return name === undefined ? { level } : { kind: name === "Read" ? "read" : "write", level };
}
