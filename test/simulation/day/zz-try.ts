import { runDay } from "/work/main/test/simulation/day/day.ts";

const n = Number(process.argv[2] ?? 60);
const t = performance.now();
const r = await runDay({
  bureaus: n,
  rowsEach: 12,
  accounts: Number(process.argv[3] ?? 1),
  seed: 1,
  changeDelayMs: 180000,
  shape: {
    hours: 24,
    work: [
      [8.5, 12],
      [14, 18],
    ],
    editsPerBureau: 8,
    apiChangesPerBureau: 2,
    rush: { endHour: 17, minutes: 10 },
    lostShare: 0.005,
    commands: { everySeconds: 20, minutes: 40 },
  },
});
const { changes, ...rest } = r;
console.log(JSON.stringify(rest, null, 1), changes.length, performance.now() - t, process.memoryUsage().rss / 1e6);
