import { describe, expect, it } from "vitest";
import { anApi, aRequest, tokenOf } from "./api.ts";
import { stillAnswers, who } from "./attack.ts";

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
