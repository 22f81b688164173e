import { localSettings } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import { startDatabase } from "../../local/database.ts";
import { startGoogle } from "../../local/google/start.ts";
import type { ServicesMessage } from "./start.ts";

/** Child of services/start.ts. */

const send = (message: ServicesMessage) => process.send?.(message);
process.on("disconnect", () => process.exit());

const database = await startDatabase();
await ensureTable({ ...localSettings, endpoint: database.endpoint });
const google = await startGoogle({ port: 0 });
let requests: Record<string, number> = {};
google.google.hook = (phase, { name, user }) => {
  if (phase === "after") requests[`${name} ${user}`] = (requests[`${name} ${user}`] ?? 0) + 1;
};
process.on("message", () => {
  send({ kind: "requests", requests });
  requests = {};
});
send({ kind: "ready", google: google.url, database: database.endpoint });
