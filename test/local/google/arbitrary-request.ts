import fc from "fast-check";
import schema from "../../../local/google/schema.json" with { type: "json" };
import { enums } from "../../../local/google/schema.ts";

/** Requests of every kind with anything in them that their message types allow, and a little more. */

const messages = schema as unknown as Record<string, Record<string, string>>;

const edges = fc.constantFrom(-2_147_483_648, -1, 0, 1, 2, 3, 7, 8, 19, 20, 21, 500, 1_000_000, 2_147_483_647);
const small = fc.nat(9);
const texts = [
  ..."A1|B2:C3|Sheet1|Sheet1!A1:Z|'|N|r|ROWS|=A1+1|=SUM(A:A)|=((((|__proto__|constructor|toString|汉字|en_US".split(
    "|",
  ),
  "",
  "x".repeat(200),
];
const masks = [
  ..."*|title|note|range|name|hidden|editors|criteria|userEnteredValue|userEnteredFormat|metadataValue,location".split(
    "|",
  ),
  ..."hiddenByUser,pixelSize|gridProperties.rowCount|gridProperties(frozenRowCount,columnCount)|nope|a.b(".split("|"),
];

function ofName(field: string): fc.Arbitrary<unknown> | undefined {
  if (/sheetId$/i.test(field))
    return fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: edges });
  if (/Index$|Count$|^length$/.test(field))
    return fc.oneof({ weight: 4, arbitrary: small }, { weight: 1, arbitrary: edges });
  if (field === "fields") return fc.constantFrom(...masks);
  if (field === "metadataId") return fc.constantFrom(7, 8, 0, -1);
  return undefined;
}

function ofType(type: string, field: string, depth: number): fc.Arbitrary<unknown> {
  if (type.startsWith("list ")) return fc.array(ofType(type.slice(5), field, depth), { maxLength: 3 });
  if (type.startsWith("enum ")) return fc.constantFrom(...enums[type.slice(5)]!);
  const named = ofName(field);
  if (named !== undefined) return named;
  if (type === "string") return fc.constantFrom(...texts);
  if (type === "bool") return fc.boolean();
  if (type === "int32") return edges;
  if (type === "double") return fc.double({ noNaN: true, noDefaultInfinity: true });
  if (type === "map" || type === "any") return fc.jsonValue({ maxDepth: 2 });
  return depth === 0 ? fc.constant({}) : message(type, depth - 1, false);
}

const wrongType = { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) };

/** A message with most of its own fields; `outer` ones, of the request itself, are nearly always there. */
export function message(name: string, depth = 3, outer = true): fc.Arbitrary<object> {
  const fields = Object.entries(messages[name]!).map(([field, type]) => {
    const value = fc.oneof({ weight: 150, arbitrary: ofType(type, field, depth) }, wrongType);
    return [field, fc.option(value, { nil: undefined, freq: outer ? 12 : 2 })];
  });
  return fc
    .record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>)
    .map((body) => JSON.parse(JSON.stringify(body)) as object);
}

export const requestOf = (kind: string): fc.Arbitrary<object> =>
  message(messages.Request![kind]!).map((body) => ({ [kind]: body }));
