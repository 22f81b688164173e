import { makeDynamoEngine } from "../../contract/dynamo-engine.ts";
import { storeContract } from "../../contract/store.ts";
import { hasJava, startDynamoDbLocal } from "../../support/dynamodb-local.ts";

storeContract(
  "AWS DynamoDB Local",
  async () => {
    const local = await startDynamoDbLocal();
    return makeDynamoEngine(local.endpoint, local.stop);
  },
  hasJava() ? null : "no java on this machine",
);
