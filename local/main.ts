import { readSettings, settingsGiven } from "./settings.ts";
import { startLocal } from "./start.ts";
import { giveUp } from "./start-failure.ts";
import { welcome } from "./welcome.ts";
import { localAccount } from "./wiring.ts";

/** `npm start`: everything on this machine until Ctrl-C. */

const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const settings = readSettings(process.env);
  const running = await startLocal(settings, print);
  print(
    welcome({
      ...running,
      account: localAccount,
      dataDir: settings.dataDir,
      localIssuer: settings.oidcIssuer === undefined,
      settings: settingsGiven(process.env, new URL(running.url).port),
    }),
  );
  print(`ready ${running.url}`);
  stopOnSignal(running.close);
} catch (error) {
  giveUp(error);
}

function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    print("stopping …");
    await close();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
