import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type FlattenedJWSInput, generateKeyPair, type JWK } from "jose";
import { afterEach, describe, expect, it } from "vitest";
import { discoverKeys } from "../../graphql/issuer-keys.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const token: FlattenedJWSInput = { payload: "", signature: "" };
const header = (kid: string) => ({ alg: "ES256", kid });

/** An issuer whose keys and whose health a test changes, and the keys as the API finds them. */
async function anIssuer() {
  const key = async (kid: string): Promise<JWK> => {
    const { publicKey } = await generateKeyPair("ES256");
    return { ...(await exportJWK(publicKey)), kid, alg: "ES256" };
  };
  const issuer = { keys: [await key("first")], status: 200, asked: [] as string[], nowMs: 0, key };
  const server = createServer(({ url = "" }, response) => {
    issuer.asked.push(url);
    response.statusCode = issuer.status;
    const description = { jwks_uri: `${address}/keys` };
    response.end(JSON.stringify(url === "/keys" ? { keys: issuer.keys } : description));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  closers.push(() => void server.close());
  const find = discoverKeys(`${address}/`, () => issuer.nowMs);
  return { issuer, find: (kid: string) => find(header(kid), token) };
}

describe("the issuer's keys", () => {
  it("[A2] are found through its description, once for all who ask at once, and kept for ten minutes", async () => {
    const { issuer, find } = await anIssuer();
    const once = ["/.well-known/openid-configuration", "/keys"];

    await Promise.all([find("first"), find("first")]);
    issuer.nowMs = 10 * 60_000 - 1;
    await find("first");
    expect(issuer.asked).toEqual(once);

    issuer.nowMs += 1;
    await find("first");
    await find("first");
    expect(issuer.asked).toEqual([...once, "/keys"]);
  });

  it("[A2] one that is not among them may be new: they are fetched again, but not for every unknown one", async () => {
    const { issuer, find } = await anIssuer();
    await find("first");
    issuer.keys.push(await issuer.key("second"));

    expect(await find("second")).toMatchObject({ type: "public" });
    for (const unknown of ["third", "fourth"]) {
      await expect(find(unknown)).rejects.toMatchObject({ code: "ERR_JWKS_NO_MATCHING_KEY" });
    }
    expect(issuer.asked).toEqual(["/.well-known/openid-configuration", "/keys", "/keys"]);
  });

  it("[A2] that cannot be fetched are not the token's fault, and are asked for again", async () => {
    const { issuer, find } = await anIssuer();
    issuer.status = 503;
    await expect(find("first")).rejects.toThrow(/openid-configuration answers 503$/);
    issuer.status = 200;
    expect(await find("first")).toMatchObject({ type: "public" });
  });
});
