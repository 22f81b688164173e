import type { FileRecord } from "./file.ts";
import type { Channel, Store } from "./store.ts";
import { accessOf } from "./store.ts";

/** Push messages: no useful body, everything in Google's headers. */

export type Push = (address: string, headers: Record<string, string>) => Promise<void>;

/**
 * "Value is always 1 for sync messages. Message numbers increase for each subsequent message on the channel, but they
 * are not sequential": taken from the change log, they go on increasing over a restart.
 */
const syncNumber = 1;
const numberOf = (file: FileRecord) => syncNumber + (file.deletedSeq ?? file.changeSeq);

function send(channel: Channel, number: number, state: string, push: Push, changed?: string): void {
  const headers: Record<string, string> = {
    "x-goog-channel-id": channel.id,
    "x-goog-message-number": String(number),
    "x-goog-resource-id": channel.resourceId,
    "x-goog-resource-state": state,
    "x-goog-resource-uri": channel.resourceUri,
    "x-goog-channel-expiration": new Date(channel.expiresAt).toUTCString(),
    ...(channel.token === undefined ? {} : { "x-goog-channel-token": channel.token }),
    ...(changed === undefined ? {} : { "x-goog-changed": changed }),
  };
  push(channel.address, headers).catch(() => {});
}

/** With `opened`, the first message of that channel; else what a published change of `file` calls for. */
export function pushMessages(
  store: Store,
  file: FileRecord | undefined,
  now: number,
  push: Push,
  opened?: Channel,
): void {
  if (opened !== undefined) {
    send(opened, syncNumber, "sync", push);
    return;
  }
  if (file === undefined || store.channels.size === 0) return;
  for (const channel of store.channels.values()) {
    if (channel.expiresAt <= now) store.channels.delete(channel.id);
    else if (channel.fileId === undefined) {
      if (accessOf(file, channel.user) > 0 || file.deletedSeq !== undefined || file.lost[channel.user] !== undefined)
        send(channel, numberOf(file), "change", push);
    } else if (channel.fileId === file.id) {
      const state = file.deletedSeq !== undefined ? "remove" : file.trashed ? "trash" : "update";
      send(channel, numberOf(file), state, push, state === "update" ? "content" : undefined);
    }
  }
}
