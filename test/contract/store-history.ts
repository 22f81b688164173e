import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Change } from "../../core/ledger/item.ts";
import { limits } from "../../core/limits.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import { Crash, makeFaulty } from "../support/faulty.ts";
import type { Open, Opened } from "./store.ts";
import { aChange, anItem, failureOf, haixi, put, readPages } from "./store-builders.ts";

const ids = (changes: readonly Change[]) => changes.map(({ id }) => id);

/** Writes versions from..to, each with `each` entries, and answers the entries newest first. */
async function writeVersions(opened: Opened, code: string, from: number, to: number, each = 1): Promise<Change[]> {
  const written: Change[] = [];
  for (let version = from; version <= to; version++) {
    const changes = Array.from({ length: each }, (_, n) => aChange(`${version}.${n + 1}`));
    await put(opened.store, anItem(code, { version, revision: version }), changes);
    written.push(...changes);
  }
  return written.reverse();
}

async function rowsOf(opened: Opened, code: string) {
  const { rows } = await opened.table.query({ hash: `item#${code}`, newestFirst: true });
  const [item, ...own] = rows;
  const inline = item?.changes;
  return { inline: inline !== undefined && "L" in inline ? inline.L.length : 0, own: own.length };
}

export function historyRules(open: Open): void {
  describe("history", () => {
    test("[S10] the newest entries stay on the item and older ones move, none lost", async () => {
      const opened = await open();
      const written = await writeVersions(opened, "P1", 1, limits.inlineChanges);
      expect(await rowsOf(opened, "P1")).toEqual({ inline: limits.inlineChanges, own: 0 });
      const more = await writeVersions(opened, "P1", limits.inlineChanges + 1, limits.inlineChanges + 1);
      expect(await rowsOf(opened, "P1")).toEqual({ inline: 1, own: limits.inlineChanges });
      expect((await opened.store.listChanges("P1", { first: 100 })).rows).toEqual([...more, ...written]);
    });

    test("[S10] entries that are too long for their number move too", async () => {
      const opened = await open();
      const long = "测".repeat(limits.inlineChangeChars / 2);
      for (let version = 1; version <= 4; version++) {
        await put(opened.store, anItem("P1", { version, revision: version }), [
          aChange(`${version}.1`, { after: long }),
        ]);
      }
      expect(await rowsOf(opened, "P1")).toEqual({ inline: 1, own: 3 });
      expect(ids((await opened.store.listChanges("P1", { first: 9 })).rows)).toEqual(["4.1", "3.1", "2.1", "1.1"]);
    });

    test("[S10] more entries than fit on the item are still accepted in one write", async () => {
      const opened = await open();
      const written = await writeVersions(opened, "P1", 1, 3, limits.inlineChanges + 5);
      expect((await opened.store.listChanges("P1", { first: 100 })).rows).toEqual(written);
    });

    test("[S8] older entries make room for an item that only fits without them", async () => {
      const opened = await open();
      const texts = (chars: number) =>
        Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}`, "测".repeat(chars)]));
      const long = Array.from({ length: 8 }, (_, n) => aChange(`1.${n + 1}`, { after: "测".repeat(9_000) }));
      await put(opened.store, anItem("P1"), long);
      const large = await put(opened.store, anItem("P1", { revision: 2, texts: texts(10_000) }));
      expect((await opened.store.getItems(["P1"], "STRONG")).get("P1")).toEqual(large);
      expect((await opened.store.listChanges("P1", { first: 100 })).rows).toEqual([...long].reverse());
    });

    test("[S11] pages of any size hold every entry once, newest first", async () => {
      const opened = await open();
      const written = await writeVersions(opened, "P1", 1, 23, 2);
      for (const first of [1, 2, 5, 10, 11, 23, 45, 46, 47]) {
        const { rows, sizes } = await readPages(first, (page) => opened.store.listChanges("P1", page));
        expect(rows).toEqual(written);
        expect(sizes).toHaveLength(Math.ceil(46 / first));
      }
      expect(await opened.store.listChanges("nobody", { first: 5 })).toEqual({ rows: [], next: null });
    });

    test("[S11] paging goes on rightly when entries move meanwhile", async () => {
      const opened = await open();
      const written = await writeVersions(opened, "P1", 1, 16);
      const page = await opened.store.listChanges("P1", { first: 3 });
      await writeVersions(opened, "P1", 17, 40);
      const { rows } = await readPages(4, ({ first, after }) =>
        opened.store.listChanges("P1", { first, after: after ?? page.next ?? "" }),
      );
      expect([...page.rows, ...rows]).toEqual(written);
    });

    test("[S14] a cursor that history did not give is refused", async () => {
      const { store } = await open();
      for (const after of ["", "x", "i:1.1", Buffer.from("i:1").toString("base64url")]) {
        expect(await failureOf(store.listChanges("P1", { first: 1, after }))).toBe("cursor.malformed");
      }
    });

    test("[S9] a crash before or after any request loses no entry and doubles none", async () => {
      const opened = await open();
      // Every request of three writes that include a move to rows of their own is a place to crash at.
      for (let place = 1; place <= 12; place++) {
        for (const moment of ["before", "after"] as const) {
          const code = `P${place}${moment}`;
          const expected = await accepted(opened, code, 13, crashAt(moment, place));
          expect(ids((await opened.store.listChanges(code, { first: 100 })).rows)).toEqual(expected);
        }
      }
    });

    test("[S9] after any sequence of edits and crashes history is exactly the accepted edits", async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ entries: fc.nat(4), crash: fc.option(fc.nat(9), { nil: undefined }) }), {
            minLength: 1,
            maxLength: 25,
          }),
          async (edits) => {
            const opened = await open();
            const code = `R${++run}`;
            const expected: string[] = [];
            let version = 0;
            for (const { entries, crash } of edits) {
              const count = Math.min(entries + (version === 0 ? 1 : 0), 5);
              const moment = (crash ?? 0) % 2 === 0 ? "before" : "after";
              const done = await edit(
                opened,
                code,
                version,
                count,
                crashAt(moment, crash === undefined ? 0 : crash + 1),
              );
              if (!done) continue;
              version += 1;
              for (let n = 1; n <= count; n++) expected.unshift(`${version}.${n}`);
            }
            const { rows } = await readPages(7, (page) => opened.store.listChanges(code, page));
            expect(ids(rows)).toEqual(expected);
          },
        ),
        { numRuns: 15, seed: 20231101 },
      );
    });
  });
}

/** Fails once: at the nth request, before it reaches the table or after the table has done it. 0: never. */
function crashAt(moment: "before" | "after", place: number) {
  let requests = 0;
  return (now: "before" | "after") => {
    if (now === moment && ++requests === place) throw new Crash(`${moment} request ${place}`);
  };
}

/** One edit whose writer may crash; true when the table holds it, as a fresh reader sees. */
async function edit(
  opened: Opened,
  code: string,
  version: number,
  entries: number,
  hook: ReturnType<typeof crashAt>,
): Promise<boolean> {
  const faulty = makeTableStore(makeFaulty(opened.table, hook), () => `${code}-${version}`);
  const changes = Array.from({ length: entries }, (_, n) => aChange(`${version + 1}.${n + 1}`));
  const item = anItem(code, { version: version + 1 });
  try {
    expect((await faulty.putItem(item, indexValuesOf(item, haixi), changes, version)).ok).toBe(true);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  const now = (await opened.store.getItems([code], "STRONG")).get(code)?.revision ?? 0;
  expect([version, version + 1]).toContain(now);
  return now === version + 1;
}

/** Writes `versions` edits through a writer that crashes, and starts again after each crash, as a new process would. */
async function accepted(opened: Opened, code: string, versions: number, hook: ReturnType<typeof crashAt>) {
  const expected: string[] = [];
  for (let version = 0; version < versions; ) {
    if (!(await edit(opened, code, version, 1, hook))) continue;
    version += 1;
    expected.unshift(`${version}.1`);
  }
  return expected;
}
