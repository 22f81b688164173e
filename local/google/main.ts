import { makeGoogle } from "./google.ts";
import { startHttp } from "./http.ts";

/** `npm run google`: only the local Google service, empty, in memory. */
const port = Number(process.env.GOOGLE_PORT ?? 4001);

const push = async (address: string, headers: Record<string, string>) => {
  await fetch(address, { method: "POST", headers, signal: AbortSignal.timeout(10_000) });
};

const { url, close } = await startHttp({ google: makeGoogle({ push }), port });
console.log(`ready ${url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void close().then(() => process.exit(0)));
