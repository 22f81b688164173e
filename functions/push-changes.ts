import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { accountOfRing } from "../core/sync/channels.ts";
import { changesOf } from "./poll-changes.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** Longer headers than Google ever sends are not hashed. */
const headerChars = 300;

/** Google's doorbell -> check its token -> the same as a tick of the clock for one account. The body is never read. */
export async function handlePush(
  given: Wiring,
  event: Pick<APIGatewayProxyEventV2, "headers">,
): Promise<APIGatewayProxyStructuredResultV2> {
  const header = (name: string) => (event.headers[name] ?? "").slice(0, headerChars);
  const account = accountOfRing(given.accounts, given.webhookSecret(), {
    channelId: header("x-goog-channel-id"),
    token: header("x-goog-channel-token"),
  });
  if (account === null) return { statusCode: 403 };
  if (header("x-goog-resource-state") !== "sync") await (await changesOf(given)).notice([account]);
  return { statusCode: 204 };
}

export const handler = (event: APIGatewayProxyEventV2) => handlePush(wiring(), event);
