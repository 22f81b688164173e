import { AppError } from "../errors.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Priority } from "./job.ts";
import type { Quota, RequestKind } from "./quota.ts";

/** A sheet whose every request first takes its place in the shared budget. */
export function withQuota(sheet: Sheet, quota: Quota, account: string, priority: Priority): Sheet {
  async function through<T>(kind: RequestKind, request: () => Promise<T>): Promise<T> {
    await quota.take(account, kind, priority);
    try {
      return await request();
    } catch (error) {
      if (error instanceof AppError && error.code === "google.quota")
        await quota.park(account, kind, refusedLevel(error));
      throw error;
    }
  }
  return {
    read: (id) => through("read", () => sheet.read(id)),
    writeRows: (id, tabId, rows) => through("write", () => sheet.writeRows(id, tabId, rows)),
    restructure: (id, actions) => through("write", () => sheet.restructure(id, actions)),
  };
}

/** Google names the limit that was hit, e.g. `ReadRequestsPerMinutePerProject`. */
function refusedLevel(error: AppError): "project" | "account" {
  const { response } = (error.cause ?? {}) as { response?: { data?: unknown } };
  const answer = JSON.stringify(response?.data ?? "");
  return /PerMinutePerProject(?!PerUser)\b/.test(answer) && !/PerUser/.test(answer) ? "project" : "account";
}
