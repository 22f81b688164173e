import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { runBureau } from "./bureau/run.ts";
import { readSettings } from "./settings.ts";
import { giveUp } from "./start-failure.ts";

/** `npm run bureau -- COMMAND …`: the operator's command line, a client of the GraphQL API. */

try {
  process.exitCode = await runBureau(process.argv.slice(2), {
    url: `http://127.0.0.1:${readSettings(process.env).port}`,
    token: process.env.TOKEN || undefined,
    // npm runs scripts in the project's directory; a file belongs where the person is.
    writeFile: (path, content) => writeFile(resolve(process.env.INIT_CWD ?? ".", path), content),
    wait: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }),
    out: (text) => console.log(text),
    err: (text) => console.error(text),
  });
} catch (error) {
  giveUp(error);
}
