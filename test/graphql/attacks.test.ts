import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { queryLimits } from "../../graphql/limits/complexity.ts";
import { anApi, aRequest, tokenOf } from "./api.ts";
import { nested, stillAnswers, who } from "./attack.ts";

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

/** Bytes in use once everything that nobody holds is gone. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
