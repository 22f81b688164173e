import { buildSchema, graphql } from "graphql";
import { askDynamo } from "./sigv4.ts";

/** The floor: graphql-js, a signer of fifty lines and one read. No authentication, no limits, five fields. */

const schema = buildSchema(`
  type Unit { code: String! }
  type ProblemItem { code: String! description: String! version: Int! unit: Unit! }
  type Query { problemItem(code: String!): ProblemItem }
`);

const root = {
  async problemItem({ code }: { code: string }) {
    const { Item } = (await askDynamo(process.env.DYNAMODB_ENDPOINT ?? "", "GetItem", {
      TableName: process.env.TABLE_NAME,
      Key: { pk: { S: `item#${code}` }, sk: { S: "item" } },
    })) as { Item: { doc: { S: string } } };
    const item = JSON.parse(Item.doc.S) as { unit: string; texts: { description: string } };
    return { ...item, description: item.texts.description, unit: { code: item.unit } };
  },
};

export async function handler(event: { body: string }) {
  const { query, variables } = JSON.parse(event.body) as { query: string; variables: Record<string, string> };
  const answer = await graphql({ schema, source: query, rootValue: root, variableValues: variables });
  return { statusCode: 200, body: JSON.stringify(answer) };
}
