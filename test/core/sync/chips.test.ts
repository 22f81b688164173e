import { expect, it } from "vitest";
import { silentLog } from "../../../core/log.ts";
import { decodeSpreadsheet } from "../../../core/sheet/google-decode.ts";
import type { Sheet } from "../../../core/sheet/sheet.ts";
import { makeSync } from "../../../core/sync/pass.ts";
import { find, linkedLedger, noteAt, read } from "../../support/ledger-sheet.ts";
import { makeSyncWorld, type SyncWorld } from "../../support/sync-world.ts";
import { figures, ledgerOf, quiet } from "./ledger.ts";

const email = "zhang@example.com";
const chipRuns = [{ chip: { personProperties: { email } } }];

/** A clerk puts a person chip into a cell. */
function putChip(world: SyncWorld, text: string, header: string): void {
  const { row, column } = find(world, text, header);
  const start = { sheetId: 7, rowIndex: row, columnIndex: column };
  const values = [{ userEnteredValue: { stringValue: "@" }, chipRuns }];
  world.google.edit("s1", [{ updateCells: { start, fields: "userEnteredValue,chipRuns", rows: [{ values }] } }]);
}

it("[L53] a chip reads as its address or link, whether Google shows that or the @ it was entered by", () => {
  const link = { startIndex: 4, chip: { richLinkProperties: { uri: "https://drive.google.com/x" } } };
  const cell = (stringValue: string) => ({
    userEnteredValue: { stringValue: "@ 和 @" },
    effectiveValue: { stringValue },
    chipRuns: [...chipRuns, { startIndex: 1, chip: {} }, link],
    note: "备注",
  });
  const values = [cell("@ 和 @"), cell("张某 和 报告"), { ...cell("a@b.c"), chipRuns: [{ startIndex: 0, chip: {} }] }];
  const { tabs } = decodeSpreadsheet("s1", { sheets: [{ data: [{ rowData: [{ values }] }] }] });
  expect(tabs[0]?.rows[0]?.cells).toEqual([
    { value: `${email} 和 https://drive.google.com/x`, chip: true, note: "备注" },
    { value: "张某 和 报告", chip: true, note: "备注" },
    { value: "a@b.c", note: "备注" },
  ]);
});

/** The world with another answer to writes: what Google says of a chip there is nowhere said. */
function answering(world: SyncWorld, shown: string): SyncWorld {
  const sheet: Sheet = {
    ...world.sheet,
    async writeRows(...args) {
      const answers = await world.sheet.writeRows(...args);
      return answers.map(({ anchor, row }) => ({
        anchor,
        row: row?.map((value) => (value === email ? shown : value)) ?? null,
      }));
    },
  };
  const sync = makeSync({ store: world.store, sheet, world: world.world, log: silentLog });
  const pass = (id: string) => {
    world.wait(1_500);
    return sync.run(id);
  };
  return { ...world, pass };
}

it.each([email, "@", "张某"])(
  "[M5] a chip is never overwritten: rows with one get their codes, what the API sets there is a conflict; written cells answer %s",
  async (shown) => {
    const world = answering(makeSyncWorld(), shown);
    await linkedLedger(world);
    putChip(world, "第1个示例问题", "责任人");
    putChip(world, "第2个示例问题", "联系电话（自用）");
    await world.pass("s1");
    const ledger = await ledgerOf(world);
    expect(figures(await ledger.pass())).toEqual(quiet);
    await world.apiSet(ledger.code(1), { owner: "王某", department: "财务科" });
    const change = await ledger.changed(() => ledger.rest());
    const message = `智能标签（人员、文件等），系统不改写；现显示表格的“${email}”，另存系统中的“王某”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”`;
    expect(change).toMatchObject({
      "#1 责任部门": "财务科",
      "#1 系统提示": `责任人：${message}`,
      "item #1 owner": email,
    });
    const place = find(world, "第1个示例问题", "责任人");
    const cell = world.google.state("s1").sheets[0]?.rows[place.row]?.[place.column];
    expect([cell?.value, cell?.chips, noteAt(world, place)]).toEqual(["@", chipRuns, `【系统】${message}`]);
    expect([read(world, "第2个示例问题", "联系电话（自用）"), figures(await ledger.pass())]).toEqual(["@", quiet]);
  },
);
