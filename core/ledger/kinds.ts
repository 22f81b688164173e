import type { Kind, KindName } from "./kind.ts";
import { problemKind } from "./problem.ts";
import { topicKind } from "./topic.ts";

/** Every kind that has a tab. A new kind is one file beside this one and one entry here. */
export const kinds: readonly Kind[] = [problemKind, topicKind];

export function kindOf(name: KindName): Kind {
  const kind = kinds.find((candidate) => candidate.name === name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
}
