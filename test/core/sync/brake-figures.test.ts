import { describe, expect, it } from "vitest";
import { deleteRow, read, typeAt } from "../../support/ledger-sheet.ts";
import { figures, type Ledger, settledLedger } from "./ledger.ts";

const overwrite = (ledger: Ledger, rows: number) => {
  for (let row = 1; row <= rows; row++) typeAt(ledger.world, { row, column: 4 }, `错列${row}`);
};

describe("figures below which nobody is stopped", () => {
  it("[K2] five missing rows of six are a deletion, six are a brake", async () => {
    const five = await settledLedger(6);
    deleteRow(five.world, 1, 5);
    await five.rest();
    expect((await five.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(5);
    const six = await settledLedger(7);
    deleteRow(six.world, 1, 6);
    expect((await six.pass()).outcome).toBe("BRAKED");
  });

  it("[K2] a fifth of many rows is a deletion, one more is a brake", async () => {
    const fifth = await settledLedger(40);
    deleteRow(fifth.world, 1, 8);
    await fifth.rest();
    expect((await fifth.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(8);
    const more = await settledLedger(40);
    deleteRow(more.world, 1, 9);
    expect((await more.pass()).outcome).toBe("BRAKED");
  });

  it("[K2] rows that go away bit by bit are counted afresh each time", async () => {
    const ledger = await settledLedger(12);
    for (let i = 0; i < 2; i++) {
      deleteRow(ledger.world, 1, 3);
      await ledger.rest();
    }
    expect((await ledger.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(6);
  });

  it("[K3] twenty changed rows are an afternoon's work, whatever their share", async () => {
    const ledger = await settledLedger(20);
    overwrite(ledger, 20);
    expect((await ledger.pass()).outcome).toBe("DONE");
    expect((await ledger.world.items("s1")).every(({ texts }) => texts.department?.startsWith("错列"))).toBe(true);
  });

  it("[K3] one write of the API to all rows stops nobody", async () => {
    const ledger = await settledLedger(30);
    for (let n = 1; n <= 30; n++) await ledger.world.apiSet(ledger.code(n), { remark: `接口${n}` });
    expect(figures(await ledger.pass())).toMatchObject({ outcome: "DONE", toSheet: 30, reads: 1, writes: 1 });
    expect(read(ledger.world, "第30个示例问题", "备注")).toBe("接口30");
  });
});
