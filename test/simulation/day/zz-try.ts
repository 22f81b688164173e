import { runDay } from "./day.ts";
import { wholeDay } from "./shapes.ts";

const n = Number(process.argv[2] ?? 60);
const t = performance.now();
const per = new Map<string, Record<string, number>>();
(globalThis as any).dbg = (at: number, what: string) => {
  const m = Math.floor((at - Date.parse("2023-11-06T16:00:00Z")) / 60000);
  const k = m < 16 * 60 + 45 || m > 18 * 60 ? "other" : String((Math.floor(m / 5) * 5) / 60);
  const r = per.get(k) ?? {};
  r[what] = (r[what] ?? 0) + 1;
  per.set(k, r);
};
const r = await runDay({ ...wholeDay, bureaus: n, accounts: Number(process.argv[3] ?? 1) });
const { changes, ...rest } = r;
console.log(
  JSON.stringify(rest, null, 1).replace(/\n */g, " "),
  changes.length,
  performance.now() - t,
  process.memoryUsage().rss / 1e6,
);
for (const [k, v] of per) console.log(k, JSON.stringify(v));
