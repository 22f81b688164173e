import type { Api, Who } from "./api.ts";

/** What tests send that nobody should, and whether the server survived it. */

export const who: Who = ["c", "CLERK"];
export const nested = (levels: number) =>
  `{ unit(code: "c") ${"{ parent ".repeat(levels)}{ code }${" }".repeat(levels)} }`;

export async function codeOf(api: Api, query: string, variables: Record<string, unknown> = {}): Promise<string> {
  const answer = await api.ask(who, query, variables);
  return answer.errors?.[0].extensions.code ?? "answered";
}

export async function stillAnswers(api: Api): Promise<boolean> {
  const answer = await api.ask(who, "{ viewer { role } }");
  return answer.data.viewer.role === "CLERK";
}
