import { startDatabase } from "../../../local/database.ts";
import { makeDynamoEngine } from "../../contract/dynamo-engine.ts";
import { storeContract } from "../../contract/store.ts";

storeContract("the embedded database (dynalite)", async () => {
  const database = await startDatabase();
  return makeDynamoEngine(database.endpoint, () => database.close());
});
