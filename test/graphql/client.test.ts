import { expect, it } from "vitest";
import { ApiFailure, type Ask, makeClient } from "../../docs/client/client.ts";
import { figures, openItems, reportProgress } from "../../docs/client/examples.ts";
import { type Api, anApi, aRequest, inState, putItem, tokenOf, type Who } from "./api.ts";

const leader: Who = ["m", "LEADER"];
const clerk: Who = ["c", "CLERK"];

/** The client over the handler itself: what it would send over a network, without one. */
function clientOf(api: Api, who: Who): Ask {
  return makeClient({
    url: "http://api.invalid/graphql",
    token: () => tokenOf(who),
    fetch: async (_, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers));
      const { status, body } = await api.handle(aRequest({ headers, body: String(init?.body) }));
      return new Response(body, { status });
    },
  });
}

it("[A49] the example client pages through all open items of a unit and below", async () => {
  const api = await anApi();
  for (let i = 0; i < 120; i++) await putItem(api.store, i % 2 === 0 ? "c" : "d", { description: `示例 ${i}` });
  await putItem(api.store, "c", { description: "已销" }, inState("CLOSED"));

  const seen = [];
  for await (const item of openItems(clientOf(api, leader), "m")) seen.push(item.description);

  expect(seen.sort()).toEqual(Array.from({ length: 120 }, (_, i) => `示例 ${i}`).sort());
});

it("[A49] it saves a change once, and tells a conflict from a refusal", async () => {
  const api = await anApi();
  const { code } = await putItem(api.store, "c", { description: "示例", progress: "甲" });
  const ask = clientOf(api, clerk);
  const change = { code, version: 1, progress: "乙", key: "k1" };

  expect(await reportProgress(ask, change)).toEqual({ saved: true, version: 2 });
  expect(await reportProgress(ask, change)).toEqual({ saved: true, version: 2 });
  expect(await reportProgress(ask, { ...change, progress: "丙", key: "k2" })).toEqual({
    saved: false,
    why: "CONFLICT",
    version: 2,
    progress: "乙",
  });
  expect(await reportProgress(clientOf(api, leader), { ...change, key: "k3" })).toEqual({
    saved: false,
    why: "REFUSED",
    message: "Your role at your unit may not do this. 您的角色没有这个权限。",
  });
});

it("[A49] it shows figures, what rates are made of, and what was not reported as such", async () => {
  const api = await anApi();
  const shown = async () => [
    ...(await figures(clientOf(api, clerk), "c", ["PROBLEMS", "CLOSURE_RATE", "AVERAGE_DAYS"])),
  ];

  const before = await shown();
  await putItem(api.store, "c", { description: "示例" });
  api.pass(10_000);
  await api.services.rollups.run();

  expect([before, await shown()]).toEqual([
    [
      ["PROBLEMS", "未报送"],
      ["CLOSURE_RATE", "未报送"],
      ["AVERAGE_DAYS", "未报送"],
    ],
    [
      ["PROBLEMS", "1"],
      ["CLOSURE_RATE", "0.0%（0/1）"],
      ["AVERAGE_DAYS", "—（0/0）"],
    ],
  ]);
});

it("[A49] a request that fails as a whole is an exception with the API's code", async () => {
  const api = await anApi();
  const failure = await figures(clientOf(api, clerk), "nowhere", ["PROBLEMS"]).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(ApiFailure);
  expect(failure).toMatchObject({ code: "NOT_FOUND" });
});
