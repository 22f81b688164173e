import { createHash } from "node:crypto";
import { exportJWK, exportPKCS8, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { makeTokenVerifier } from "../../graphql/auth.ts";
import { localAudience, localIssuer } from "../../local/issuer.ts";
import { anApi, aRequest, startMs, theIssuer, tokenOf } from "./api.ts";
import { who } from "./attack.ts";

describe("tokens", () => {
  it("[A2] expired, foreign, unsigned, wrongly signed and incomplete ones are all the same", async () => {
    const api = await anApi();
    const issuer = await theIssuer();
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const nowSeconds = startMs / 1000;
    const claims = { unit: "c", role: "ADMIN", sub: "x", iss: localIssuer, aud: localAudience, exp: nowSeconds + 600 };
    const foreign = (payload: Record<string, unknown>) =>
      new SignJWT(payload).setProtectedHeader({ alg: "ES256", kid: "local" }).sign(privateKey);
    const good = await tokenOf(who);
    const [head = "", body = "", signature = ""] = good.split(".");
    const altered = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, "base64url").toString()), role: "ADMIN" }),
    ).toString("base64url");
    // The public key as an HMAC secret: works against verifiers that let the token choose the algorithm.
    const publicText = JSON.stringify(await exportJWK(publicKey));
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "local" })
      .sign(createHash("sha256").update(publicText).digest());
    expect(await exportPKCS8(privateKey)).toContain("PRIVATE KEY");

    const status = async (authorization: string) =>
      (await api.handle(aRequest({ headers: { authorization }, body: '{"query":"{ viewer { role } }"}' }))).status;
    expect({
      good: await status(`Bearer ${good}`),
      none: await status(`Bearer ${new UnsecuredJWT(claims).encode()}`),
      foreign: await status(`Bearer ${await foreign(claims)}`),
      confused: await status(`Bearer ${confused}`),
      altered: await status(`Bearer ${head}.${altered}.${signature}`),
      otherIssuer: await status(`Bearer ${await foreign({ ...claims, iss: "https://elsewhere.example" })}`),
      unknownUnit: await status(`Bearer ${await issuer.token({ unit: "nowhere", role: "ADMIN" })}`),
      unknownRole: await status(`Bearer ${await issuer.token({ unit: "c", role: "ROOT" as never })}`),
      noSubject: await status(`Bearer ${await issuer.token({ unit: "c", role: "CLERK", subject: "" })}`),
      basic: await status("Basic YTpi"),
      empty: await status("Bearer "),
      long: await status(`Bearer ${"a".repeat(100_000)}`),
    }).toEqual({
      good: 200,
      none: 401,
      foreign: 401,
      confused: 401,
      altered: 401,
      otherIssuer: 401,
      unknownUnit: 401,
      unknownRole: 401,
      noSubject: 401,
      basic: 401,
      empty: 401,
      long: 401,
    });
    const elsewhere = makeTokenVerifier({ issuer: localIssuer, audience: "another" }, () => startMs, issuer.keys);
    expect(await elsewhere(good)).toBeNull();
    api.pass(25 * 3_600_000);
    expect(await status(`Bearer ${good}`)).toBe(401);
  });

  it("[A2] a valid one is looked at once a minute, and not remembered beyond its own end", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    const nowSeconds = startMs / 1000;
    const signed = (exp: number) =>
      new SignJWT({ unit: "c", role: "CLERK", sub: "x", iss: "i", aud: "a", exp })
        .setProtectedHeader({ alg: "ES256" })
        .sign(privateKey);
    let seconds = 0;
    let looks = 0;
    const verify = makeTokenVerifier(
      { issuer: "i", audience: "a" },
      () => startMs + seconds * 1000,
      async () => {
        looks++;
        return publicKey;
      },
    );
    const ask = async (token: string, at: number) => {
      seconds = at;
      return { at, accepted: (await verify(token)) !== null, looks };
    };
    const long = await signed(nowSeconds + 3_600);
    const short = await signed(nowSeconds + 10); // 30 seconds of tolerance come on top.

    expect([await ask(long, 0), await ask(long, 59), await ask(long, 60), await ask(long, 100)]).toEqual([
      { at: 0, accepted: true, looks: 1 },
      { at: 59, accepted: true, looks: 1 },
      { at: 60, accepted: true, looks: 2 },
      { at: 100, accepted: true, looks: 2 },
    ]);
    expect([await ask(short, 0), await ask(short, 39), await ask(short, 40)]).toEqual([
      { at: 0, accepted: true, looks: 3 },
      { at: 39, accepted: true, looks: 3 },
      { at: 40, accepted: false, looks: 4 },
    ]);
  });
});
