import { readSettings } from "./settings.ts";
import { startLocal } from "./start.ts";

/** `npm start`: everything on this machine until Ctrl-C. */

const print = (line: string) => process.stdout.write(`${line}\n`);
const settings = readSettings(process.env);
const running = await startLocal(settings, print).catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE" ? `port in use: ${error.message}. Set PORT or GOOGLE_PORT to another.` : error,
  );
  process.exit(1);
});
print(`ready ${running.url}`);

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
