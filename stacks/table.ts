/** One table. Key and index names are those of core/store/keys.ts; a test compares them. */
export function table() {
  return new sst.aws.Dynamo("Table", {
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
}

export type Table = ReturnType<typeof table>;
