import type { Draft } from "../draft.ts";

/** One request of a batchUpdate: changes the draft or throws, and answers its reply. */
// biome-ignore lint/suspicious/noExplicitAny: messages are checked against the API's schema before they come here
export type Message = { readonly [field: string]: any };
export type Handler = (draft: Draft, request: Message) => object;

/** int32 that is free: 31 random bits. */
export function freshId(draft: Draft, taken: (id: number) => boolean): number {
  for (;;) {
    const id = 1 + Math.floor(draft.random() * 0x7ffffffe);
    if (!taken(id)) return id;
  }
}
