import { activityKind } from "./activity.ts";
import { classKind } from "./class.ts";
import type { Kind, KindName } from "./kind.ts";
import { measureKind } from "./measure.ts";
import { opinionKind } from "./opinion.ts";
import { outcomeKind } from "./outcome.ts";
import { planKind } from "./plan.ts";
import { problemKind } from "./problem.ts";
import { requestKind } from "./request.ts";
import { topicKind } from "./topic.ts";

/** Every kind that has a tab. A new kind is one file beside this one and one entry here. */
export const kinds: readonly Kind[] = [
  problemKind,
  topicKind,
  activityKind,
  measureKind,
  opinionKind,
  outcomeKind,
  requestKind,
  planKind,
  classKind,
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** undefined: no code of this system begins like that. */
export function kindOfCode(code: string): Kind | undefined {
  return kinds.find(({ prefix }) => code.startsWith(prefix));
}

export function kindOf(name: KindName): Kind {
  const kind = byName.get(name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
}
