import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import { makeTimeId, type World } from "../ledger/code.ts";
import type { Log } from "../log.ts";
import type { Channel, Drive } from "../sheet/drive.ts";
import type { Store } from "../store/store.ts";

/**
 * Doorbells: one push channel per account, which Drive rings when any of its files changed. A channel cannot be
 * renewed; a successor is opened while the old one still rings. What a channel misses, the clock finds.
 */

const partition = "drive-channel";
/** Drive keeps a channel on changes for at most 7 days. */
const lifeMs = 7 * 86_400_000;
const renewBeforeMs = 86_400_000;

const schema = z.object({ id: z.string(), resourceId: z.string(), expiresAtMs: z.number() });

export interface ChannelDeps {
  readonly store: Pick<Store, "getRecord" | "putRecord">;
  readonly drive: (account: string) => Promise<Drive>;
  readonly accounts: readonly string[];
  readonly url: string;
  readonly secret: string;
  readonly world: World;
  readonly log: Log;
}

const tag = (account: string) => createHash("sha256").update(account).digest("hex").slice(0, 16);
const tokenOf = (secret: string, channelId: string) => createHmac("sha256", secret).update(channelId).digest();

/** The account whose doorbell rang; null when the token was not made with our secret. Takes the same time either way. */
export function accountOfRing(
  accounts: readonly string[],
  secret: string,
  ring: { readonly channelId: string; readonly token: string },
): string | null {
  const expected = tokenOf(secret, ring.channelId);
  const given = createHash("sha256").update(ring.token).digest();
  const genuine = timingSafeEqual(createHash("sha256").update(expected.toString("hex")).digest(), given);
  return genuine ? (accounts.find((account) => ring.channelId.startsWith(`${tag(account)}-`)) ?? null) : null;
}

/** Opens what is missing or ends within a day. Throws the first failure after trying every account. */
export async function renewChannels(deps: ChannelDeps): Promise<{ readonly opened: number }> {
  const results = await Promise.allSettled(deps.accounts.map((account) => renewOne(deps, account)));
  const failure = results.find((each) => each.status === "rejected");
  if (failure !== undefined) throw failure.reason;
  return { opened: results.filter((each) => each.status === "fulfilled" && each.value).length };
}

async function renewOne({ store, drive, url, secret, world, log }: ChannelDeps, account: string): Promise<boolean> {
  const record = await store.getRecord(partition, account);
  const old: Channel | null = record === null ? null : schema.parse(JSON.parse(record.value));
  const nowMs = world.nowMs();
  if (old !== null && old.expiresAtMs - nowMs > renewBeforeMs) return false;
  const api = await drive(account);
  const id = `${tag(account)}-${makeTimeId(world)}`;
  const token = tokenOf(secret, id).toString("hex");
  const pageToken = await api.startPageToken();
  const channel = await api.watch({ id, token, url, expiresAtMs: nowMs + lifeMs, pageToken });
  const written = await store.putRecord(
    { partition, key: account, value: JSON.stringify(channel), expiresAt: null },
    record?.revision ?? 0,
  );
  // Another run was first: its channel is the one that will be renewed, ours must not go on ringing beside it.
  const unwanted = written.ok ? old : channel;
  if (unwanted !== null) await api.stop(unwanted).catch(() => {});
  log.info("channel.opened", { account, expiresAtMs: channel.expiresAtMs, kept: written.ok });
  return written.ok;
}
