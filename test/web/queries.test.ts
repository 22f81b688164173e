import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { indicatorKeys } from "../../core/rollup/indicators.ts";
import { lightOf, lights } from "../../web/src/light.ts";
import * as mutations from "../../web/src/mutations.ts";
import * as queries from "../../web/src/queries.ts";
import { parseRoute, renderRoute } from "../../web/src/route.ts";

const schema = buildSchema(readFileSync("graphql/schema.graphql", "utf8"));

describe("what the pages ask", () => {
  test("[V10] every question and every decision is valid against the schema", () => {
    const asked = Object.entries({ ...queries, ...mutations })
      .filter(([name, value]) => /(Query|Document)$/.test(name) && typeof value === "string")
      .map(([name, value]): [string, string] => [name, String(value)]);
    const steps = Object.values(mutations.steps).map(({ mutation }): [string, string] => [
      mutation,
      mutations.stepDocument(mutation),
    ]);
    expect(asked.length).toBeGreaterThan(8);
    for (const [name, text] of [...asked, ...steps]) {
      expect({ name, errors: validate(schema, parse(text)).map(({ message }) => message) }).toEqual({
        name,
        errors: [],
      });
    }
  });

  test("[R13] the schema lists exactly the indicators that exist", () => {
    const listed = schema.getType("IndicatorKey");
    const names = listed && "getValues" in listed ? listed.getValues().map(({ name }) => name) : [];
    expect([...names].sort()).toEqual([...indicatorKeys].sort());
  });

  test("[V11] an address names a page, and a page its address", () => {
    const routes = [
      { page: "home" },
      { page: "unit", unit: "qh-haixi" },
      { page: "figure", unit: "cn", key: "CLOSURE_RATE" },
      { page: "item", code: "P7K3M9Q2X4TBD" },
      { page: "sheets" },
      { page: "sheet", id: "1a/b c%" },
      { page: "inbox" },
    ] as const;
    expect(routes.map((route) => parseRoute(renderRoute(route)))).toEqual(routes);
    expect(["", "#", "#/nowhere", "#/item/", "#/item/%E0%A4%A"].map((hash) => parseRoute(hash))).toEqual(
      Array(5).fill({ page: "home" }),
    );
  });

  test("[V12] a lamp is red for overdue, yellow for due soon, blue for all closed, grey for nothing reported", () => {
    const lamp = (values: Readonly<Record<string, number>>) =>
      lightOf(
        Object.entries(values).map(([key, value]) => ({ key, value, qualifier: "EQ", partial: false, text: "" })),
      );
    expect([
      lamp({ PROBLEMS: 3, OVERDUE: 1, DUE_SOON: 1 }),
      lamp({ PROBLEMS: 3, OVERDUE: 0, DUE_SOON: 1 }),
      lamp({ PROBLEMS: 3, CLOSED: 1 }),
      lamp({ PROBLEMS: 3, CLOSED: 3 }),
      lamp({}),
    ]).toEqual([...lights]);
  });
});
