import { makeTableStore } from "../core/store/table-store.ts";
import { makeMemoryTable } from "../test/support/memory-table.ts";
import type { Bench, Findings, Section } from "./bench.ts";
import { fillLedger } from "./graphql/ledger.ts";
import { shareGraphql } from "./graphql/one-graphql.ts";
import { itemQuery, type Operation, pageQuery, widePageQuery } from "./graphql/queries.ts";
import { remembering } from "./graphql/remembering-store.ts";
import { interleave } from "./runner/interleave.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";

/** The Lambda handler in this process, an API Gateway event in and its result out, without a database. */

async function run(progress: Progress): Promise<Findings> {
  shareGraphql();
  const { makeServices } = await import("./graphql/services.ts");
  const { makeRunners } = await import("./graphql/contestants.ts");

  const table = makeMemoryTable();
  const { county, itemCode } = await fillLedger(table);
  const { services, token } = await makeServices(remembering(makeTableStore(table, () => "w")));
  const runners = await makeRunners(services, token, progress);
  const operations: Readonly<Record<string, Operation>> = {
    "100 items with unit and topic": { query: pageQuery, variables: { unit: county.code } },
    "one item by code": { query: itemQuery, variables: { code: itemCode } },
    "100 items with all that a page shows": { query: widePageQuery, variables: { unit: county.code } },
  };
  const sections: Section[] = [];
  const ratios = new Map<string, number>();
  for (const [title, operation] of Object.entries(operations)) {
    await sameAnswers(runners, operation);
    const contestants = runners.map(({ name, run: answer }) => ({ name, run: () => answer(operation) }));
    const timed = await interleave(contestants, { reference: "ours", rounds: 11, progress });
    for (const { name, ratio } of timed) ratios.set(`${title} ${name}`, ratio.median);
    sections.push({
      title,
      rows: timed.map(({ name, cpuMs, wallMs, ratio }) => {
        return { contestant: name, "cpu ms": cpuMs, ms: wallMs, "cpu of ours": ratio };
      }),
    });
  }
  const page = "100 items with unit and topic";
  const apollo = ratios.get(`${page} Apollo Server as it comes`) ?? 0;
  const floor = 1 / (ratios.get(`${page} bare graphql-jit`) ?? 0);
  return {
    sections,
    targets: [
      {
        wanted: "at least 8 times as fast as Apollo as it comes on 100 items",
        found: `${numberText(apollo)} times`,
        met: apollo >= 8,
      },
      { wanted: "at most 2 times the graphql-jit floor", found: `${numberText(floor)} times`, met: floor <= 2 },
      await stillEnforced(runners, county.code),
    ],
    notes: [
      "All make their context from the token of the request by the same code, which remembers a checked token for a minute.",
      "Ours also bounds depth, size and cost of each query, masks errors and answers persisted queries.",
      "mercurius is called without its HTTP layer.",
    ],
  };
}

type Runners = Awaited<ReturnType<typeof import("./graphql/contestants.ts").makeRunners>>;

async function sameAnswers(runners: Runners, operation: Operation): Promise<void> {
  const answers = [];
  // Three times: what is compiled after its second run must answer the same.
  for (const { run: answer } of runners) {
    for (let i = 0; i < 3; i++) answers.push(JSON.stringify(JSON.parse(await answer(operation)).data));
  }
  if (new Set(answers).size !== 1 || answers[0]?.includes("示例") !== true) throw new Error("the answers differ");
}

async function stillEnforced(runners: Runners, unit: string) {
  const ours = runners.find(({ name }) => name === "ours");
  if (ours === undefined) throw new Error("ours does not take part");
  const wrong: readonly (readonly [query: string, code: string])[] = [
    ["{ nothing }", "BAD_USER_INPUT"],
    ["{ units(first: 101) { nodes { code } } }", "BAD_USER_INPUT"],
    [`{ unit(code: "${unit}") { ${"parent { ".repeat(30)}code${" }".repeat(30)} } }`, "QUERY_TOO_COMPLEX"],
  ];
  const found: string[] = [];
  for (const [query] of wrong) {
    const { errors } = JSON.parse(await ours.run({ query, variables: {} })) as {
      errors?: { extensions: { code: string } }[];
    };
    found.push(errors?.[0]?.extensions.code ?? "none");
  }
  return {
    wanted: "errors and limits still enforced",
    found: found.join(", "),
    met: wrong.every(([, code], i) => found[i] === code),
  };
}

export const bench: Bench = {
  name: "graphql-handler",
  about: "one GraphQL operation, event in and answer out, beside the same schema on other servers",
  run,
};
