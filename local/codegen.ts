import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generate } from "@graphql-codegen/cli";
import { type DocumentNode, parse, type StringValueNode } from "graphql";
import * as pageMutations from "../web/src/mutations.ts";
import * as pageQueries from "../web/src/queries.ts";

/**
 * `npm run codegen`: of schema.graphql, resolver types, and the schema as modules, already parsed and with its
 * descriptions apart, because a cold start has no time for either;
 * of docs/client/operations.graphql, what a front end imports; and what our own pages ask, for production's safelist.
 * A test compares the files with what this would write.
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

/** Every document that the pages can send. */
function pageDocuments(): string[] {
  const { steps, stepDocument, ...rest } = pageMutations;
  const texts: unknown[] = [...Object.values(pageQueries), ...Object.values(rest)];
  const documents = texts.filter((text): text is string => typeof text === "string" && /^(query|mutation) /.test(text));
  return [...documents, ...Object.values(steps).map(({ mutation }) => stepDocument(mutation))].sort();
}

const withoutDescriptions = (key: string, value: unknown) => (key === "description" ? undefined : value);

interface Describable {
  readonly name?: { readonly value: string };
  readonly description?: StringValueNode;
  readonly fields?: readonly Describable[];
  readonly values?: readonly Describable[];
  readonly arguments?: readonly Describable[];
}

/** By `Type`, `Type.member` or `Type.field.argument`; the schema's own by "". */
function descriptionsOf({ definitions }: DocumentNode): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (part: Describable, above: string) => {
    const path = [above, part.name?.value].filter(Boolean).join(".");
    if (part.description !== undefined) found[path] = part.description.value;
    for (const below of [...(part.fields ?? []), ...(part.values ?? []), ...(part.arguments ?? [])]) visit(below, path);
  };
  for (const definition of definitions) visit(definition as Describable, "");
  return found;
}

export async function generatedFiles(): Promise<{ path: string; text: string }[]> {
  const schemaPath = here("../graphql/schema.graphql");
  const types: { filename: string; content: string }[] = await generate(
    {
      schema: schemaPath,
      silent: true,
      generates: {
        [here("../graphql/generated.ts")]: {
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
  const schema = parse(readFileSync(schemaPath, "utf8"), { noLocation: true });
  return [
    ...types.map(({ filename, content }) => ({ path: filename, text: content })),
    {
      path: here("../graphql/schema-document.ts"),
      text: `// Generated from schema.graphql by \`npm run codegen\`.\nexport const schemaDocument: string = ${JSON.stringify(JSON.stringify(schema, withoutDescriptions))};\n`,
    },
    {
      path: here("../graphql/schema-descriptions.ts"),
      text: `// Generated from schema.graphql by \`npm run codegen\`.\nexport const descriptions: Readonly<Record<string, string>> = ${JSON.stringify(descriptionsOf(schema), null, 2)};\n`,
    },
    {
      path: here("../graphql/page-documents.ts"),
      text: `// Generated from web/src by \`npm run codegen\`.\nexport const pageDocuments: readonly string[] = ${JSON.stringify(pageDocuments(), null, 2)};\n`,
    },
  ];
}

if (import.meta.main) for (const { path, text } of await generatedFiles()) writeFileSync(path, text);
