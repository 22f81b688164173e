import { expect, it } from "vitest";
import { withKnownUnits } from "../../core/sync/known-units.ts";
import { aUnit } from "../contract/store-builders.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aWorld, counted, link } from "./machine.ts";

async function aMachine() {
  const world = aWorld();
  const { store, calls } = counted(makeMemoryStore());
  await store.putUnit(aUnit("cn/", { level: "INDUSTRY" }), 0);
  const known = withKnownUnits(store, world.nowMs);
  const asked = () => calls.filter((name) => name === "listUnits").length;
  const codes = async () => (await known.listUnits()).map(({ code }) => code);
  return { world, store, known, asked, codes };
}

it("[Q32] the unit tree is asked for once a minute, however many passes need it", async () => {
  const { world, asked, codes } = await aMachine();
  await Promise.all([codes(), codes()]);
  world.pass(59_999);
  await codes();
  expect(asked()).toBe(1);
  world.pass(1);
  await codes();
  expect(asked()).toBe(2);
});

it("[Q32] a link to a unit that was added meanwhile makes it look again at once", async () => {
  const { store, known, asked, codes } = await aMachine();
  expect(await codes()).toEqual(["cn"]);
  await store.putUnit(aUnit("cn/p/"), 0);
  await link(store, "s1", { unit: "p" });
  await known.getLink("s1");
  expect(await codes()).toEqual(["cn", "p"]);
  await known.getLink("s1");
  await codes();
  expect(asked()).toBe(2);
});

it("[Q32] a failure is not remembered", async () => {
  const { store, codes } = await aMachine();
  const { listUnits } = store;
  store.listUnits = () => Promise.reject(new Error("no network"));
  await expect(codes()).rejects.toThrow("no network");
  store.listUnits = listUnits;
  expect(await codes()).toEqual(["cn"]);
});
