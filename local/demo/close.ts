import { servicesOf } from "../../functions/graphql.ts";
import { makeTokenVerifier } from "../../graphql/auth.ts";
import { makeGraphqlHandler } from "../../graphql/http.ts";
import { makeLocalIssuer } from "../issuer.ts";
import type { LocalWiring } from "../wiring.ts";

/** 宣城's ten items were claimed in the sheet; here the province verifies and files them, over the API and by two people. */

export const claimant = "ah-xuancheng";
const province = "ah";

const steps = [
  { state: "SUBMITTED", mutation: "verifyProblemItem", input: "VerifyProblemItemInput", subject: "审核岗" },
  { state: "VERIFIED", mutation: "fileProblemItem", input: "FileProblemItemInput", subject: "备案岗" },
] as const;
type Step = (typeof steps)[number];

/** How many items were filed. What an interrupted run had done already is not done again. */
export async function closeClaimed(wiring: LocalWiring): Promise<number> {
  const ask = await makeAsk(wiring);
  let filed = 0;
  for (const step of steps) {
    const waiting = await listWaiting(ask, step);
    for (const { code, version } of waiting) {
      const answer = await ask(
        step.subject,
        `mutation ($input: ${step.input}!) { result: ${step.mutation}(input: $input) { userErrors { message } } }`,
        { input: { code, version } },
      );
      const { userErrors } = (answer as { result: { userErrors: { message: string }[] } }).result;
      if (userErrors.length > 0) throw new Error(`demo: ${step.mutation} ${code}: ${userErrors[0]?.message}`);
    }
    if (step.state === "VERIFIED") filed = waiting.length;
  }
  return filed;
}

interface Waiting {
  readonly code: string;
  readonly version: number;
}

/** The demo's items of one unit fit on one page. */
async function listWaiting(ask: Ask, { state, subject }: Step): Promise<readonly Waiting[]> {
  const answer = await ask(
    subject,
    `query ($unit: String!, $state: ProblemState!) {
      problemItems(filter: { unit: $unit, state: [$state] }, first: 100) { nodes { code version } }
    }`,
    { unit: claimant, state },
  );
  return (answer as { problemItems: { nodes: Waiting[] } }).problemItems.nodes;
}

type Ask = (subject: string, query: string, variables: object) => Promise<unknown>;

/** The API as a verifier of the province would call it, with tokens of an issuer that exists for this run only. */
async function makeAsk(wiring: LocalWiring): Promise<Ask> {
  const issuer = await makeLocalIssuer();
  const verify = makeTokenVerifier(issuer, Date.now, issuer.keys);
  const handle = makeGraphqlHandler(servicesOf(wiring, verify), {
    introspection: false,
    automaticPersistedQueries: false,
    allowedOrigins: [],
  });
  return async (subject, query, variables) => {
    const token = await issuer.token({ unit: province, role: "VERIFIER", subject });
    const { body } = await handle({
      method: "POST",
      path: "/graphql",
      query: "",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: { message: string }[] };
    if (errors !== undefined) throw new Error(`demo: ${errors[0]?.message}`);
    return data;
  };
}
