import { describe, expect, test } from "vitest";
import { corpus } from "./every-ledger.ts";
import { expected, observe } from "./expectation.ts";

describe("ledgers as bureaus keep them", () => {
  test.each(corpus.map((ledger) => [ledger.name, ledger] as const))("%s", (_name, ledger) => {
    const { tables, ignored } = observe(ledger);
    expect(ignored).toEqual(ledger.ignored ?? []);
    expect(tables.map(({ outline, cells, fixed }) => ({ outline, cells, fixed }))).toEqual(
      ledger.tables.map((table) => expected(ledger, table)),
    );
    tables.forEach((table, index) => {
      const wanted = ledger.tables[index];
      if (wanted === undefined) throw new Error("more tables than expected");
      expect(table.flagged).toEqual(containing(wanted.flagged));
      expect(table.problems).toEqual(containing(wanted.problems));
      for (const [key, value] of Object.entries(wanted.values ?? {}))
        expect({ [key]: table.values[key] }).toEqual({ [key]: value });
    });
  });

  test("[L17] the corpus holds at least forty ledgers, each under a rule", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(40);
    expect(corpus.filter(({ name }) => !/^\[L\d+\] /.test(name))).toEqual([]);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });
});

function containing(messages: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(messages).map(([key, part]) => [key, expect.stringContaining(part)]));
}
