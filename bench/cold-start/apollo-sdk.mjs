// What a first try looks like: Apollo Server as it comes and the AWS SDK, loaded from node_modules as they are.
import { ApolloServer, HeaderMap } from "@apollo/server";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT });
const typeDefs = `
  type Unit { code: String! }
  type ProblemItem { code: String! description: String! version: Int! unit: Unit! }
  type Query { problemItem(code: String!): ProblemItem }
`;
const resolvers = {
  Query: {
    async problemItem(_, { code }) {
      const Key = { pk: { S: `item#${code}` }, sk: { S: "item" } };
      const { Item } = await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key }));
      const item = JSON.parse(Item.doc.S);
      return { ...item, description: item.texts.description, unit: { code: item.unit } };
    },
  },
};
const server = new ApolloServer({ typeDefs, resolvers });
const started = server.start();

export async function handler(event) {
  await started;
  const headers = new HeaderMap(Object.entries(event.headers));
  const httpGraphQLRequest = { method: "POST", headers, search: "", body: JSON.parse(event.body) };
  const answer = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({}) });
  return { statusCode: 200, body: answer.body.string };
}
