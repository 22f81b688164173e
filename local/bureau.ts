import { parseArgs } from "node:util";
import { type Answer, makeApiClient } from "./bureau/api-client.ts";
import { commands, usage } from "./bureau/commands.ts";
import { readSettings } from "./settings.ts";

/** The operator's command line. It is a client of the GraphQL API, so it may do exactly what its token may. */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    code: { type: "string" },
    name: { type: "string" },
    level: { type: "string" },
    parent: { type: "string" },
    unit: { type: "string" },
    spreadsheet: { type: "string" },
    pass: { type: "string" },
    kind: { type: "string" },
    header: { type: "string" },
    field: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    url: { type: "string" },
    token: { type: "string" },
    role: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
const [name = "", ...rest] = positionals;
const command = commands.get(name);
if (command === undefined || values.help === true) {
  console.log(usage());
  process.exit(values.help === true ? 0 : 2);
}

const settings = readSettings(process.env);
const api = await makeApiClient({
  url: values.url ?? `http://127.0.0.1:${settings.port}`,
  token: values.token ?? process.env.TOKEN,
  dataDir: settings.dataDir,
});
const answer: Answer = await command.run(api, {
  ...values,
  spreadsheet: values.spreadsheet ?? rest[0],
  unit: values.unit ?? rest[1],
});
console.log(answer.text);
process.exitCode = answer.ok ? 0 : 1;
