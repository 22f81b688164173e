import { type LocalSettings, readSettings, settingsGiven } from "./settings.ts";
import { startLocal } from "./start.ts";
import { whyNotStarted } from "./start-failure.ts";
import { welcome } from "./welcome.ts";
import { localAccount } from "./wiring.ts";

/** `npm start`: everything on this machine until Ctrl-C. */

const print = (line: string) => process.stdout.write(`${line}\n`);
const settings = read();
const running = await startLocal(settings, print).catch((error: unknown) =>
  giveUp(whyNotStarted(error, settings) ?? error),
);
const { url, google, sheets } = running;
const localIssuer = settings.oidcIssuer === undefined;
print(
  welcome({
    url,
    google,
    sheets,
    account: localAccount,
    dataDir: settings.dataDir,
    localIssuer,
    settings: settingsGiven(process.env),
  }),
);
print(`ready ${url}`);

let stopping = false;
const stop = async () => {
  if (stopping) process.exit(1);
  stopping = true;
  print("stopping …");
  await running.close();
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

function read(): LocalSettings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

function giveUp(why: unknown): never {
  console.error(why);
  process.exit(1);
}
