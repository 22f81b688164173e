import { parseArgs } from "node:util";
import { runDay } from "./day.ts";
import { wholeDay } from "./shapes.ts";
import { dayTable } from "./table.ts";

/** npm run simulate-day [-- --bureaus 2500 --accounts 5 --seed 1] */

const { values } = parseArgs({
  options: {
    bureaus: { type: "string", default: String(wholeDay.bureaus) },
    accounts: { type: "string", default: String(wholeDay.accounts) },
    seed: { type: "string", default: String(wholeDay.seed) },
  },
});
const options = {
  ...wholeDay,
  bureaus: Number(values.bureaus),
  accounts: Number(values.accounts),
  seed: Number(values.seed),
};
const startMs = performance.now();
const day = await runDay(options);
process.stdout.write(`${dayTable(options, day).join("\n")}\n\n`);
for (const error of day.errors.slice(0, 10)) process.stdout.write(`${error}\n`);
process.stdout.write(`simulated in ${((performance.now() - startMs) / 1000).toFixed(0)} s\n`);
