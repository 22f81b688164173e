import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, changeSchema, type Item, itemSchema } from "../../../core/ledger/item.ts";
import { isChange, isItem } from "../../../core/ledger/item-check.ts";
import { aChange, anItem, aWorkflow } from "../../contract/store-builders.ts";

/** Every member of every part is there, and so is every part. */
const fullItem = (): Item =>
  anItem("P7K3M9Q2X4TBD", {
    workflow: { ...aWorkflow, state: "SUBMITTED", submittedBy: "clerk-1", closedOn: "2023-11-01" },
    topicCode: "T7K3M9Q2X4TBD",
    ahead: { progress: "" },
    conflicts: [
      {
        id: "due.3",
        field: "due",
        sheetValue: "年底前",
        storeValue: null,
        shown: "SHEET",
        openedAt: "2023-11-01T08:00:00.000Z",
        settledAt: null,
      },
    ],
    lastChange: aChange("1.1"),
  });

type Path = readonly (string | number)[];

/** Every place in a thing, its own parts first. */
function placesIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [[...above, name], ...placesIn(part, [...above, name])]);
}

type Deed = { readonly do: "put"; readonly value: unknown } | { readonly do: "remove" } | { readonly do: "add" };

function changed<T>(thing: T, path: Path, deed: Deed): T {
  const copy = structuredClone(thing);
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy) as Record<
    string,
    unknown
  >;
  const name = String(path.at(-1));
  if (deed.do === "put") parent[name] = deed.value;
  else if (deed.do === "remove") delete parent[name];
  else if (Array.isArray(parent)) parent.push("示例");
  else parent.unheardOf = "示例";
  return copy;
}

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.constant<Deed>({ do: "remove" }),
  fc.constant<Deed>({ do: "add" }),
  fc
    .oneof(
      fc.constantFrom(null, undefined, "", "示例", 0, 1, -1, 1.5, Number.NaN, 2 ** 60, true, [], {}, ["示例"]),
      fc.constantFrom(
        "API",
        "SHEET",
        "SYSTEM",
        "PRESENT",
        "CLOSED",
        "NORMAL",
        "topic",
        fullItem().workflow,
        aChange("2.1"),
      ),
    )
    .map((value): Deed => ({ do: "put", value })),
);

/** The schema takes it and gives back exactly this. */
function isTaken(schema: typeof itemSchema | typeof changeSchema, value: unknown): boolean {
  const parsed = schema.safeParse(value);
  return parsed.success && isDeepStrictEqual(parsed.data, value);
}

test("[S4] the quick check of an item and its schema agree about anything that can be done to any part of one", () => {
  const item = fullItem();
  const places = placesIn(item);
  expect([isItem(item), isItem(anItem("P1", { workflow: null, row: null }))]).toEqual([true, true]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), deeds), { minLength: 1, maxLength: 2 }), (steps) => {
      let value: Item = item;
      for (const [path, deed] of steps) {
        try {
          value = changed(value, path, deed);
        } catch {
          // The part was taken away by the step before.
        }
      }
      expect(isItem(value)).toBe(isTaken(itemSchema, value));
    }),
    { seed: 1, numRuns: 3_000 },
  );
});

test("[S4] each part alone: taken away, added to, and replaced by everything", () => {
  const values = fc.sample(deeds, { seed: 2, numRuns: 200 });
  const verdicts = (
    thing: Item | Change,
    check: (value: unknown) => boolean,
    schema: typeof itemSchema | typeof changeSchema,
  ) =>
    placesIn(thing).flatMap((path) =>
      values
        .map((deed) => changed(thing, path, deed))
        .filter((value) => check(value) !== isTaken(schema, value))
        .map((value) => ({ path, value })),
    );
  expect(verdicts(fullItem(), isItem, itemSchema)).toEqual([]);
  expect(verdicts(aChange("1.1"), isChange, changeSchema)).toEqual([]);
});

test.each([null, undefined, "示例", 1, []])("[S4] %o is neither an item nor a history entry", (value) => {
  expect([isItem(value), isChange(value)]).toEqual([false, false]);
});
