import { readSettings } from "../settings.ts";
import { giveUp } from "../start-failure.ts";
import { answerPage } from "./page/serve.ts";
import { startGoogle } from "./start.ts";

/** `npm run google`: only the local Google service, empty, in memory. */

try {
  const { url, close } = await startGoogle({ port: readSettings(process.env).googlePort, extra: answerPage });
  console.log(`ready ${url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
} catch (error) {
  giveUp(error);
}
