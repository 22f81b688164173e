/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const production = input?.stage === "production";
    return {
      name: "grassroots-ledger",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
      providers: { aws: { region: (process.env.DEPLOY_REGION ?? "ap-southeast-1") as "ap-southeast-1" } },
    };
  },
  async run() {
    const { readSettings } = await import("./stacks/settings");
    const { secrets } = await import("./stacks/secrets");
    const { table } = await import("./stacks/table");
    const { sync } = await import("./stacks/sync");
    const { rollup } = await import("./stacks/rollup");
    const { api } = await import("./stacks/api");
    const { push } = await import("./stacks/push");
    const { web } = await import("./stacks/web");
    const { alarms } = await import("./stacks/alarms");

    const settings = readSettings($app.stage);
    const secret = secrets();
    const ledger = table();
    const inStep = sync(settings, secret, ledger);
    const summary = rollup(settings, secret, ledger);
    const entry = api(settings, secret, ledger);
    const doorbell = push(settings, secret, ledger, inStep, entry);
    const pages = web(settings, entry);
    const topic = alarms(settings, inStep, summary, entry, doorbell);

    const talkToGoogle = [entry.graphql, inStep.poll, inStep.worker, summary.rollup, doorbell.webhook, doorbell.renew];
    return {
      apiUrl: entry.gateway.url,
      webUrl: pages.url,
      tableName: ledger.name,
      alarmTopic: topic.arn,
      /** Google's workload identity provider must be told to trust exactly these. */
      googleRoles: $util.all(talkToGoogle.map((each) => each.nodes.role!.name)),
    };
  },
});
