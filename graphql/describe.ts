import type { ApolloServerPlugin } from "@apollo/server";
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import type { GraphqlContext } from "./context.ts";

/**
 * What the schema says of itself is half of its text and of no use to a query: it is put in its place when somebody
 * asks for the schema.
 */
export function describeOnDemand(schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> {
  let described: Promise<void> | undefined;
  const load = async () => describe(schema, (await import("./schema-descriptions.ts")).descriptions);
  return {
    async requestDidStart() {
      return {
        async didResolveSource({ source }) {
          if (!asksForSchema.test(source)) return;
          described ??= load();
          await described;
        },
      };
    },
  };
}

/** Matches whatever asks for the schema, and sometimes more. */
const asksForSchema = /__(schema|type)\b/;

/** @param descriptions by `Type`, `Type.member` or `Type.field.argument`; of the schema itself by "". */
export function describe(schema: GraphQLSchema, descriptions: Readonly<Record<string, string>>): void {
  for (const [path, description] of Object.entries(descriptions)) {
    const part = path === "" ? schema : partOf(schema, path);
    if (part === undefined) throw new Error(`the schema has no ${path} to describe`);
    part.description = description;
  }
}

interface Part {
  description?: string | null | undefined;
}

function partOf(schema: GraphQLSchema, path: string): Part | undefined {
  const [typeName = "", member, argument] = path.split(".");
  const type = schema.getType(typeName);
  if (member === undefined) return type;
  if (isEnumType(type)) return type.getValue(member) ?? undefined;
  if (isInputObjectType(type)) return type.getFields()[member];
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[member];
  return argument === undefined ? field : field?.args.find(({ name }) => name === argument);
}
