import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLInputObjectType, type GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { safelistOf } from "../../graphql/http.ts";
import { pageDocuments } from "../../graphql/page-documents.ts";
import { makeSchema } from "../../graphql/schema.ts";
import { graphiqlRoute } from "../../local/graphiql-route.ts";
import { plainRequest, serve } from "../../local/http.ts";
import { tokenRoute } from "../../local/token-route.ts";
import { anApi, aRequest, theIssuer, tokenOf, type Who } from "./api.ts";

const who: Who = ["c", "CLERK"];
/** Only the fields that an input type has. */
const schema = makeSchema();
const inputOf = (type: string, all: Readonly<Record<string, unknown>>) => {
  const fields = (schema.getType(type) as GraphQLInputObjectType).getFields();
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in fields));
};
const schemaType = (name: string) =>
  (buildSchema(readFileSync("graphql/schema.graphql", "utf8")).getType(name) as GraphQLObjectType).toConfig();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const persisted = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });

describe("what a stage allows", () => {
  it("[A17] without introspection neither the schema nor a hint of it is told", async () => {
    const api = await anApi({ settings: { introspection: false } });

    const asked = await api.ask(who, "{ __schema { types { name } } }");
    const typo = await api.ask(who, '{ problemItem(code: "x") { descripton } }');

    const filter = "query ($f: ProblemItemFilter) { problemItems(filter: $f) { nodes { code } } }";
    const wrongField = await api.ask(who, filter, { f: { txt: "示例" } });
    const wrongValue = await api.ask(who, filter, { f: { state: ["CLOSE"] } });

    expect(wrongField.errors?.[0].message).toMatch(/Field "txt" is not defined by type "ProblemItemFilter"\.$/);
    expect(wrongValue.errors?.[0].message).toMatch(/Value "CLOSE" does not exist in "ProblemState" enum\.$/);
    expect(asked.errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
    expect(typo.errors?.[0].message).not.toMatch(/did you mean|description/i);
  });

  it("[A17] with introspection the schema explains itself, from the first question on", async () => {
    const api = await anApi({ settings: { introspection: true } });
    const query = '{ __type(name: "Due") { description fields { name description } } }';

    const [due] = await Promise.all([api.ask(who, query), api.ask(who, query)]);

    const { description, fields } = schemaType("Due");
    expect(due.data.__type).toEqual({
      description,
      fields: Object.entries(fields).map(([name, field]) => ({ name, description: field.description })),
    });
  });

  it("[A18] a persisted query is asked for once, then known by its hash", async () => {
    const api = await anApi();
    const token = await tokenOf(who);
    const query = "{ viewer { role } }";
    const send = async (body: object) =>
      JSON.parse((await api.handle(aRequest({ token, body: JSON.stringify(body) }))).body);

    const unknown = await send({ extensions: persisted(sha256(query)) });
    const registered = await send({ query, extensions: persisted(sha256(query)) });
    const known = await send({ extensions: persisted(sha256(query)) });
    const wrong = await send({ query: "{ viewer { subject } }", extensions: persisted(sha256(query)) });

    expect(unknown.errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect(registered.data).toEqual({ viewer: { role: "CLERK" } });
    expect(known.data).toEqual(registered.data);
    expect(wrong.errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  it("[A18] a safelist lets its own queries through, by text or hash, by POST or GET, and nothing else", async () => {
    const query = "query Role { viewer { role } }";
    const api = await anApi({ settings: { safelist: new Map([[sha256(query), query]]) } });
    const token = await tokenOf(who);
    const send = async (request: Parameters<typeof aRequest>[0]) => {
      const { status, body } = await api.handle(aRequest({ token, ...request }));
      return [status, JSON.parse(body).data ?? JSON.parse(body).errors[0].extensions.code];
    };
    const role = { viewer: { role: "CLERK" } };

    expect(await send({ body: JSON.stringify({ query }) })).toEqual([200, role]);
    expect(await send({ body: JSON.stringify({ extensions: persisted(sha256(query)) }) })).toEqual([200, role]);
    expect(
      await send({
        method: "GET",
        query: `extensions=${encodeURIComponent(JSON.stringify(persisted(sha256(query))))}`,
      }),
    ).toEqual([200, role]);
    expect(await send({ body: JSON.stringify({ query: `${query} ` }) })).toEqual([403, "FORBIDDEN"]);
    expect(
      await send({ body: JSON.stringify({ query: "{ viewer { subject } }", extensions: persisted(sha256(query)) }) }),
    ).toEqual([403, "FORBIDDEN"]);
    expect(await send({ method: "GET", query: "query=%7Bviewer%7Brole%7D%7D" })).toEqual([403, "FORBIDDEN"]);
    expect(await send({ body: "[]" })).toEqual([403, "FORBIDDEN"]);
    expect(
      await api.handle(aRequest({ token: null, body: JSON.stringify({ query: "{ viewer { subject } }" }) })),
    ).toMatchObject({ status: 401 });
  });

  it("[A18] an ADMIN may ask anything, so that the operator's command line works", async () => {
    const api = await anApi({ settings: { safelist: safelistOf([]) } });

    expect((await api.ask(["c", "ADMIN"], "{ viewer { role } }")).data).toEqual({ viewer: { role: "ADMIN" } });
    expect((await api.ask(["c", "LEADER"], "{ viewer { role } }")).errors?.[0].extensions.code).toBe("FORBIDDEN");
  });

  it("[A18] production's safelist holds what the pages ask, and each of its queries is within the limits", async () => {
    const api = await anApi({ settings: { safelist: safelistOf(pageDocuments) } });
    const variables = {
      unit: "c",
      keys: ["PROBLEMS"],
      key: "PROBLEMS",
      last: 30,
      first: 20,
      code: "P000000000001",
      id: "s1",
    };
    const input = {
      code: "P000000000001",
      version: 1,
      reason: "示例示例示例示例示例",
      id: "x",
      spreadsheetId: "s1",
      passId: "p",
    };
    const codes = new Map<string, unknown>();
    for (const document of pageDocuments) {
      const names = [...document.matchAll(/\$(\w+):/g)].map(([, name]) => name ?? "");
      const fields = /\$input: (\w+)!/.exec(document)?.[1] ?? "";
      const given = Object.fromEntries(
        names.map((name) => [
          name,
          name === "input" ? inputOf(fields, input) : variables[name as keyof typeof variables],
        ]),
      );
      codes.set(document, (await api.ask(who, document, given)).errors?.[0].extensions ?? "answered");
    }

    expect([...codes.values()].filter((code) => code !== "answered")).toEqual([]);
    expect(pageDocuments.length).toBeGreaterThan(15);
  });

  it("[A31] no answer may be kept: not a query's, a failure's, a refusal's", async () => {
    const api = await anApi();
    const token = await tokenOf(who);
    const cacheControl = async (request: Parameters<typeof aRequest>[0]) =>
      (await api.handle(aRequest(request))).headers["cache-control"];

    expect({
      answer: await cacheControl({ token, body: '{"query":"{ viewer { role } }"}' }),
      byGet: await cacheControl({ token, method: "GET", query: "query=%7Bviewer%7Brole%7D%7D" }),
      invalid: await cacheControl({ token, body: '{"query":"{ nothing }"}' }),
      notJson: await cacheControl({ token, body: "{" }),
      unsigned: await cacheControl({ token: null, body: '{"query":"{ viewer { role } }"}' }),
      elsewhere: await cacheControl({ token, path: "/admin" }),
      health: await cacheControl({ method: "GET", path: "/healthz" }),
    }).toEqual({
      answer: "no-store",
      byGet: "no-store",
      invalid: "no-store",
      notJson: "no-store",
      unsigned: "no-store",
      elsewhere: "no-store",
      health: "no-store",
    });
  });

  it("[A7] health is told to anybody, and a failing check is not an error of the server", async () => {
    const api = await anApi();
    const ask = (method: string) => api.handle({ method, path: "/healthz", query: "", headers: {}, body: "" });

    expect(await ask("GET")).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect((await ask("POST")).status).toBe(405);
    Object.assign(api.services, { health: () => Promise.reject(new Error("down")) });
    expect(await ask("GET")).toMatchObject({ status: 503, body: '{"ok":false}' });
  });
});

describe("the local server", () => {
  it("[A8] [A9] serves the API, GraphiQL and tokens on one port, and nothing from elsewhere", async () => {
    const api = await anApi();
    const server = await serve([tokenRoute(await theIssuer()), graphiqlRoute, api.handle], 0, api.services.log);
    try {
      const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
      const page = await (await at("/graphql", { headers: { accept: "text/html" } })).text();
      const assets = [...page.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map((match) => match[1] ?? "");
      const statuses = await Promise.all(assets.map(async (asset) => (await at(asset)).status));
      const { token } = (await (await at("/local/token?unit=c&role=CLERK")).json()) as { token: string };
      const answer = await at("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: "{ viewer { subject } }" }),
      });

      expect(assets.length).toBe(6);
      expect(statuses).toEqual(assets.map(() => 200));
      expect(page).not.toMatch(/https?:\/\//);
      expect(((await answer.json()) as { data: unknown }).data).toEqual({ viewer: { subject: "clerk@c" } });
      expect((await at("/local/token?unit=c&role=ROOT")).status).toBe(400);
      expect((await at("/local/token?unit=c&role=ADMIN", { method: "POST" })).status).toBe(405);
      expect(
        (
          await at("/graphql", {
            method: "POST",
            body: "x".repeat(2_000_000),
            headers: { "content-type": "application/json" },
          })
        ).status,
      ).toBe(413);
      expect((await at("/nowhere")).status).toBe(404);
    } finally {
      await server.close();
    }
    expect(typeof plainRequest).toBe("function");
  });

  it("[A9] a token is given to this machine only, whatever name leads here", async () => {
    const route = tokenRoute(await theIssuer());
    const ask = async (host: string) =>
      (await route({ method: "GET", path: "/local/token", query: "unit=c&role=ADMIN", headers: { host }, body: "" }))
        ?.status;

    expect(await ask("127.0.0.1:4000")).toBe(200);
    expect(await ask("localhost:4000")).toBe(200);
    expect(await ask("evil.example")).toBe(403);
    expect(await ask("127.0.0.1.evil.example")).toBe(403);
  });
});
