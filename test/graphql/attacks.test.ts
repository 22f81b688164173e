import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type FragmentDefinitionNode, type OperationDefinitionNode, parse } from "graphql";
import { exportJWK, exportPKCS8, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { makeTokenVerifier } from "../../graphql/auth.ts";
import { checkComplexity, queryLimits } from "../../graphql/limits/complexity.ts";
import { makeSchema } from "../../graphql/server.ts";
import { localAudience, localIssuer } from "../../local/issuer.ts";
import { makeSyncWorld } from "../support/sync-world.ts";
import { type Api, anApi, aRequest, putItem, startMs, theIssuer, tokenOf, type Who } from "./api.ts";

const who: Who = ["c", "CLERK"];
const nested = (levels: number) => `{ unit(code: "c") ${"{ parent ".repeat(levels)}{ code }${" }".repeat(levels)} }`;

async function code(api: Api, query: string, variables: Record<string, unknown> = {}): Promise<string> {
  const answer = await api.ask(who, query, variables);
  return answer.errors?.[0].extensions.code ?? "answered";
}

async function stillAnswers(api: Api): Promise<boolean> {
  const answer = await api.ask(who, "{ viewer { role } }");
  return answer.data.viewer.role === "CLERK";
}

describe("queries that would cost too much", () => {
  it("[A15] each limit refuses one above it, before anything is executed", async () => {
    const api = await anApi();
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `v${i}: viewer { role }`).join(" ")} }`;
    const inner = (count: number) =>
      `{ viewer { unit { ${Array.from({ length: count }, (_, i) => `a${i}: code`).join(" ")} } } }`;
    const wide = (count: number) => `{ viewer { ${"role ".repeat(count)} } }`;
    const before = api.requests.length;

    expect({
      deep: await code(api, nested(queryLimits.depth)),
      rootFields: await code(api, aliases(queryLimits.rootFields + 1)),
      aliases: await code(api, inner(queryLimits.aliases + 1)),
      fields: await code(api, wide(queryLimits.fields)),
      tokens: await code(api, wide(5_000)),
      cost: await code(
        api,
        "{ units(first: 100) { nodes { problemItems(first: 100) { nodes { history(first: 100) { nodes { id } } } } } } }",
      ),
      page: await code(api, "{ units(first: 101) { nodes { code } } }"),
      negativePage: await code(api, "{ units(first: -1) { nodes { code } } }"),
      hugePage: await code(api, "query ($n: Int) { units(first: $n) { nodes { code } } }", { n: 2_000_000_000 }),
      ids: await code(api, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
        ids: Array.from({ length: 101 }, String),
      }),
    }).toEqual({
      deep: "QUERY_TOO_COMPLEX",
      rootFields: "QUERY_TOO_COMPLEX",
      aliases: "QUERY_TOO_COMPLEX",
      fields: "QUERY_TOO_COMPLEX",
      tokens: "QUERY_TOO_COMPLEX",
      cost: "QUERY_TOO_COMPLEX",
      page: "BAD_USER_INPUT",
      negativePage: "BAD_USER_INPUT",
      hugePage: "BAD_USER_INPUT",
      ids: "BAD_USER_INPUT",
    });
    expect(api.requests.slice(before)).toEqual(["query"]);
    expect({
      deep: await code(api, nested(queryLimits.depth - 2)),
      rootFields: await code(api, aliases(queryLimits.rootFields)),
      aliases: await code(api, inner(queryLimits.aliases)),
      page: await code(api, "{ units(first: 100) { nodes { code } } }"),
    }).toEqual({ deep: "answered", rootFields: "answered", aliases: "answered", page: "answered" });
    expect(await stillAnswers(api)).toBe(true);
  });

  it("[A16] cost follows page sizes through variables, fragments and nesting", async () => {
    const api = await anApi();
    const cost = async (query: string, variables = {}) =>
      (await api.ask(who, query, variables)).extensions.cost.requested;
    const query =
      "query ($n: Int) { problemItems(first: $n) { ...P } } fragment P on ProblemItemConnection { nodes { unit { code } } }";

    expect(await cost(query, { n: 10 })).toBe(51 + 10 * 2);
    expect(await cost(query, { n: 100 })).toBe(51 + 100 * 2);
    expect(await cost(query)).toBe(51 + 20 * 2);
    expect(await cost("{ problemItems(first: 10) { nodes { code } edges { node { code } } } }")).toBe(51 + 10 * 2);
    expect(await cost("{ units(first: 10) { nodes { problemItems(first: 10) { nodes { code } } } } }")).toBe(
      1 + 10 * (1 + 51 + 10),
    );
    expect((await api.ask(who, "{ viewer { role } }")).extensions.cost).toEqual({
      requested: 1,
      limit: queryLimits.cost,
    });
  });

  it("[A15] fragments that use each other twice are refused before they are unfolded", async () => {
    const api = await anApi();
    const doubling = (levels: number, on: string, leaf: string) =>
      `${Array.from({ length: levels }, (_, i) => `fragment F${i} on ${on} { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F${levels} on ${on} { ${leaf} }`;

    expect({
      root: await code(api, `{ ...F0 } ${doubling(12, "Query", "viewer { role }")}`),
      inner: await code(api, `{ viewer { ...F0 } } ${doubling(12, "Viewer", "role")}`),
      rootDeep: await code(api, `{ ...F0 } ${doubling(200, "Query", "viewer { role }")}`),
      innerDeep: await code(api, `{ viewer { ...F0 } } ${doubling(200, "Viewer", "role")}`),
    }).toEqual({
      root: "QUERY_TOO_COMPLEX",
      inner: "QUERY_TOO_COMPLEX",
      rootDeep: "BAD_USER_INPUT",
      innerDeep: "BAD_USER_INPUT",
    });
    const document = parse(`{ ...F0 } ${doubling(60, "Query", "viewer { role }")}`);
    const fragments = new CountingMap<string, FragmentDefinitionNode>();
    for (const node of document.definitions)
      if (node.kind === "FragmentDefinition") fragments.set(node.name.value, node);
    const operation = document.definitions[0] as OperationDefinitionNode;
    expect(() => checkComplexity(makeSchema(), operation, fragments, {})).toThrow(/root fields/);
    expect(fragments.looked).toBeLessThan(200);
    expect(await stillAnswers(api)).toBe(true);
  });

  it("[A15] fragment cycles and other documents that are not valid are refused as such", async () => {
    const api = await anApi();

    expect({
      cycle: await code(
        api,
        '{ unit(code: "c") { ...A } } fragment A on Unit { parent { ...B } } fragment B on Unit { parent { ...A } }',
      ),
      unknownField: await code(api, "{ secrets }"),
      noOperation: await code(api, "fragment A on Unit { code }"),
      garbage: await code(api, "{{{{"),
      empty: await code(api, ""),
    }).toEqual({
      cycle: "BAD_USER_INPUT",
      unknownField: "BAD_USER_INPUT",
      noOperation: "BAD_USER_INPUT",
      garbage: "BAD_USER_INPUT",
      empty: "BAD_USER_INPUT",
    });
    expect(await stillAnswers(api)).toBe(true);
  });
});

describe("requests that are not GraphQL", () => {
  it("[A3] [A17] wrong bodies, content types and methods", async () => {
    const api = await anApi();
    const token = await tokenOf(who);
    const query = JSON.stringify({ query: "{ viewer { role } }" });
    const send = async (request: Parameters<typeof aRequest>[0]) => {
      const answer = await api.handle(aRequest({ token, ...request }));
      const parsed = answer.body === "" ? {} : JSON.parse(answer.body);
      return [answer.status, parsed.errors?.[0].extensions.code ?? "answered"];
    };

    expect({
      notJson: await send({ body: "{" }),
      array: await send({ body: `[${query},${query}]` }),
      number: await send({ body: "1" }),
      noQuery: await send({ body: "{}" }),
      form: await send({
        body: "query=%7Bviewer%7Brole%7D%7D",
        headers: { "content-type": "application/x-www-form-urlencoded", authorization: `Bearer ${token}` },
      }),
      text: await send({ body: query, headers: { "content-type": "text/plain", authorization: `Bearer ${token}` } }),
      put: await send({ method: "PUT", body: query }),
      mutationByGet: await send({
        method: "GET",
        query: `query=${encodeURIComponent('mutation { addUnit(input: {code: "z", name: "z", level: COUNTY, parent: "c"}) { unit { code } } }')}`,
      }),
      queryByGet: await send({ method: "GET", query: "query=%7Bviewer%7Brole%7D%7D" }),
      tooLong: await send({ body: JSON.stringify({ query: `{ viewer { role } } # ${"x".repeat(1_000_000)}` }) }),
      elsewhere: await send({ path: "/admin" }),
      wrongVariables: await send({ body: JSON.stringify({ query: "{ viewer { role } }", variables: "x" }) }),
    }).toEqual({
      notJson: [400, "BAD_USER_INPUT"],
      array: [400, "BAD_USER_INPUT"],
      number: [400, "BAD_USER_INPUT"],
      noQuery: [400, "BAD_USER_INPUT"],
      form: [415, "BAD_USER_INPUT"],
      text: [415, "BAD_USER_INPUT"],
      put: [405, "BAD_USER_INPUT"],
      mutationByGet: [405, "BAD_USER_INPUT"],
      queryByGet: [200, "answered"],
      tooLong: [413, "BAD_USER_INPUT"],
      elsewhere: [404, "NOT_FOUND"],
      wrongVariables: [400, "BAD_USER_INPUT"],
    });
    expect(await stillAnswers(api)).toBe(true);
  });

  it("[A3] other origins get no CORS headers, and credentials are never allowed", async () => {
    const api = await anApi();
    const preflight = (origin: string) =>
      api.handle(aRequest({ method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } }));

    const allowed = await preflight("https://ledger.example");
    const refused = await preflight("https://elsewhere.example");

    expect(allowed.status).toBe(204);
    expect(allowed.headers["access-control-allow-origin"]).toBe("https://ledger.example");
    expect(allowed.headers["access-control-allow-credentials"]).toBeUndefined();
    expect(Object.keys(refused.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("[A3] a browser's form post or image from elsewhere is refused before it is looked at", async () => {
    const api = await anApi();
    const answer = await api.handle({
      method: "GET",
      path: "/graphql",
      query: "query=%7Bviewer%7Brole%7D%7D",
      headers: { accept: "*/*" },
      body: "",
    });

    expect(answer.status).toBe(400);
    expect(answer.body).toContain("CSRF");
  });
});

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

describe("content", () => {
  it("[A44] text that looks like a formula is stored and shown as text", async () => {
    const api = await anApi();
    const formula = '=IMPORTXML("http://elsewhere.example","//a")';
    const create =
      "mutation ($input: CreateProblemItemInput!) { createProblemItem(input: $input) { problemItem { code description remark } userErrors { code } } }";

    const answer = await api.ask(who, create, { input: { unit: "c", description: formula, remark: "+1+1" } });
    const { code: made, ...texts } = answer.data.createProblemItem.problemItem;

    expect(texts).toEqual({ description: formula, remark: "+1+1" });
    expect((await api.store.getItems([made], "STRONG")).get(made)?.texts.description).toBe(formula);
  });

  it("[A40] what a cell cannot hold is refused with the field's path", async () => {
    const api = await anApi();
    const item = await putItem(api.store, "c", { description: "示例" });
    const update =
      "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { problemItem { code } userErrors { code path } } }";
    const errorsOf = async (input: Record<string, unknown>) =>
      (await api.ask(who, update, { input: { code: item.code, version: 1, ...input } })).data.updateProblemItem
        .userErrors;
    const refused = (field: string) => [{ code: "BAD_USER_INPUT", path: ["input", field] }];

    expect(await errorsOf({ progress: "长".repeat(10_001) })).toEqual(refused("progress"));
    expect(await errorsOf({ progress: "a\u0000b" })).toEqual(refused("progress"));
    expect(await errorsOf({ progress: "\ud800" })).toEqual(refused("progress"));
    expect(await errorsOf({ description: "" })).toEqual(refused("description"));
    expect(await errorsOf({ description: null })).toEqual(refused("description"));
    expect(await errorsOf({ due: "不知道什么时候" })).toEqual(refused("due"));
    expect(
      await errorsOf({ progress: "长".repeat(9_000), remark: "长".repeat(9_000), department: "长".repeat(9_000) }),
    ).toEqual([{ code: "BAD_USER_INPUT", path: null }]);
    expect(await errorsOf({ topic: "T999999999999" })).toEqual([{ code: "NOT_FOUND", path: ["input", "topic"] }]);
    expect(await errorsOf({ progress: "第一行\n第二行\t完" })).toEqual([]);
  });

  it("[A44] a formula sent by mutation stands in the sheet as text; a formula in the sheet is read as what it shows", async () => {
    const world = makeSyncWorld();
    const api = await anApi({ sheets: world });
    const formula = '=IMPORTXML("http://elsewhere.example","//a")';
    world.google.create("s1", {
      properties: { title: "示例" },
      sheets: [
        {
          properties: { sheetId: 7, title: "问题清单", gridProperties: { rowCount: 20, columnCount: 6 } },
          data: [
            {
              rowData: [
                [{ stringValue: "问题描述" }, { stringValue: "整改进展" }, { stringValue: "备注" }],
                [{ stringValue: "示例" }, { formulaValue: '="甲"&"乙"' }, { formulaValue: formula }],
              ].map((cells) => ({ values: cells.map((userEnteredValue) => ({ userEnteredValue })) })),
            },
          ],
        },
      ],
    });
    await linkSpreadsheet(world.store, { spreadsheetId: "s1", unit: "c", now: new Date(startMs).toISOString() });
    await world.pass("s1");
    const items = async () =>
      (await api.ask(who, "{ problemItems(first: 10) { nodes { code version description progress remark } } }")).data
        .problemItems.nodes;
    const [first] = await items();
    expect(first).toMatchObject({ description: "示例", progress: "甲乙" });
    expect(JSON.stringify(first)).not.toContain("IMPORTXML");

    const update = await api.ask(
      who,
      "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { userErrors { code } } }",
      { input: { code: first.code, version: first.version, description: formula } },
    );
    expect(update.data.updateProblemItem.userErrors).toEqual([]);
    await world.pass("s1");

    const { tabs } = await world.sheet.read("s1");
    expect(tabs[0]?.rows[1]?.cells.slice(0, 3)).toMatchObject([
      { value: formula },
      { value: "甲乙", formula: '="甲"&"乙"' },
      { formula },
    ]);
    expect(tabs[0]?.rows[1]?.cells[0]).not.toHaveProperty("formula");
    expect((await items())[0]).toMatchObject({ description: formula, progress: "甲乙" });
  });

  it("[A19] after hundreds of different attacks the server answers and its memory is where it was", async () => {
    const api = await anApi();
    const token = await tokenOf(who);
    const sendBody = (body: string) => api.handle(aRequest({ token, body }));
    const attack = async (from: number, count: number) => {
      for (let i = from; i < from + count; i++) {
        await api.ask(who, `{ a${i}: units(first: 100) { nodes { code } } }`);
        await api.ask(who, nested(queryLimits.depth + (i % 3)));
        await api.ask(who, `query Q${i} { viewer { ${"role ".repeat(400)} } }`);
        await api.ask(who, `{ ...A${i} } fragment A${i} on Query { ...B${i} } fragment B${i} on Query { ...A${i} }`);
        await api.ask(who, `query Q${i} { viewer { role } }`, { junk: "x".repeat(10_000) });
        await api.ask(who, "query ($n: Int) { units(first: $n) { nodes { code } } }", { n: 2_000_000_000 - i });
        if (i % 10 === 0)
          await sendBody(JSON.stringify({ query: `{ viewer { role } } # ${i} ${"x".repeat(1_000_000)}` }));
        await sendBody(`{"query": "{ viewer { role } }", "variables": ${"[".repeat(10_000)}`);
        await api.handle(aRequest({ token: `a.${i}.b`, body: "{" }));
      }
    };
    // What is kept up to a bound is full by then: parsed queries, compiled ones, tokens.
    await attack(0, 100);
    const before = heapUsed();

    await attack(1_000, 120);

    const growth = heapUsed() - before;
    expect(await stillAnswers(api)).toBe(true);
    expect(growth).toBeLessThan(8 * 1024 * 1024);
  }, 120_000);
});

/** Bytes in use once everything that nobody holds is gone. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

class CountingMap<K, V> extends Map<K, V> {
  looked = 0;
  override get(key: K): V | undefined {
    this.looked++;
    return super.get(key);
  }
}
