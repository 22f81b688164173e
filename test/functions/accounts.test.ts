import { expect, it } from "vitest";
import { AppError } from "../../core/errors.ts";
import type { Sheet, SpreadsheetRead } from "../../core/sheet/sheet.ts";
import { homeOf } from "../../core/sync/account-home.ts";
import { withAccounts, withGridAccounts } from "../../core/sync/account-sheet.ts";
import { makeMemoryStore } from "../support/memory-store.ts";

function anAccount(name: string, shared: ReadonlySet<string>, requests: string[]): Sheet {
  return {
    async read(spreadsheetId) {
      requests.push(`${name} reads`);
      if (!shared.has(spreadsheetId)) throw new AppError("spreadsheet.unreachable", "403");
      return { spreadsheetId } as SpreadsheetRead;
    },
    async writeRows() {
      requests.push(`${name} writes`);
      return [];
    },
    async restructure() {
      requests.push(`${name} restructures`);
    },
  };
}

function aMachine() {
  const requests: string[] = [];
  const store = makeMemoryStore();
  const shared = { one: new Set<string>(), two: new Set(["s1"]) };
  const another = () =>
    withAccounts(
      new Map([
        ["one", anAccount("one", shared.one, requests)],
        ["two", anAccount("two", shared.two, requests)],
      ]),
      store,
    );
  return { requests, store, shared, another };
}

it("[Q23] which account a spreadsheet is shared with is found out once and remembered", async () => {
  const { requests, store, another } = aMachine();
  await another().read("s1");
  expect(await homeOf(store, "s1")).toBe("two");
  const later = another();
  await later.read("s1");
  await later.writeRows("s1", 0, []);
  await later.restructure("s1", []);
  expect(requests).toEqual(["one reads", "two reads", "two reads", "two writes", "two restructures"]);
});

it("[Q23] a spreadsheet that moves to another account is found there", async () => {
  const { requests, store, shared, another } = aMachine();
  const sheet = another();
  await sheet.read("s1");
  shared.two.delete("s1");
  shared.one.add("s1");
  requests.length = 0;
  await sheet.read("s1");
  expect(requests).toEqual(["two reads", "one reads"]);
  expect(await homeOf(store, "s1")).toBe("one");
});

it("[Q23] only when every account is refused is it unreachable", async () => {
  const { another, requests } = aMachine();
  await expect(another().read("s2")).rejects.toThrow("spreadsheet.unreachable");
  expect(requests).toEqual(["one reads", "two reads"]);
});

it("[Q23] a spreadsheet written one-way is reached the same way", async () => {
  const { store, shared } = aMachine();
  const asked: string[] = [];
  const grids = (name: "one" | "two") => ({
    async writeGrids(spreadsheetId: string) {
      asked.push(name);
      if (!shared[name].has(spreadsheetId)) throw new AppError("spreadsheet.unreachable", "403");
      return [];
    },
  });
  const sheet = withGridAccounts(new Map([["one", grids("one")] as const, ["two", grids("two")] as const]), store);
  await sheet.writeGrids("s1", "stamp", async () => []);
  await sheet.writeGrids("s1", "stamp", async () => []);
  expect(asked).toEqual(["one", "two", "two"]);
  await expect(sheet.writeGrids("s2", "stamp", async () => [])).rejects.toThrow("spreadsheet.unreachable");
});
