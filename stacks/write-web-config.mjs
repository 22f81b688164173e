// Runs after the pages are built: writes beside them where this stage's API is, where spreadsheets open and who signs people in.
import { writeFileSync } from "node:fs";
import path from "node:path";

const [, , folder = "."] = process.argv;
const { WEB_API, WEB_OIDC_ISSUER, WEB_OIDC_CLIENT_ID, WEB_OIDC_AUDIENCE } = process.env;
const config = {
  api: WEB_API,
  sheets: "https://docs.google.com/spreadsheets/d/",
  signIn: "oidc",
  issuer: WEB_OIDC_ISSUER,
  clientId: WEB_OIDC_CLIENT_ID,
  audience: WEB_OIDC_AUDIENCE,
};
writeFileSync(path.join(folder, "config.json"), `${JSON.stringify(config)}\n`);
