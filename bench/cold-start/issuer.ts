import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** An OIDC issuer over HTTP: a cold start fetches its description and its keys. */
export async function startIssuer(audience: string) {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256" };
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(request.url === "/jwks" ? { keys: [jwk] } : { issuer: url(), jwks_uri: `${url()}/jwks` }),
    );
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const token = await new SignJWT({ unit: "cn", role: "ADMIN" })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .setIssuer(url())
    .setAudience(audience)
    .setSubject("operator")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(privateKey);
  return {
    url: url(),
    token,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
