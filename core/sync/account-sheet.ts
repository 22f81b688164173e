import type { Sheet } from "../sheet/sheet.ts";
import type { GridSheet } from "../sheet/written-grid.ts";
import { type HomeStore, makeHomes } from "./account-home.ts";

/**
 * One sheet over several service accounts. A bureau shares its spreadsheet with one of them; the first read finds out
 * which. Only when every account is refused is the spreadsheet unreachable.
 */
export function withAccounts(accounts: ReadonlyMap<string, Sheet>, store: HomeStore): Sheet {
  const homes = makeHomes([...accounts.keys()], store);
  return {
    read: (id) => homes.reach(id, (name) => of(accounts, name).read(id)),
    writeRows: async (id, tabId, rows) => of(accounts, await homes.of(id)).writeRows(id, tabId, rows),
    restructure: async (id, actions) => of(accounts, await homes.of(id)).restructure(id, actions),
  };
}

/** The same for tabs that the system writes one-way: such a write begins with a read, which a stranger is refused. */
export function withGridAccounts(accounts: ReadonlyMap<string, GridSheet>, store: HomeStore): GridSheet {
  const homes = makeHomes([...accounts.keys()], store);
  return { writeGrids: (id, ...rest) => homes.reach(id, (name) => of(accounts, name).writeGrids(id, ...rest)) };
}

function of<T>(accounts: ReadonlyMap<string, T>, name: string): T {
  const found = accounts.get(name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return found;
}
