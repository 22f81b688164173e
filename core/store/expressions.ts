import { tableDefinition } from "./keys.ts";
import { type Attribute, type Condition, encodeAttribute, type Query, type Update } from "./table-client.ts";

/** Builds DynamoDB's expression texts. Every name and value goes through a placeholder, so no word is reserved. */
export class Placeholders {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, Attribute> = {};
  #count = 0;

  name(attribute: string): string {
    const placeholder = `#${attribute}`;
    this.names[placeholder] = attribute;
    return placeholder;
  }

  value(attribute: Attribute): string {
    const placeholder = `:v${this.#count++}`;
    this.values[placeholder] = attribute;
    return placeholder;
  }

  /** Ready for a request: DynamoDB refuses empty maps. */
  fields() {
    return {
      ...(Object.keys(this.names).length === 0 ? {} : { ExpressionAttributeNames: this.names }),
      ...(Object.keys(this.values).length === 0 ? {} : { ExpressionAttributeValues: this.values }),
    };
  }
}

/** null when it always holds. */
export function conditionText(condition: Condition, at: Placeholders): string | null {
  switch (condition.kind) {
    case "absent":
      return `attribute_not_exists(${at.name(condition.attribute)})`;
    case "equal":
      return `${at.name(condition.attribute)} = ${at.value(encodeAttribute(condition.value))}`;
    case "atMost":
      return `${at.name(condition.attribute)} <= ${at.value(encodeAttribute(condition.value))}`;
    case "sizeAtMost":
      return `size(${at.name(condition.attribute)}) <= ${at.value(encodeAttribute(condition.value))}`;
    case "all":
    case "any": {
      if (condition.of.length === 0) return null;
      const parts = condition.of.map((part) => conditionText(part, at)).filter((part) => part !== null);
      return parts.map((part) => `(${part})`).join(condition.kind === "all" ? " AND " : " OR ");
    }
  }
}

export function updateText({ set, remove = [], prepend, add }: Update, at: Placeholders): string {
  const sets = Object.entries(set).map(([name, value]) => `${at.name(name)} = ${at.value(encodeAttribute(value))}`);
  if (prepend !== undefined) {
    const name = at.name(prepend.attribute);
    const none = at.value({ L: [] });
    const texts = at.value(encodeAttribute(prepend.texts));
    sets.push(`${name} = list_append(${texts}, if_not_exists(${name}, ${none}))`);
  }
  return [
    sets.length === 0 ? "" : `SET ${sets.join(", ")}`,
    remove.length === 0 ? "" : `REMOVE ${remove.map((name) => at.name(name)).join(", ")}`,
    add === undefined ? "" : `ADD ${at.name(add.attribute)} ${at.value(encodeAttribute(add.value))}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

export function queryText({ index, hash, range }: Query, at: Placeholders): string {
  const { hashKey, rangeKey } = keysOf(index);
  const equal = `${at.name(hashKey)} = ${at.value({ S: hash })}`;
  if (range === undefined) return equal;
  const name = at.name(rangeKey);
  if ("beginsWith" in range) return `${equal} AND begins_with(${name}, ${at.value({ S: range.beginsWith })})`;
  if ("atMost" in range) return `${equal} AND ${name} <= ${at.value({ S: range.atMost })}`;
  const [low, high] = range.between;
  return `${equal} AND ${name} BETWEEN ${at.value({ S: low })} AND ${at.value({ S: high })}`;
}

export function keysOf(index: Query["index"]): { readonly hashKey: string; readonly rangeKey: string } {
  if (index === undefined) return tableDefinition;
  const found = tableDefinition.indexes.find(({ name }) => name === index);
  if (found === undefined) throw new Error(`no index ${index}`);
  return found;
}
