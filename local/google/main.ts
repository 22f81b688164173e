import { answerPage } from "./page/serve.ts";
import { startGoogle } from "./start.ts";

/** `npm run google`: only the local Google service, empty, in memory. */
const port = Number(process.env.GOOGLE_PORT ?? 4001);

const { url, close } = await startGoogle({ port, extra: answerPage });
console.log(`ready ${url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void close().then(() => process.exit(0)));
