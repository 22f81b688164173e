import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
import { anApi, aRequest, tokenOf } from "./api.ts";

describe("GraphQL over HTTP", () => {
  it("[A1] every audit of graphql-http passes", async () => {
    const api = await anApi();
    const token = await tokenOf(["cn", "VERIFIER"]);
    const fetchFn = async (
      address: string,
      init: { method?: string; headers?: Record<string, string>; body?: string } = {},
    ) => {
      const url = new URL(address);
      const headers = Object.fromEntries(
        Object.entries(init.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const answer = await api.handle({
        method: init.method ?? "GET",
        path: url.pathname,
        query: url.search.slice(1),
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: init.body ?? "",
      });
      const body = answer.status === 204 ? null : answer.body;
      return new Response(body, { status: answer.status, headers: { ...answer.headers } });
    };

    const results = await Promise.all(
      serverAudits({ url: "http://ledger.example/graphql", fetchFn: fetchFn as never }).map(async (audit) => {
        const result = await audit.fn();
        return {
          id: result.id,
          name: result.name,
          status: result.status,
          reason: "reason" in result ? result.reason : "",
        };
      }),
    );
    const notOk = results.filter(({ status }) => status !== "ok");

    expect(results.filter(({ status }) => status === "error")).toEqual([]);
    expect(notOk).toEqual([]);
    expect(results.length).toBe(61);
  });

  it("[A2] without a token nothing is said but that one is needed", async () => {
    const api = await anApi();

    const answer = await api.ask(null, "{ viewer { subject } units { totalCount } }");

    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(answer.data).toBeUndefined();
    expect(answer.headers["content-type"]).toContain("json");
    expect(aRequest({}).headers.authorization).toBeUndefined();
  });
});
