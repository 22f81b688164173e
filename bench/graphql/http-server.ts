import { randomUUID } from "node:crypto";
import { localSettings, makeDynamoStore } from "../../core/store/dynamo.ts";
import { shareGraphql } from "./one-graphql.ts";

/** Child of graphql/http-contestants.ts: one server on the given database, which tells its port, a token and its CPU time. */

shareGraphql();
const [name = "", endpoint = ""] = process.argv.slice(2);
const { listen } = await import("./listen.ts");
const store = makeDynamoStore({ ...localSettings, endpoint, newWriteId: randomUUID });
const { port, token } = await listen(name, store);
process.on("disconnect", () => process.exit());
process.on("message", () => process.send?.(process.cpuUsage()));
process.send?.({ port, token });
