import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** Custom scalars: what is not exactly right is refused at the door. */

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function parseDate(value: unknown): string {
  if (typeof value === "string" && isoDate.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (date.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError("Date must be a day that exists, as YYYY-MM-DD");
}

function parseDateTime(value: unknown): string {
  if (
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  ) {
    const ms = Date.parse(value);
    if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  }
  throw new GraphQLError("DateTime must be an ISO 8601 moment with its zone");
}

const asStored = (value: unknown) => String(value);

export const DateScalar = new GraphQLScalarType({
  name: "Date",
  serialize: asStored,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});

export const DateTimeScalar = new GraphQLScalarType({
  name: "DateTime",
  serialize: asStored,
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
});
