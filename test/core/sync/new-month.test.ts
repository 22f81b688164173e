import { expect, it } from "vitest";
import { addSpreadsheet, plainHeaders, problemRow } from "../../support/ledger-sheet.ts";
import { makeSyncWorld, type SyncWorld } from "../../support/sync-world.ts";

/** A clerk copies the tab for the new month and goes on there. */

async function aMonth(): Promise<SyncWorld> {
  const world = makeSyncWorld();
  await world.addUnit("dl");
  const rows = [[...plainHeaders], ...Array.from({ length: 8 }, (_, i) => problemRow(i + 1))];
  addSpreadsheet(world, "s1", [{ title: "问题清单（10月）", tabId: 7, rows }]);
  await world.link("s1", "dl");
  await world.pass("s1");
  await world.pass("s1");
  world.google.edit("s1", [
    { duplicateSheet: { sourceSheetId: 7, newSheetId: 8, newSheetName: "问题清单（11月）", insertSheetIndex: 0 } },
  ]);
  return world;
}

const rolesOf = async (world: SyncWorld) =>
  Object.fromEntries((await world.store.getLink("s1"))?.tabs.map(({ title, role }) => [title, role]) ?? []);

it("[L38] the copy is the ledger from then on; no entry is new, missing or told twice, and nothing is braked", async () => {
  const world = await aMonth();
  const codes = (await world.items("s1")).map(({ code }) => code).sort();

  expect(await world.pass("s1")).toMatchObject({ toStore: 0, toSheet: 0, reason: null });
  expect((await world.pass("s1")).outcome).toBe("NOTHING");

  const items = await world.items("s1");
  expect(items.map(({ code }) => code).sort()).toEqual(codes);
  expect(items.map(({ row, version }) => ({ tabId: row?.tabId, presence: row?.presence, version }))).toEqual(
    codes.map(() => ({ tabId: 8, presence: "PRESENT", version: 1 })),
  );
  expect(await rolesOf(world)).toEqual({ "问题清单（11月）": "LIVE", "问题清单（10月）": "ARCHIVE" });
});

it("[L38] what is typed on the new month counts, what is typed on the old one does not", async () => {
  const world = await aMonth();
  await world.pass("s1");

  world.google.write("s1", "问题清单（11月）!B2", [["新月份改的"]]);
  world.google.write("s1", "问题清单（10月）!B3", [["旧月份改的"]]);
  expect(await world.pass("s1")).toMatchObject({ outcome: "DONE", toStore: 1 });

  const texts = (await world.items("s1")).map(({ texts }) => texts.description);
  expect(texts).toContain("新月份改的");
  expect(texts).not.toContain("旧月份改的");
});

it("[L38] entries left out of the new month are missing like any others", async () => {
  const world = await aMonth();
  world.google.edit("s1", [
    { deleteDimension: { range: { sheetId: 8, dimension: "ROWS", startIndex: 1, endIndex: 3 } } },
  ]);

  await world.pass("s1");
  await world.pass("s1");

  expect((await world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(2);
  expect((await world.store.getLink("s1"))?.state).toBe("ACTIVE");
});
