import { fromBase64, toBase64 } from "./connection.ts";

/** Global ids: opaque to clients, made of the type's name and the key that people see. */

const nodeTypes = ["Unit", "ProblemItem", "ResearchTopic", "Entry", "Spreadsheet", "Conflict"] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Longer than any id made here: a Google id has 44 characters, a code 13, a conflict about 40 more. */
const maxIdChars = 300;

export function encodeNodeId(type: NodeType, key: string): string {
  return toBase64(`${type}:${key}`);
}

/** null when it is not an id of this API. */
export function decodeNodeId(id: string): { readonly type: NodeType; readonly key: string } | null {
  if (id.length > maxIdChars) return null;
  const text = fromBase64(id);
  const colon = text.indexOf(":");
  const type = nodeTypes.find((candidate) => candidate === text.slice(0, colon));
  const key = text.slice(colon + 1);
  return type === undefined || key === "" || toBase64(text) !== id ? null : { type, key };
}
