/** What a fresh table begins with: without a root no unit could be added. In the format of core/store. */
const rootUnit = {
  pk: { S: "units" },
  sk: { S: "u#cn" },
  doc: {
    S: JSON.stringify({
      format: 1,
      code: "cn",
      name: "行业",
      level: "INDUSTRY",
      parent: null,
      path: "cn/",
      closurePolicy: null,
      version: 1,
    }),
  },
  revision: { N: "1" },
  writeId: { S: "deploy" },
};

/** One table. Key and index names are those of core/store/keys.ts; a test compares them. */
export function table() {
  // After a restore (docs/runbook.md) the app runs on the restored table; the old one stays as it is.
  const restored = process.env.RESTORED_TABLE;
  if (restored) return sst.aws.Dynamo.get("RestoredTable", restored);

  const made = new sst.aws.Dynamo("Table", {
    fields: {
      pk: "string",
      sk: "string",
      unitPool: "string",
      unitKey: "string",
      topic: "string",
      dueProvince: "string",
      dueKey: "string",
      dirtyPool: "string",
      dirtyKey: "string",
      flagged: "string",
    },
    primaryIndex: { hashKey: "pk", rangeKey: "sk" },
    globalIndexes: {
      byUnit: { hashKey: "unitPool", rangeKey: "unitKey", projection: ["doc"] },
      byTopic: { hashKey: "topic", rangeKey: "unitKey", projection: ["doc"] },
      byDue: { hashKey: "dueProvince", rangeKey: "dueKey", projection: "keys-only" },
      byDirty: { hashKey: "dirtyPool", rangeKey: "dirtyKey", projection: "keys-only" },
      byFlag: { hashKey: "flagged", rangeKey: "pk", projection: "keys-only" },
    },
    ttl: "expiresAt",
    // PITR is always on in this component; the test asserts it.
    deletionProtection: $app.stage === "production",
  });
  new aws.dynamodb.TableItem(
    "RootUnit",
    { tableName: made.name, hashKey: "pk", rangeKey: "sk", item: JSON.stringify(rootUnit) },
    { ignoreChanges: ["item"], retainOnDelete: true },
  );
  return made;
}

export type Table = ReturnType<typeof table>;
