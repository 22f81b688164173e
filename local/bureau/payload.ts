import type { Answer } from "./command.ts";

/** What every mutation answers with, and how its refusals are told. */

export interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** GraphQL text of the refusals, for the end of each selection. */
export const userErrors = "userErrors { code message }";

export function answerOf<P extends Payload>(payload: P, done: (payload: P) => string): Answer {
  return payload.userErrors.length > 0 ? { ok: false, text: refusalOf(payload) } : { ok: true, text: done(payload) };
}

export function refusalOf({ userErrors }: Payload): string {
  return userErrors.map(({ code, message }) => `${code}: ${message}`).join("\n");
}
