import type { Resource } from "./resource.ts";
import { accessRules } from "./rules-access.ts";
import { apiRules } from "./rules-api.ts";
import { queueRules } from "./rules-queue.ts";
import { tableRules } from "./rules-table.ts";
import { watchRules } from "./rules-watch.ts";
import { webRules } from "./rules-web.ts";

/** A rule reads a stage's resources and answers every violation as one sentence; none means it holds. */
export interface Rule {
  /** Its number in docs/spec/aws.md. */
  readonly id: string;
  readonly check: (resources: readonly Resource[], stage: string) => readonly string[];
}

export const rules: readonly Rule[] = [
  ...tableRules,
  ...queueRules,
  ...apiRules,
  ...accessRules,
  ...watchRules,
  ...webRules,
];

export function violations(resources: readonly Resource[], stage: string): readonly string[] {
  return rules.flatMap(({ id, check }) => check(resources, stage).map((sentence) => `${id} ${sentence}`));
}
