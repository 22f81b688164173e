import { createHash, createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { makeGoogleSheet } from "../../../core/sheet/google.ts";
import { googleScopes, makeGoogleAuth, workloadConfig } from "../../../core/sheet/google-auth.ts";
import { makeGoogleDrive } from "../../../core/sheet/google-drive.ts";

const audience = "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ledger/providers/aws";
const serviceAccount = "ledger-1@example.iam.gserviceaccount.com";
const role = { keyId: "ASIAEXAMPLE", secret: "example-secret", session: "example-session", region: "ap-southeast-1" };

let server: Server | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  server?.close();
});

interface Asked {
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

/** Google's token services and Sheets in one, each answering only to what it would accept. */
async function startGoogle(refusals: Readonly<Record<string, number>> = {}) {
  const asked: Asked[] = [];
  const listening = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { authorization = "" } = request.headers;
    const path = (request.url ?? "").split("?")[0] ?? "";
    asked.push({ path, authorization, body });
    const [, refusal] = Object.entries(refusals).find(([end]) => path.endsWith(end)) ?? [];
    const answer = refusal === undefined ? answerTo({ path, authorization, body }) : null;
    response.writeHead(answer === null ? (refusal ?? 401) : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { error: { code: 401, message: "refused" } }));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return { asked, url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}` };
}

function answerTo({ path, authorization, body }: Asked): object | null {
  if (path === "/v1/token") {
    const form = new URLSearchParams(body);
    const proof = JSON.parse(decodeURIComponent(form.get("subject_token") ?? "{}")) as Proof;
    return form.get("audience") === audience && isSignedByRole(proof)
      ? { access_token: "federated", issued_token_type: "access_token", token_type: "Bearer", expires_in: 3600 }
      : null;
  }
  if (path === `/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`) {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    return authorization === "Bearer federated" ? { accessToken: "of-the-account", expireTime: later } : null;
  }
  return authorization === "Bearer of-the-account"
    ? { spreadsheetId: "s1", properties: { title: "台账" }, sheets: [] }
    : null;
}

interface Proof {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** What AWS would check when Google shows it the request: signature version 4 over GetCallerIdentity. */
function isSignedByRole({ url, method, headers }: Proof): boolean {
  const { hostname, search } = new URL(url);
  const sent = new Map(headers.map(({ key, value }) => [key.toLowerCase(), value]));
  const [, day = "", signed = "", signature = ""] =
    /Credential=ASIAEXAMPLE\/(\d{8})\/ap-southeast-1\/sts\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      sent.get("authorization") ?? "",
    ) ?? [];
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const lines = signed.split(";").map((name) => `${name}:${sent.get(name) ?? ""}\n`);
  const canonical = [method, "/", search.slice(1), lines.join(""), signed, sha256("")].join("\n");
  const scope = `${day}/${role.region}/sts/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", sent.get("x-amz-date"), scope, sha256(canonical)].join("\n");
  const key = [day, role.region, "sts", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${role.secret}`);
  return (
    hostname === `sts.${role.region}.amazonaws.com` &&
    sent.get("x-amz-security-token") === role.session &&
    sent.get("x-goog-cloud-target-resource") === audience &&
    hmac(key, toSign).toString("hex") === signature
  );
}

function asLambda(secret = role.secret) {
  vi.stubEnv("AWS_REGION", role.region);
  vi.stubEnv("AWS_ACCESS_KEY_ID", role.keyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", secret);
  vi.stubEnv("AWS_SESSION_TOKEN", role.session);
}

it("[I25] the Lambda role's signature becomes a token of the service account, once for all requests; no key exists", async () => {
  asLambda();
  const { asked, url } = await startGoogle();
  const auth = makeGoogleAuth({ kind: "WORKLOAD", audience, serviceAccount }, { sts: url, iamCredentials: url });
  const sheet = makeGoogleSheet({ auth, endpoint: url });
  expect(await sheet.read("s1")).toMatchObject({ spreadsheetId: "s1", title: "台账" });
  await sheet.read("s1");
  expect(asked.map(({ path }) => path)).toEqual([
    "/v1/token",
    `/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`,
    "/v4/spreadsheets/s1",
    "/v4/spreadsheets/s1",
  ]);
  expect(JSON.parse(asked[1]?.body ?? "{}")).toMatchObject({ scope: googleScopes });
});

it.each([
  ["a role that Google does not trust", { "/v1/token": 400 }],
  ["a role that may not act as the account", { ":generateAccessToken": 403 }],
  ["an account that was deleted", { ":generateAccessToken": 404 }],
])("[I25] %s is refused as credentials; no spreadsheet is taken for gone", async (_, refusals) => {
  asLambda();
  const { url } = await startGoogle(refusals);
  const auth = makeGoogleAuth({ kind: "WORKLOAD", audience, serviceAccount }, { sts: url, iamCredentials: url });
  await expect(makeGoogleSheet({ auth, endpoint: url }).read("s1")).rejects.toThrow("google.unauthorized");
  await expect(makeGoogleDrive({ auth, endpoint: url }).listChanges("1")).rejects.toThrow("google.unauthorized");
});

it("[I25] a role whose signature does not hold gets no token", async () => {
  asLambda("another-secret");
  const { url } = await startGoogle();
  const auth = makeGoogleAuth({ kind: "WORKLOAD", audience, serviceAccount }, { sts: url, iamCredentials: url });
  await expect(makeGoogleSheet({ auth, endpoint: url }).read("s1")).rejects.toThrow("google.unauthorized");
});

it("[I25] the configuration is the one gcloud writes, and asks no metadata server", () => {
  expect(workloadConfig(audience, serviceAccount)).toEqual({
    type: "external_account",
    audience,
    subject_token_type: "urn:ietf:params:aws:token-type:aws4_request",
    token_url: "https://sts.googleapis.com/v1/token",
    service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`,
    credential_source: {
      environment_id: "aws1",
      regional_cred_verification_url: "https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15",
    },
  });
});
