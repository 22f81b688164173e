import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkSummary } from "../../core/rollup/summary-link.ts";
import { localSettings, makeDynamoStore } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import type { Store } from "../../core/store/store.ts";
import { startDatabase } from "../../local/database.ts";
import { type Google, makeGoogle } from "../../local/google/google.ts";
import { startHttp } from "../../local/google/http.ts";
import { aLink, aUnit } from "../contract/store-builders.ts";
import { codeOf, loadedAtStart, zipBytes } from "./bundle.ts";
import { httpEvent, schedulerEvent, sqsEvent } from "./events.ts";
import { startSqs } from "./fake-sqs.ts";
import { type Lambda, startLambda } from "./lambda.ts";
import { evaluate, exampleSettings } from "./offline.ts";
import { only, type Resource, types } from "./resource.ts";
import { rules } from "./rules.ts";

/** KB: the zip that is uploaded, and what a cold start reads before its first line. */
const small = { zip: 390, start: 275 };
const budgets: Readonly<Record<string, { readonly zip: number; readonly start: number }>> = {
  Graphql: { zip: 715, start: 915 },
  Worker: small,
  Poll: small,
  Push: small,
  Sweep: small,
  Rollup: small,
  RenewChannels: small,
};
const account = exampleSettings.GOOGLE_SERVICE_ACCOUNTS.split(",")[0] ?? "";
const clerk = "clerk@example.org";

const kept = mkdtempSync(path.join(tmpdir(), "bundles-"));
const closers: (() => void | Promise<void>)[] = [() => rmSync(kept, { recursive: true })];
let resources: readonly Resource[] = [];
let store: Store;
let google: Google;
let sqs: Awaited<ReturnType<typeof startSqs>>;
let endpoints: Record<string, string> = {};
let token = "";
const running = new Map<string, Lambda>();

async function lambda(name: string): Promise<Lambda> {
  const known = running.get(name);
  if (known !== undefined) return known;
  const { environment } = only(resources, types.fn, name).inputs;
  const started = await startLambda(codeOf(kept, name), { ...environment.variables, ...endpoints });
  running.set(name, started);
  return started;
}

/** A request of a person to the local Google service, which answers at once. */
function act(method: string, url: string, body: unknown) {
  const answer = google.act(clerk, { method, path: url, headers: {}, body: JSON.stringify(body) });
  if (answer.status !== 200) throw new Error(`${method} ${url} answered ${JSON.stringify(answer.body)}`);
  return answer.body as { spreadsheetId: string };
}

async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256" };
  const server = createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/jwks" ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/jwks` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  token = await new SignJWT({ unit: "cn", role: "ADMIN" })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .setIssuer(url)
    .setAudience(exampleSettings.OIDC_AUDIENCE)
    .setSubject("operator")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(privateKey);
  closers.push(() => void server.close());
  return url;
}

beforeAll(async () => {
  resources = await evaluate("dev", { keepBundlesIn: kept });
  const database = await startDatabase();
  const tableName = only(resources, types.table).inputs.name as string;
  await ensureTable({ ...localSettings, endpoint: database.endpoint, tableName });
  let writes = 0;
  store = makeDynamoStore({
    ...localSettings,
    endpoint: database.endpoint,
    tableName,
    newWriteId: () => `w${++writes}`,
  });
  google = makeGoogle({ switches: { changeDelayMs: 0 } });
  const http = await startHttp({ google, port: 0 });
  sqs = await startSqs();
  closers.push(() => database.close(), http.close, sqs.close);
  endpoints = {
    DYNAMODB_ENDPOINT: database.endpoint,
    GOOGLE_ENDPOINT: http.url,
    SQS_ENDPOINT: sqs.url,
    QUEUE_URL: `${sqs.url}/123456789012/sync.fifo`,
    OIDC_ISSUER: await startIssuer(),
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
  await store.putUnit(aUnit("cn/", { level: "INDUSTRY" }), 0);
  await store.putUnit(aUnit("cn/qh-haixi/"), 0);
}, 300_000);

afterAll(async () => {
  for (const each of running.values()) each.stop();
  for (const close of closers.reverse()) await close();
});

describe("the stage dev", () => {
  it.each(rules)("$id holds in dev", ({ check }) => {
    expect(check(resources, "dev")).toEqual([]);
  });
});

describe("size", () => {
  it.each(Object.entries(budgets))("[I18] the bundle of %s stays within its budget", (name, budget) => {
    const start = loadedAtStart(codeOf(kept, name));
    expect(zipBytes(kept, name) / 1000).toBeLessThanOrEqual(budget.zip);
    expect(start.bytes / 1000).toBeLessThanOrEqual(budget.start);
  });

  it.each(Object.keys(budgets))("[I18] %s does not load fetch to begin with", (name) => {
    const { builtins } = loadedAtStart(codeOf(kept, name));
    expect(builtins).toContain("NativeModule https");
    expect(builtins.filter((builtin) => builtin.includes("undici"))).toEqual([]);
  });

  it.each(Object.keys(budgets))("[I19] %s loads nothing of Google's client before it is asked to", (name) => {
    const { source } = loadedAtStart(codeOf(kept, name));
    expect(source).not.toMatch(/sheets\.googleapis\.com|www\.googleapis\.com\/drive/);
  });
});

it("[I24] the API's function holds one copy of graphql, so that its types know each other and queries are compiled", () => {
  const folder = codeOf(kept, "Graphql");
  const sources = readdirSync(folder).filter((file) => file.endsWith(".cjs"));
  const copies = sources.filter((file) =>
    readFileSync(path.join(folder, file), "utf8").includes("from another module or realm"),
  );
  expect(copies).toHaveLength(1);
});

describe.sequential("from a clerk's cell to GraphQL, by the bundles that are deployed", () => {
  let spreadsheetId = "";
  const write = (range: string, values: readonly (readonly (string | number)[])[]) =>
    act("POST", `/v4/spreadsheets/${spreadsheetId}/values:batchUpdate`, {
      valueInputOption: "RAW",
      data: [{ range, values }],
    });

  it("[I20] the poll notices a change, for an event of the scheduler", async () => {
    const poll = await lambda("Poll");
    ({ spreadsheetId } = act("POST", "/v4/spreadsheets", {
      properties: { title: "示例台账" },
      sheets: [{ properties: { sheetId: 0, title: "问题清单" } }],
    }));
    await store.putLink({ ...aLink(spreadsheetId), unit: "qh-haixi" }, 0);
    expect(await poll.invoke(schedulerEvent)).toEqual({ jobs: 0, suspended: 0 });
    write("问题清单!A1:C2", [
      ["序号", "问题描述", "问题类别"],
      [1, "示例问题：零售终端陈列不规范", "发展"],
    ]);
    expect(await poll.invoke(schedulerEvent)).toEqual({ jobs: 1, suspended: 0 });
    expect(sqs.sent.map(({ MessageGroupId }) => MessageGroupId)).toEqual([spreadsheetId]);
  });

  it("[I20] the worker makes the pass and answers the poisoned message of the batch by its id", async () => {
    const worker = await lambda("Worker");
    const [message] = sqs.sent;
    const answer = await worker.invoke(
      sqsEvent([
        { id: "good", group: spreadsheetId, body: message?.MessageBody ?? "" },
        { id: "poison", group: "x", body: "{" },
      ]),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "poison" }] });
    expect(sqs.putBack.map(({ ReceiptHandle }) => ReceiptHandle)).toEqual(["handle-poison"]);
    const lines = worker.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ event }) => event === "job.done")).toMatchObject([{ spreadsheetId, outcome: "DONE" }]);
    const { rows } = await store.listItems({ kind: "problem", path: "cn/qh-haixi/", descendants: false, first: 10 });
    expect(rows.map(({ texts }) => texts.description)).toEqual(["示例问题：零售终端陈列不规范"]);
  }, 60_000);

  it("[I20] GraphQL answers an API Gateway event with the item, and nothing without a token", async () => {
    const graphql = await lambda("Graphql");
    const query = JSON.stringify({
      query: '{ unit(code: "qh-haixi") { problemItems(first: 5) { nodes { description } } } }',
    });
    const ask = async (headers: Record<string, string>) =>
      JSON.parse(
        (
          (await graphql.invoke(
            httpEvent("POST", "/graphql", { "content-type": "application/json", ...headers }, query),
          )) as { body: string }
        ).body,
      );
    expect(await ask({})).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(await ask({ authorization: `Bearer ${token}` })).toMatchObject({
      data: { unit: { problemItems: { nodes: [{ description: "示例问题：零售终端陈列不规范" }] } } },
    });
  });

  it("[I20] a query asked again and again, by then compiled, is answered as at first", async () => {
    const graphql = await lambda("Graphql");
    const query =
      '{ __typename unit(code: "qh-haixi") { __typename problemItems(first: 5) { __typename nodes { __typename code state due { text } measures { text } } } } none: unit(code: "nowhere") { name } }';
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const answers: unknown[] = [];
    for (let i = 0; i < 4; i++)
      answers.push(await graphql.invoke(httpEvent("POST", "/graphql", headers, JSON.stringify({ query }))));
    const [first, ...others] = answers.map((answer) => JSON.parse((answer as { body: string }).body).data);
    expect(first).toMatchObject({
      __typename: "Query",
      unit: { problemItems: { nodes: [{ __typename: "ProblemItem" }] } },
    });
    expect(others).toEqual([first, first, first]);
    expect(graphql.lines.filter((line) => /query\.no/.test(line))).toEqual([]);
  });

  it("[I20] health answers without a token", async () => {
    const answer = await (await lambda("Graphql")).invoke(httpEvent("GET", "/healthz"));
    expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('"ok":true') });
  });

  it("[I20] a doorbell is opened, a forged ring is refused, a genuine one queues the change", async () => {
    const renew = await lambda("RenewChannels");
    expect(await renew.invoke(schedulerEvent)).toEqual({ opened: 2 });
    const record = await store.getRecord("drive-channel", account);
    const { id } = JSON.parse(record?.value ?? "{}") as { id: string };
    const { createHmac } = await import("node:crypto");
    const genuine = createHmac("sha256", "example-webhook-token").update(id).digest("hex");
    const push = await lambda("Push");
    const ring = (ringToken: string) =>
      push.invoke(
        httpEvent("POST", "/google/changes", {
          "x-goog-channel-id": id,
          "x-goog-channel-token": ringToken,
          "x-goog-resource-state": "change",
          "x-goog-resource-id": "resource",
          "x-goog-message-number": "7",
        }),
      );
    sqs.sent.length = 0;
    write("问题清单!B2", [["示例问题：改"]]);
    expect(await ring(genuine.replace(/.$/, "0").replace(/^./, "0"))).toEqual({ statusCode: 403 });
    expect(sqs.sent).toEqual([]);
    expect(await ring(genuine)).toEqual({ statusCode: 204 });
    expect(sqs.sent.map(({ MessageGroupId }) => MessageGroupId)).toEqual([spreadsheetId]);
  });

  it("[I20] sweep and rollup run for an event of the scheduler", async () => {
    expect(await (await lambda("Sweep")).invoke(schedulerEvent)).toEqual({ jobs: 0 });
    const rollup = await lambda("Rollup");
    const nothing = { written: 0, unchanged: 0, failed: 0 };
    expect(await rollup.invoke(schedulerEvent)).toMatchObject({ gaveWay: false, summaries: nothing });
    const office = act("POST", "/v4/spreadsheets", { properties: { title: "示例汇总" } }).spreadsheetId;
    await linkSummary(store, "cn", office);
    expect(await rollup.invoke(schedulerEvent)).toMatchObject({ summaries: { ...nothing, written: 1 } });
    const read = google.act(clerk, {
      method: "GET",
      path: `/v4/spreadsheets/${office}/values/${encodeURIComponent("汇总表!A4:J5")}`,
      headers: {},
      body: "",
    });
    const [header, total] = (read.body as { values: string[][] }).values;
    expect([header?.[9], total?.[1], total?.[9]]).toEqual(["小计", "合计", "1"]);
  });
});
