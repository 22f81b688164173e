import { AppError } from "../errors.ts";
import type { Store } from "../store/store.ts";

/** Which service account a spreadsheet is shared with: found out by asking, then remembered. */

const partition = "sheet-account";

export type HomeStore = Pick<Store, "getRecord" | "putRecord">;

/** null when no request has found out yet. */
export async function homeOf(store: HomeStore, spreadsheetId: string): Promise<string | null> {
  return (await store.getRecord(partition, spreadsheetId))?.value ?? null;
}

export interface Homes {
  /** The account to use for what follows a first request. */
  of(spreadsheetId: string): Promise<string>;
  /**
   * Does something as the account that may. `act` must change nothing when the spreadsheet is not shared with the
   * account. AppError `spreadsheet.unreachable` only when every account is refused.
   */
  reach<T>(spreadsheetId: string, act: (account: string) => Promise<T>): Promise<T>;
}

/** @param names of all accounts, at least one. */
export function makeHomes(names: readonly string[], store: HomeStore): Homes {
  const [first] = names;
  if (first === undefined) throw new Error("no service account is configured");
  if (names.length === 1) return { of: async () => first, reach: (_, act) => act(first) };

  const homes = new Map<string, string>();
  const known = async (spreadsheetId: string) => {
    const home = homes.get(spreadsheetId) ?? (await homeOf(store, spreadsheetId));
    return home !== null && names.includes(home) ? home : null;
  };
  return {
    of: async (spreadsheetId) => (await known(spreadsheetId)) ?? first,
    async reach(spreadsheetId, act) {
      const home = await known(spreadsheetId);
      let refusal: unknown;
      for (const name of home === null ? names : [home, ...names.filter((each) => each !== home)]) {
        try {
          const answer = await act(name);
          homes.set(spreadsheetId, name);
          if (name !== home)
            await store.putRecord({ partition, key: spreadsheetId, value: name, expiresAt: null }, "ANY");
          return answer;
        } catch (error) {
          if (!(error instanceof AppError && error.code === "spreadsheet.unreachable")) throw error;
          refusal = error;
        }
      }
      throw refusal;
    },
  };
}
