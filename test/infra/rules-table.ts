import { isDeepStrictEqual } from "node:util";
import { keyAttributes, tableDefinition } from "../../core/store/keys.ts";
import { only, type Resource, types } from "./resource.ts";
import type { Rule } from "./rules.ts";

interface Index {
  readonly name: string;
  readonly hashKey: string;
  readonly rangeKey: string;
  readonly projectionType: string;
  readonly nonKeyAttributes?: readonly string[];
}

const plain = (name: string, hashKey: string, rangeKey: string, project: readonly string[]) =>
  `${name} ${hashKey}+${rangeKey} [${[...project].sort()}]`;

function checkNames(resources: readonly Resource[]): string[] {
  const { inputs } = only(resources, types.table);
  const found = (inputs.globalSecondaryIndexes as Index[]).map((index) =>
    index.projectionType === "ALL"
      ? `${index.name} projects everything`
      : plain(index.name, index.hashKey, index.rangeKey, index.nonKeyAttributes ?? []),
  );
  const wanted = tableDefinition.indexes.map((index) =>
    plain(index.name, index.hashKey, index.rangeKey, index.project),
  );
  const problems: string[] = [];
  if (inputs.hashKey !== tableDefinition.hashKey || inputs.rangeKey !== tableDefinition.rangeKey) {
    problems.push("the table's own keys differ from core/store/keys.ts");
  }
  if (!isDeepStrictEqual(found.sort(), wanted.sort())) problems.push(`indexes ${found} are not ${wanted}`);
  const declared = (inputs.attributes as { name: string; type: string }[]).map(({ name, type }) => name + type);
  if (!isDeepStrictEqual(declared.sort(), keyAttributes.map((name) => `${name}S`).sort())) {
    problems.push("declared attributes are not exactly the key attributes (DynamoDB refuses others)");
  }
  if (inputs.ttl?.attributeName !== tableDefinition.ttlAttribute || !inputs.ttl.enabled) {
    problems.push("time to live differs from core/store/keys.ts");
  }
  return problems;
}

function checkKept(resources: readonly Resource[], stage: string): string[] {
  const table = only(resources, types.table);
  const problems: string[] = [];
  if (table.inputs.pointInTimeRecovery?.enabled !== true) problems.push("the table has no point-in-time recovery");
  if (table.inputs.billingMode !== "PAY_PER_REQUEST") problems.push("the table is not billed per request");
  if (stage === "production") {
    if (table.inputs.deletionProtectionEnabled !== true) problems.push("production's table may be deleted");
    if (!table.retainOnDelete) problems.push("removing the app removes production's table");
  }
  return problems;
}

export const tableRules: readonly Rule[] = [
  { id: "[I1]", check: checkNames },
  { id: "[I2]", check: checkKept },
];
