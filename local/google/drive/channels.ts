import { DriveError } from "../errors.ts";
import { resourceId } from "../ids.ts";
import type { Channel } from "../store.ts";
import type { DriveInput } from "./context.ts";
import { bodyOf, readable } from "./context.ts";

/** Push channels: changes.watch, files.watch, channels.stop. A channel cannot be renewed, only replaced. */

const hourMs = 3_600_000;
/** A channel lives an hour unless it asks; at most a day for one file, a week for the change feed. */
const lifeMs = { default: hourMs, file: 24 * hourMs, changes: 7 * 24 * hourMs };

const required = (name: string) => new DriveError(400, `Required: ${name}`, { reason: "required" });

function open(input: DriveInput, resourceUri: string, fileId: string | undefined): Channel {
  const { id, type, address, token, expiration } = bodyOf(input);
  if (typeof id !== "string" || id === "") throw required("channel.id");
  if (id.length > 64) throw new DriveError(400, "Channel id not in the right format", { reason: "channelIdInvalid" });
  if (type !== "web_hook" && type !== "webhook")
    throw new DriveError(400, "Unknown channel type", { reason: "channelUnknownType" });
  if (typeof address !== "string" || !/^https?:\/\//.test(address)) {
    throw new DriveError(400, "WebHook callback must be HTTPS", { reason: "push.webhookUrlNotHttps" });
  }
  const old = input.store.channels.get(id);
  if (old !== undefined && old.expiresAt > input.now) {
    throw new DriveError(400, "Channel id not unique", { reason: "channelIdNotUnique" });
  }
  const longest = input.now + (fileId === undefined ? lifeMs.changes : lifeMs.file);
  const asked = expiration === undefined || expiration === null ? input.now + lifeMs.default : Number(expiration);
  if (!Number.isFinite(asked)) throw new DriveError(400, "Invalid Value", { reason: "invalid" });
  const channel: Channel = {
    id,
    resourceId: resourceId(input.random),
    resourceUri,
    address,
    ...(typeof token === "string" ? { token } : {}),
    expiresAt: Math.min(asked, longest),
    user: input.user,
    ...(fileId === undefined ? {} : { fileId }),
  };
  input.store.channels.set(id, channel);
  return channel;
}

function show(channel: Channel): object {
  return {
    kind: "api#channel",
    id: channel.id,
    resourceId: channel.resourceId,
    resourceUri: channel.resourceUri,
    ...(channel.token === undefined ? {} : { token: channel.token }),
    expiration: String(channel.expiresAt),
  };
}

export function watchChanges(input: DriveInput): unknown {
  const token = input.query.get("pageToken");
  if (token === null)
    throw new DriveError(400, "Required parameter: pageToken", {
      reason: "required",
      location: "pageToken",
      locationType: "parameter",
    });
  return show(
    open(
      input,
      `https://www.googleapis.com/drive/v3/changes?alt=json&pageToken=${encodeURIComponent(token)}`,
      undefined,
    ),
  );
}

export function watchFile(input: DriveInput, fileId: string): unknown {
  readable(input, fileId);
  return show(open(input, `https://www.googleapis.com/drive/v3/files/${fileId}?alt=json`, fileId));
}

export function stopChannel(input: DriveInput): undefined {
  const { id, resourceId: resource } = bodyOf(input);
  const channel = typeof id === "string" ? input.store.channels.get(id) : undefined;
  if (channel === undefined || channel.resourceId !== resource || channel.user !== input.user) {
    throw new DriveError(404, `Channel '${String(id)}' not found for project 'local'`, { reason: "notFound" });
  }
  input.store.channels.delete(channel.id);
  return undefined;
}
