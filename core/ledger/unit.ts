import * as z from "zod/mini";

export const unitLevels = ["INDUSTRY", "PROVINCE", "PREFECTURE", "COUNTY", "SUBCOUNTY"] as const;
export const closurePolicies = ["ONE_STEP", "TWO_STEP", "SELF"] as const;

/** A bureau at any level, any depth of tree. The path holds the codes from the root, each followed by `/`. */
export const unitSchema = z.object({
  format: z.literal(1),
  code: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  level: z.enum(unitLevels),
  parent: z.nullable(z.string()),
  path: z.string(),
  /** How its items are closed; null takes the nearest ancestor's, and TWO_STEP at the root. */
  closurePolicy: z.nullable(z.enum(closurePolicies)),
  version: z.int().check(z.minimum(1)),
});
export type Unit = z.infer<typeof unitSchema>;
export type UnitLevel = Unit["level"];
export type ClosurePolicy = (typeof closurePolicies)[number];

/** The second code of the path: the province under whose partition items are listed; the root's own items under the root. */
export function provinceOf(path: string): string {
  // Every write asks for it twice, and cutting up the whole path takes four times as long.
  const rootEnd = path.indexOf("/");
  if (rootEnd < 0) return path;
  const end = path.indexOf("/", rootEnd + 1);
  const province = path.slice(rootEnd + 1, end < 0 ? path.length : end);
  return province || path.slice(0, rootEnd);
}
