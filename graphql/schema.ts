import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from "graphql";
import type { Resolvers } from "./generated.ts";
import { resolvers } from "./resolvers/resolvers.ts";
import { schemaDocument } from "./schema-document.ts";

/**
 * The schema with its resolvers, as soon as a cold start wants it: parsed when it was generated, found valid by a test,
 * and without its descriptions (describe.ts).
 */
export function makeSchema(): GraphQLSchema {
  const document = JSON.parse(schemaDocument) as DocumentNode;
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  attach(resolvers, schema);
  return schema;
}

type Members = Readonly<Record<string, unknown>>;

/** Throws when there is a resolver for something that the schema does not have. */
export function attach(all: Resolvers, schema: GraphQLSchema): void {
  for (const [name, members] of Object.entries(all) as [string, Members][]) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, methodsOf(members));
    else if (isInterfaceType(type)) Object.assign(type, { resolveType: members.__resolveType });
    else if (isObjectType(type)) {
      const fields = type.getFields();
      for (const [field, resolve] of Object.entries(members)) {
        const found = fields[field];
        if (found === undefined) throw new Error(`the schema has no ${name}.${field}`);
        Object.assign(found, { resolve });
      }
    } else throw new Error(`the schema has no ${name} to resolve`);
  }
}

const methodsOf = ({ serialize, parseValue, parseLiteral }: Members) => ({ serialize, parseValue, parseLiteral });
