import { parseArgs } from "node:util";
import { roles } from "../core/ledger/scope.ts";
import { localAudience, localIssuer, makeLocalIssuer } from "./issuer.ts";

/** `npm run token -- --unit CODE --role ROLE [--subject NAME]`: prints a bearer token of the local issuer. */

const { values } = parseArgs({
  options: { unit: { type: "string" }, role: { type: "string" }, subject: { type: "string" } },
});
const role = roles.find((candidate) => candidate === values.role?.toUpperCase());
if (values.unit === undefined || role === undefined) {
  console.error(`usage: npm run token -- --unit CODE --role ${roles.join("|")} [--subject NAME]`);
  process.exit(2);
}
const issuer = await makeLocalIssuer({
  dataDir: process.env.DATA_DIR || ".data",
  issuer: process.env.OIDC_ISSUER || localIssuer,
  audience: process.env.OIDC_AUDIENCE || localAudience,
});
console.log(await issuer.token({ unit: values.unit, role, subject: values.subject }));
