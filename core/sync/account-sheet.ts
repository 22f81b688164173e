import { AppError } from "../errors.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Store } from "../store/store.ts";

const partition = "sheet-account";

export type HomeStore = Pick<Store, "getRecord" | "putRecord">;

/** Which service account a spreadsheet is shared with; null when no pass has found out yet. */
export async function homeOf(store: HomeStore, spreadsheetId: string): Promise<string | null> {
  return (await store.getRecord(partition, spreadsheetId))?.value ?? null;
}

/**
 * One sheet over several service accounts. A bureau shares its spreadsheet with one of them; the first read finds out
 * which, and it is remembered. Only when every account is refused is the spreadsheet unreachable.
 */
export function withAccounts(accounts: ReadonlyMap<string, Sheet>, store: HomeStore): Sheet {
  const homes = new Map<string, string>();
  const names = [...accounts.keys()];
  const sheetOf = (name: string) => {
    const sheet = accounts.get(name);
    if (sheet === undefined) throw new Error(`no account ${name}`);
    return sheet;
  };
  const [first] = names;
  if (first === undefined) throw new Error("no service account is configured");
  if (names.length === 1) return sheetOf(first);

  const home = async (spreadsheetId: string) => {
    const known = homes.get(spreadsheetId) ?? (await homeOf(store, spreadsheetId));
    return known !== null && accounts.has(known) ? known : null;
  };

  return {
    async read(spreadsheetId) {
      const known = await home(spreadsheetId);
      let refusal: unknown;
      for (const name of known === null ? names : [known, ...names.filter((each) => each !== known)]) {
        try {
          const read = await sheetOf(name).read(spreadsheetId);
          homes.set(spreadsheetId, name);
          if (name !== known) {
            await store.putRecord({ partition, key: spreadsheetId, value: name, expiresAt: null }, "ANY");
          }
          return read;
        } catch (error) {
          if (!(error instanceof AppError && error.code === "spreadsheet.unreachable")) throw error;
          refusal = error;
        }
      }
      throw refusal;
    },
    writeRows: async (id, tabId, rows) => sheetOf((await home(id)) ?? first).writeRows(id, tabId, rows),
    restructure: async (id, actions) => sheetOf((await home(id)) ?? first).restructure(id, actions),
  };
}
