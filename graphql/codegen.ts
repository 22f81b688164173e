import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generate } from "@graphql-codegen/cli";

/**
 * `npm run codegen`: of schema.graphql, resolver types and the schema as a module, so that it travels inside a bundle;
 * of docs/client/operations.graphql, what a front end imports. A test compares the files with what this would write.
 */

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const mappers = {
  Unit: "../core/ledger/unit.ts#Unit as CoreUnit",
  ProblemItem: "../core/ledger/item.ts#Item",
  ResearchTopic: "../core/ledger/item.ts#Item",
  Entry: "../core/ledger/item.ts#Item",
  Spreadsheet: "../core/ledger/link.ts#Link",
  Pass: "../core/ledger/link.ts#PassRecord",
  Change: "./parents.ts#ChangeParent",
  Conflict: "./parents.ts#ConflictParent",
  Viewer: "../core/ledger/scope.ts#Viewer as CoreViewer",
  Rollup: "./parents.ts#RollupParent",
  Indicator: "./parents.ts#IndicatorParent",
  Node: "./parents.ts#NodeParent",
  UnitConnection: "./parents.ts#UnitConnectionParent",
  UnitEdge: "./parents.ts#UnitEdgeParent",
  ResearchTopicConnection: "./parents.ts#ItemConnectionParent",
  ResearchTopicEdge: "./parents.ts#ItemEdgeParent",
  ProblemItemConnection: "./parents.ts#ItemConnectionParent",
  ProblemItemEdge: "./parents.ts#ItemEdgeParent",
  EntryConnection: "./parents.ts#ItemConnectionParent",
  EntryEdge: "./parents.ts#ItemEdgeParent",
  ChangeConnection: "./parents.ts#ChangeConnectionParent",
  ChangeEdge: "./parents.ts#ChangeEdgeParent",
  PassConnection: "./parents.ts#PassConnectionParent",
  PassEdge: "./parents.ts#PassEdgeParent",
  SpreadsheetConnection: "./parents.ts#SpreadsheetConnectionParent",
  SpreadsheetEdge: "./parents.ts#SpreadsheetEdgeParent",
};

export async function generatedFiles(): Promise<{ path: string; text: string }[]> {
  const schemaPath = here("./schema.graphql");
  const types: { filename: string; content: string }[] = await generate(
    {
      schema: schemaPath,
      silent: true,
      generates: {
        [here("./generated.ts")]: {
          plugins: ["typescript", "typescript-resolvers"],
          config: {
            contextType: "./context.ts#GraphqlContext",
            mappers,
            useTypeImports: true,
            enumsAsTypes: true,
            maybeValue: "T | null | undefined",
            scalars: { Date: "string", DateTime: "string", ID: "string" },
            defaultScalarType: "string",
            useIndexSignature: false,
          },
        },
        [here("../docs/client/operations.ts")]: {
          documents: here("../docs/client/operations.graphql"),
          plugins: ["typescript-operations", "typed-document-node"],
          config: {
            documentMode: "string",
            useTypeImports: true,
            enumsAsTypes: true,
            skipTypename: true,
            scalars: { Date: "string", DateTime: "string", ID: "string" },
            defaultScalarType: "string",
          },
        },
      },
    },
    false,
  );
  const schema = readFileSync(schemaPath, "utf8");
  return [
    ...types.map(({ filename, content }) => ({ path: filename, text: content })),
    {
      path: here("./schema-text.ts"),
      text: `// Generated from schema.graphql by \`npm run codegen\`.\nexport const schemaText: string = ${JSON.stringify(schema)};\n`,
    },
  ];
}

if (import.meta.main) for (const { path, text } of await generatedFiles()) writeFileSync(path, text);
