import { describe, expect, it } from "vitest";
import { makeItemLoader } from "../../graphql/item-loader.ts";
import { anItem } from "../contract/store-builders.ts";
import { anApi } from "./api.ts";

/** P1 at a unit that may be seen, P2 at one that may not. */
async function aLoader() {
  const { store } = await anApi();
  const asked: (readonly string[])[] = [];
  const items = new Map([
    ["P1", anItem("P1", { unit: "c" })],
    ["P2", anItem("P2", { unit: "n" })],
  ]);
  const loader = makeItemLoader(
    {
      ...store,
      getItems: async (codes) => {
        asked.push(codes);
        return new Map([...items].filter(([code]) => codes.includes(code)));
      },
    },
    ({ unit }) => unit === "c",
  );
  return { loader, asked, items };
}

describe("the items of a request", () => {
  it("[A21] are read in one batch and each once, whoever asks", async () => {
    const { loader, asked } = await aLoader();
    const codes = ["P1", "P2", "P1", "P3"];
    const found = await Promise.all([...codes.map(loader.load), ...codes.map(loader.loadVisible)]);
    expect(found.map((item) => item?.code ?? null)).toEqual(["P1", "P2", "P1", null, "P1", null, "P1", null]);
    await loader.load("P2");
    expect(asked).toEqual([["P1", "P2", "P3"]]);
  });

  it("[A21] are not asked for by what no code can be", async () => {
    const { loader, asked } = await aLoader();
    expect(await Promise.all(["", "P".repeat(41)].map(loader.loadVisible))).toEqual([null, null]);
    expect(asked).toEqual([]);
  });

  it("[A21] that were written are shown as written, and judged anew", async () => {
    const { loader, items } = await aLoader();
    expect([(await loader.loadVisible("P1"))?.version, await loader.loadVisible("P2")]).toEqual([1, null]);
    loader.put(anItem("P1", { unit: "n", version: 2 }));
    expect([(await loader.load("P1"))?.version, await loader.loadVisible("P1")]).toEqual([2, null]);
    items.set("P2", anItem("P2", { unit: "c", version: 3 }));
    loader.forget();
    expect((await loader.loadVisible("P2"))?.version).toBe(3);
  });
});
