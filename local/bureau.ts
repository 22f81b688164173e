import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { runBureau } from "./bureau/run.ts";
import { readSettings } from "./settings.ts";

/** `npm run bureau -- COMMAND …`: the operator's command line, a client of the GraphQL API. */

process.exitCode = await runBureau(process.argv.slice(2), {
  url: `http://127.0.0.1:${readSettings(process.env).port}`,
  token: process.env.TOKEN || undefined,
  writeFile,
  wait: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }),
  out: (text) => console.log(text),
  err: (text) => console.error(text),
});
