import type { Unit } from "../ledger/unit.ts";
import { limits } from "../limits.ts";
import type { Store } from "../store/store.ts";

/** A topic cell names a topic of the same unit by its code or its exact title. Loaded once a pass, and only when needed. */
export function makeTopicResolver(store: Store, unit: Unit): (text: string) => Promise<string | null> {
  let known: Promise<ReadonlyMap<string, string>> | undefined;
  return async (text) => {
    known ??= loadTopics(store, unit);
    return (await known).get(text.trim()) ?? null;
  };
}

async function loadTopics(store: Store, unit: Unit): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  let after: string | undefined;
  do {
    const page = await store.listItems({
      kind: "topic",
      path: unit.path,
      descendants: false,
      first: limits.pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const topic of page.rows) {
      codes.set(topic.code, topic.code);
      const title = topic.texts.title?.trim() ?? "";
      if (title !== "" && !codes.has(title)) codes.set(title, topic.code);
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return codes;
}
