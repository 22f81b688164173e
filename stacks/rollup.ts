import { readTable, writeTable } from "./access";
import { code } from "./code";
import { googleEnvironment, storeEnvironment } from "./environment";
import { functionDefaults } from "./function-defaults";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";
import type { Table } from "./table";

export function rollup(settings: Settings, secrets: Secrets, table: Table) {
  const rollupFunction = new sst.aws.Function("Rollup", {
    ...functionDefaults,
    ...code("rollup"),
    timeout: "5 minutes",
    memory: "1024 MB",
    link: [secrets.googleServiceAccountKeys],
    environment: { ...storeEnvironment(table), ...googleEnvironment(settings) },
    permissions: [readTable(table), writeTable(table)],
  });
  new sst.aws.CronV2("RollupSchedule", { schedule: "rate(15 minutes)", function: rollupFunction.arn, retries: 1 });
  return { rollup: rollupFunction };
}

export type Rollup = ReturnType<typeof rollup>;
