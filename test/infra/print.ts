/** `npm run infra [-- <stage>]`: the resources of a stage as JSON. Secrets and settings are made up unless given. */
import { evaluate, exampleSecrets, exampleSettings } from "./offline.ts";

const stage = process.argv[2] ?? "production";
const given = Object.entries(process.env).flatMap(([name, value]) =>
  name.startsWith("SST_SECRET_") && value ? [[name.slice("SST_SECRET_".length), value]] : [],
);
const settings = Object.fromEntries(
  Object.entries(exampleSettings).map(([name, value]) => [name, process.env[name] ?? value]),
);
const resources = await evaluate(stage, {
  secrets: { ...exampleSecrets, ...Object.fromEntries(given) },
  settings,
});
process.stdout.write(`${JSON.stringify(resources, null, 1)}\n`);
