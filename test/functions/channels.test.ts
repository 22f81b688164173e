import { expect, it } from "vitest";
import { AppError } from "../../core/errors.ts";
import { accountOfRing, renewChannels } from "../../core/sync/channels.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aDrive, aWorld, recordingLog } from "./machine.ts";

const dayMs = 86_400_000;
const accounts = ["ledger-1@example.org", "ledger-2@example.org"];

function aMachine() {
  const world = aWorld();
  const store = makeMemoryStore();
  const drives = new Map(accounts.map((name) => [name, aDrive()]));
  const driveOf = (name: string) => drives.get(name) ?? aDrive();
  const deps = {
    store,
    drive: async (name: string) => driveOf(name).drive,
    accounts,
    url: "https://api.example.org/google/changes",
    secret: "example-secret",
    world,
    log: recordingLog().log,
  };
  return { world, driveOf, deps };
}

it("[Q21] a channel is replaced in the last day of its seven, and the successor opens before the old one is stopped", async () => {
  const { deps, driveOf, world } = aMachine();
  const { requests, channels } = driveOf(accounts[0] ?? "");
  expect(await renewChannels(deps)).toEqual({ opened: 2 });
  expect([...channels.values()].map(({ expiresAtMs }) => expiresAtMs)).toEqual([world.nowMs() + 7 * dayMs]);
  world.pass(6 * dayMs - 1);
  expect(await renewChannels(deps)).toEqual({ opened: 0 });
  world.pass(1);
  requests.length = 0;
  expect(await renewChannels(deps)).toEqual({ opened: 2 });
  expect(requests).toEqual(["startPageToken", "watch", "stop"]);
  expect(channels.size).toBe(1);
});

it("[Q21] of two renewals at once one channel stays", async () => {
  const { deps, driveOf } = aMachine();
  await Promise.all([renewChannels(deps), renewChannels(deps)]);
  expect(driveOf(accounts[0] ?? "").channels.size).toBe(1);
});

it("[Q21] an account that fails does not keep the others without a channel", async () => {
  const { deps, driveOf } = aMachine();
  const [first = "", second = ""] = accounts;
  Object.assign(driveOf(first).drive, { watch: () => Promise.reject(new AppError("google.unavailable", "503")) });
  await expect(renewChannels(deps)).rejects.toThrow("google.unavailable");
  expect(driveOf(second).channels.size).toBe(1);
});

it("[Q22] a ring is taken for genuine only with the token made for that very channel", async () => {
  const { deps, driveOf } = aMachine();
  await renewChannels(deps);
  const rings = accounts.map((name) => {
    const [channel] = driveOf(name).channels.values();
    return { channelId: channel?.id ?? "", token: channel?.token ?? "" };
  });
  const [one, two] = rings as [(typeof rings)[number], (typeof rings)[number]];
  const who = (ring: { channelId: string; token: string }, secret = deps.secret) =>
    accountOfRing(accounts, secret, ring);
  expect(rings.map((ring) => who(ring))).toEqual(accounts);
  expect(who({ channelId: one.channelId, token: two.token })).toBeNull();
  expect(who({ channelId: one.channelId, token: "" })).toBeNull();
  expect(who({ channelId: "", token: "" })).toBeNull();
  expect(who({ channelId: one.channelId, token: `${one.token}0` })).toBeNull();
  expect(who(one, "another-secret")).toBeNull();
});
