import { renewChannels } from "../core/sync/channels.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** Clock -> doorbells that end soon get a successor. */
export async function handleRenew(given: Wiring): Promise<{ readonly opened: number }> {
  const { store, drive, accounts, world, log, webhookUrl } = given;
  if (webhookUrl === null) return { opened: 0 };
  return renewChannels({ store, drive, accounts, url: webhookUrl, secret: given.webhookSecret(), world, log });
}

export const handler = () => handleRenew(wiring());
