import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

/** PostGraphile 5 with its usual preset over a database that is filled from the file named first. */

const connectionString = process.env.DATABASE_URL;
const { topics, items } = JSON.parse(await (await import("node:fs/promises")).readFile(process.argv[2], "utf8"));
const pool = new pg.Pool({ connectionString });
await pool.query(`
  create table topics (code text primary key, title text not null);
  create table items (
    code text primary key, county text not null, state text not null, description text not null,
    due text not null, topic_code text not null references topics
  );
`);
const columns = (rows, names) => names.map((name) => rows.map((row) => row[name]));
await pool.query("insert into topics select * from unnest($1::text[], $2::text[])", columns(topics, ["code", "title"]));
await pool.query(
  "insert into items select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])",
  columns(items, ["code", "county", "state", "description", "due", "topicCode"]),
);
await pool.query(`
  create index on items (county, state);
  create index on items (topic_code);
  create view counts as select county, state, count(*)::int as count from items group by county, state;
  analyze;
`);

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ["public"] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
});
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
