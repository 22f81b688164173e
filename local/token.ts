import { parseArgs } from "node:util";
import { roles } from "../core/ledger/scope.ts";
import { localAudience, localIssuer, makeLocalIssuer } from "./issuer.ts";

/** `npm run token -- --unit CODE --role ROLE [--subject NAME]`: prints a bearer token of the local issuer. */

const usage = `usage: npm run token -- --unit CODE --role ${roles.join("|")} [--subject NAME]`;

const { unit, role: given, subject } = readWords();
const role = roles.find((candidate) => candidate === given?.toUpperCase());
if (unit === undefined || role === undefined) misused(usage);
const issuer = await makeLocalIssuer({
  dataDir: process.env.DATA_DIR || ".data",
  issuer: process.env.OIDC_ISSUER || localIssuer,
  audience: process.env.OIDC_AUDIENCE || localAudience,
});
console.log(await issuer.token({ unit, role, subject }));

function readWords() {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ options: { unit: text, role: text, subject: text } }).values;
  } catch (error) {
    return misused(`${(error as Error).message.split(". ")[0]}\n${usage}`);
  }
}

function misused(why: string): never {
  console.error(why);
  process.exit(2);
}
