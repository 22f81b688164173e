import { readTable, sendTo, writeTable } from "./access";
import type { Api } from "./api";
import { code } from "./code";
import { googleEnvironment, storeEnvironment } from "./environment";
import { functionDefaults } from "./function-defaults";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";
import type { Sync } from "./sync";
import type { Table } from "./table";

const path = "/google/changes";

/** Google rings this doorbell when a file changed; the poll on the clock finds the same changes a little later. */
export function push(settings: Settings, secrets: Secrets, table: Table, { queue }: Sync, { gateway }: Api) {
  const common = {
    ...functionDefaults,
    memory: "512 MB" as const,
    link: [secrets.webhookToken, secrets.googleServiceAccountKeys],
  };

  const webhook = new sst.aws.Function("Push", {
    ...common,
    ...code("push-changes"),
    timeout: "20 seconds",
    environment: { ...storeEnvironment(table), ...googleEnvironment(settings), QUEUE_URL: queue.url },
    permissions: [readTable(table), writeTable(table), sendTo(queue)],
  });
  gateway.route(`POST ${path}`, webhook.arn);

  const webhookUrl = $interpolate`${gateway.url}${path}`;
  const renew = new sst.aws.Function("RenewChannels", {
    ...common,
    ...code("renew-channels"),
    timeout: "1 minute",
    environment: { ...storeEnvironment(table), ...googleEnvironment(settings), WEBHOOK_URL: webhookUrl },
    permissions: [readTable(table), writeTable(table)],
  });
  new sst.aws.CronV2("RenewSchedule", { schedule: "rate(6 hours)", function: renew.arn, retries: 2 });

  return { webhook, renew, webhookUrl };
}

export type Push = ReturnType<typeof push>;
