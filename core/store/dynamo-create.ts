import { CreateTableCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { AppError } from "../errors.ts";
import { type DynamoSettings, makeDynamoClient } from "./dynamo.ts";
import { defaultTableName, keyAttributes, tableDefinition } from "./keys.ts";

/**
 * Creates the table on an engine of one's own machine when it is absent, and answers once it can be used. On AWS the
 * stacks create it. Errors: AppError `store.unavailable`.
 */
export async function ensureTable(settings: DynamoSettings): Promise<void> {
  const client = makeDynamoClient(settings);
  const TableName = settings.tableName ?? defaultTableName;
  const describe = () => client.send(new DescribeTableCommand({ TableName }));
  try {
    const existing = await describe().catch((error: Error) => {
      if (error.name === "ResourceNotFoundException") return null;
      throw error;
    });
    if (existing === null) {
      await client.send(new CreateTableCommand(tableRequest(TableName))).catch((error: Error) => {
        if (error.name !== "ResourceInUseException") throw error;
      });
    }
    for (let attempt = 0; attempt < 100; attempt++) {
      if ((await describe()).Table?.TableStatus === "ACTIVE") return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } catch (cause) {
    throw new AppError("store.unavailable", `the table ${TableName} could not be made ready`, { cause });
  } finally {
    client.destroy();
  }
  throw new AppError("store.unavailable", `the table ${TableName} does not become active`);
}

function tableRequest(TableName: string) {
  const keySchema = (hashKey: string, rangeKey: string) => [
    { AttributeName: hashKey, KeyType: "HASH" as const },
    { AttributeName: rangeKey, KeyType: "RANGE" as const },
  ];
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST" as const,
    AttributeDefinitions: keyAttributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
    KeySchema: keySchema(tableDefinition.hashKey, tableDefinition.rangeKey),
    GlobalSecondaryIndexes: tableDefinition.indexes.map(({ name, hashKey, rangeKey, project }) => ({
      IndexName: name,
      KeySchema: keySchema(hashKey, rangeKey),
      Projection:
        project.length === 0
          ? { ProjectionType: "KEYS_ONLY" as const }
          : { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...project] },
    })),
  };
}
