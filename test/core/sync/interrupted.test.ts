import { describe, expect, it } from "vitest";
import { cellsOf, deleteRow, find, sortBy, type, typeAt } from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import type { SyncWorld } from "../../support/sync-world.ts";
import { busyLedger, meaning } from "./busy.ts";
import { passWith } from "./moments.ts";
import { differing } from "./picture.ts";

/** Whatever a person does at whatever request of a pass: in the end it is as if they had done it before the pass. */

const rows = (startIndex: number, count = 1) => ({
  sheetId: 7,
  dimension: "ROWS",
  startIndex,
  endIndex: startIndex + count,
});
const columns = (startIndex: number) => ({ sheetId: 7, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 });
const edit = (world: SyncWorld, ...requests: Request[]) => world.google.edit("s1", requests);
const headers = (world: SyncWorld) => cellsOf(world)[0] ?? [];

const acts: Readonly<Record<string, (world: SyncWorld) => void>> = {
  "sorts the rows": (world) => sortBy(world, "问题描述", "DESCENDING"),
  "inserts blank rows at the top": (world) =>
    edit(world, { insertDimension: { range: rows(1, 2), inheritFromBefore: false } }),
  "moves a row": (world) => edit(world, { moveDimension: { source: rows(1), destinationIndex: 4 } }),
  "cuts a row and pastes it further down": (world) => {
    const { row } = find(world, "第1个示例问题", "问题描述");
    const source = { sheetId: 7, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: 0, endColumnIndex: 16 };
    edit(world, { cutPaste: { source, destination: { sheetId: 7, rowIndex: 12, columnIndex: 0 } } });
  },
  "deletes a row that nobody else touches": (world) => deleteRow(world, find(world, "第4个示例问题", "问题描述").row),
  "types a new row": (world) => typeAt(world, { row: cellsOf(world).length + 2, column: 1 }, "当场登记的问题"),
  "types into a cell that nobody else touches": (world) => type(world, "第1个示例问题", "整改进展", "当场写的"),
  "types over a private cell": (world) => type(world, "第2个示例问题", "联系电话（自用）", "当场的电话"),
  "inserts a private column": (world) => {
    edit(world, { insertDimension: { range: columns(2), inheritFromBefore: false } });
    typeAt(world, { row: 0, column: 2 }, "自用栏");
    typeAt(world, { row: 1, column: 2 }, "自用的话");
  },
  "moves a column": (world) =>
    edit(world, { moveDimension: { source: columns(headers(world).indexOf("责任人")), destinationIndex: 1 } }),
  "renames a column": (world) => typeAt(world, { row: 0, column: headers(world).indexOf("责任人") }, "整改责任人"),
  "hides rows": (world) =>
    edit(world, {
      updateDimensionProperties: { range: rows(1, 2), properties: { hiddenByUser: true }, fields: "hiddenByUser" },
    }),
  "duplicates the tab": (world) =>
    edit(world, { duplicateSheet: { sourceSheetId: 7, newSheetId: 8, newSheetName: "副本" } }),
  "renames the tab": (world) =>
    edit(world, { updateSheetProperties: { properties: { sheetId: 7, title: "我局的整改" }, fields: "title" } }),
};

/** Where rows stand, and what stood on a copy when it was made, is the person's doing at that moment. */
const comparable = (found: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(found).filter(([line]) => line !== "order" && !line.startsWith("副本 ")));

describe("a person who acts while a pass goes on", () => {
  it.each(Object.keys(acts))(
    "[P5] %s, before and after every request to Google",
    async (name) => {
      const act = acts[name] ?? (() => {});
      const before = await busyLedger();
      act(before.world);
      await before.rest();
      const wanted = comparable(await meaning(before));

      const undisturbed = await passWith((await busyLedger()).world, {});
      const wrong: Record<string, unknown> = {};
      const seen = new Map<string, number>();
      for (const request of undisturbed.requests) {
        const n = (seen.get(request) ?? 0) + 1;
        seen.set(request, n);
        for (const when of ["before", "after"]) {
          const moment = `${when} ${request} ${n}`;
          const ledger = await busyLedger();
          await passWith(ledger.world, { [moment]: () => act(ledger.world) });
          await ledger.rest();
          const found = differing(wanted, comparable(await meaning(ledger)));
          if (Object.keys(found).length > 0) wrong[moment] = found;
        }
      }
      expect(seen.size).toBe(3);
      expect(wrong).toEqual({});
    },
    60_000,
  );
});
