import type { Figure } from "./queries.ts";

export const lights = ["RED", "YELLOW", "GREEN", "BLUE", "GREY"] as const;
export type Light = (typeof lights)[number];

/** Red: something is overdue. Yellow: due within a week. Blue: all closed. Grey: nothing reported. Else green. */
export function lightOf(figures: readonly Pick<Figure, "key" | "value">[]): Light {
  const value = (key: string) => figures.find((figure) => figure.key === key)?.value ?? null;
  const problems = value("PROBLEMS");
  if (problems === null) return "GREY";
  if ((value("OVERDUE") ?? 0) > 0) return "RED";
  if ((value("DUE_SOON") ?? 0) > 0) return "YELLOW";
  return problems > 0 && value("CLOSED") === problems ? "BLUE" : "GREEN";
}
