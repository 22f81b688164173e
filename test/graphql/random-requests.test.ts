import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { expect, it } from "vitest";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { makeSchema } from "../../graphql/schema.ts";
import { seededRandom } from "../support/random.ts";
import { type Api, anApi, inState, putItem, startMs, type Who } from "./api.ts";

/** Requests that nobody thought of: any fields, any arguments, by any role. All are answered or refused; none is a bug. */

const schema = makeSchema();
const now = new Date(startMs).toISOString();
const roles = ["CLERK", "LEADER", "VERIFIER", "VIEWER", "ADMIN"] as const;
const texts = ["示例", "", "2023-11-30", "立行立改", "=1+1", "＊", "长".repeat(11_000), "\ud800", "x"];
const numbers = [1, 2, 100, 0, -1, 101, 2_000_000_000];
const dates = ["2023-11-01", "2023-11-30", "2023-02-31", "1900-01-01", "2199-12-31", "x"];
const moments = ["2023-11-20T02:00:00Z", "2023-11-20", "x"];

interface Pool {
  readonly units: readonly string[];
  readonly codes: readonly string[];
  readonly ids: readonly string[];
}

class Requests {
  readonly #random: () => number;
  readonly #pool: Pool;
  constructor(random: () => number, pool: Pool) {
    this.#random = random;
    this.#pool = pool;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  selection(type: GraphQLNamedType, depth: number): string {
    if (isInterfaceType(type)) {
      const on = this.pick(schema.getPossibleTypes(type));
      return `{ __typename id ... on ${on.name} ${this.selection(on, depth)} }`;
    }
    if (!isObjectType(type)) return "";
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => !isComposite(getNamedType(field.type)));
    const fields = depth > 0 ? all : leaves;
    if (fields.length === 0) return "{ __typename }";
    const chosen = new Set([this.pick(leaves.length > 0 ? leaves : fields)]);
    for (let i = 0; i < 3; i++) chosen.add(this.pick(fields));
    const shown = [...chosen].map(
      (field) => `${field.name}${this.arguments(field.args)} ${this.selection(getNamedType(field.type), depth - 1)}`,
    );
    return `{ __typename ${shown.join(" ")} }`;
  }

  arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isNonNullType(arg.type) || this.chance(0.6));
    return given.length === 0 ? "" : `(${given.map((arg) => `${arg.name}: ${this.value(arg.type, arg)}`).join(", ")})`;
  }

  value(type: GraphQLInputType, of: GraphQLArgument | GraphQLInputField): string {
    if (isNonNullType(type)) return this.value(type.ofType, of);
    if (this.chance(0.05) && !isNonNullType(of.type)) return "null";
    if (isListType(type))
      return `[${Array.from({ length: this.pick([0, 1, 3]) }, () => this.value(type.ofType, of)).join(", ")}]`;
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.chance(0.4));
      return `{ ${fields.map((field) => `${field.name}: ${this.value(field.type, field)}`).join(", ")} }`;
    }
    return JSON.stringify(this.scalar(getNamedType(type).name, of.name));
  }

  scalar(type: string, name: string): unknown {
    if (type === "Boolean") return this.chance(0.5);
    if (type === "Int" || type === "Float") return this.pick(numbers);
    if (type === "Date") return this.pick(dates);
    if (type === "DateTime") return this.pick(moments);
    if (type === "ID") return this.pick([...this.#pool.ids, "x", ""]);
    if (["unit", "to", "parent"].includes(name)) return this.pick([...this.#pool.units, "nowhere"]);
    if (["code", "topic", "mergedInto"].includes(name))
      return this.pick([...this.#pool.codes, ...this.#pool.units, "x"]);
    if (name === "spreadsheetId") return this.pick(["s1", "s2", "x", "../x"]);
    return this.pick(texts);
  }

  /** One field at the root, so that a failure names itself. */
  request(root: GraphQLObjectType): string {
    const field = this.pick(Object.values(root.getFields()));
    const kind = root.name === "Mutation" ? "mutation" : "query";
    const payload = getNamedType(field.type);
    const shown =
      root.name === "Mutation" ? "{ __typename userErrors { code message path } }" : this.selection(payload, 3);
    return `${kind} { ${field.name}${this.arguments(field.args)} ${shown} }`;
  }
}

const isComposite = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type);

async function aWorld(): Promise<{ api: Api; pool: Pool }> {
  const api = await anApi();
  await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now });
  const row = { spreadsheetId: "s1", tabId: 7, presence: "PRESENT" as const, missingSince: null };
  const conflict = {
    field: "progress",
    sheetValue: "甲",
    storeValue: "乙",
    shown: "SHEET" as const,
    openedAt: now,
    settledAt: null,
  };
  const codes = [];
  for (const state of ["REGISTERED", "IN_PROGRESS", "STANDING", "SUBMITTED", "VERIFIED", "CLOSED", "VOID"] as const) {
    const item = await putItem(
      api.store,
      state === "STANDING" ? "d" : "c",
      { description: "示例", due: "看情况", measures: "1.甲\\n2.乙", owner: "示例甲" },
      (fresh) => inState(state)({ ...fresh, row, conflicts: [{ ...conflict, id: "progress.1" }] }),
    );
    codes.push(item.code);
  }
  const archived = await putItem(api.store, "c", { description: "已删" }, (item) => ({ ...item, archivedAt: now }));
  const topic = await putItem(api.store, "c", { title: "示例课题" }, (item) => item, "topic");
  const activity = await putItem(
    api.store,
    "c",
    { theme: "示例", kinds: "看不懂" },
    (item) => ({ ...item, row }),
    "activity",
  );
  const all = [...codes, archived.code, topic.code, activity.code];
  const { data } = await api.ask(
    ["cn", "ADMIN"],
    `{ units { nodes { id } } spreadsheet(spreadsheetId: "s1") { id } problemItems(first: 1) { nodes { id conflicts { id } } } }`,
  );
  const [item] = data.problemItems.nodes;
  const ids = [
    ...data.units.nodes.map(({ id }: { id: string }) => id),
    data.spreadsheet.id,
    item.id,
    item.conflicts[0].id,
  ];
  return { api, pool: { units: ["cn", "p", "m", "c", "d", "q"], codes: all, ids } };
}

const known = new Set(["BAD_USER_INPUT", "NOT_FOUND", "QUERY_TOO_COMPLEX", "FORBIDDEN"]);

it.each([1, 2])(
  "[A54] any query, by any role, is answered or refused, compiled or not alike (seed %i)",
  async (seed) => {
    const { api, pool } = await aWorld();
    const random = seededRandom(seed);
    const requests = new Requests(random, pool);
    const counts = { answered: 0, refused: 0 };
    for (let i = 0; i < 250; i++) {
      const who: Who = [requests.pick(pool.units), requests.pick(roles)];
      const query = requests.request(schema.getQueryType() as GraphQLObjectType);
      const [first, second, third] = [await api.ask(who, query), await api.ask(who, query), await api.ask(who, query)];
      const codes = (first.errors ?? []).map(({ extensions }) => extensions.code);

      expect({ query, who, unknown: codes.filter((code) => !known.has(code)) }).toEqual({ query, who, unknown: [] });
      expect({ query, data: third.data }).toEqual({ query, data: second.data });
      expect({ query, data: second.data }).toEqual({ query, data: first.data });
      counts[first.errors === undefined ? "answered" : "refused"]++;
    }
    expect(api.logged).toEqual([]);
    expect(counts.answered).toBeGreaterThan(80);
    expect(counts.refused).toBeGreaterThan(10);
  },
  120_000,
);

it.each([1, 2])(
  "[A54] any mutation, by any role, does what it says or tells why not (seed %i)",
  async (seed) => {
    const { api, pool } = await aWorld();
    const random = seededRandom(seed);
    const requests = new Requests(random, pool);
    const told = new Map<string, number>();
    for (let i = 0; i < 400; i++) {
      const who: Who = [requests.pick(pool.units), requests.pick(roles)];
      const query = requests.request(schema.getMutationType() as GraphQLObjectType);
      const answer = await api.ask(who, query);
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      const payload = Object.values(answer.data ?? {})[0] as { userErrors?: { code: string }[] } | undefined;

      expect({ query, who, unknown: codes.filter((code) => !known.has(code)) }).toEqual({ query, who, unknown: [] });
      const word = codes[0] ?? payload?.userErrors?.[0]?.code ?? "done";
      told.set(word, (told.get(word) ?? 0) + 1);
    }
    expect(api.logged).toEqual([]);
    expect([...told.keys()].sort()).toEqual(
      expect.arrayContaining(["BAD_USER_INPUT", "FORBIDDEN", "NOT_FOUND", "done"]),
    );
  },
  120_000,
);
