// NocoDB as its npm package says: its routes on an Express server. Prints nothing when it is ready; it is asked.
import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const app = require("express")();
const { Noco } = require("nocodb");
const server = createServer(app);
server.listen(Number(process.env.PORT), "127.0.0.1", async () => app.use(await Noco.init({}, server, app)));
