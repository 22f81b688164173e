import type { Store } from "../../core/store/store.ts";

/** Answers the reads of a query from memory after the first time: what is measured is everything but the database. */
export function remembering(store: Store): Store {
  const answers = new Map<string, unknown>();
  const remember =
    <A extends unknown[], T>(name: string, method: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const key = `${name} ${JSON.stringify(args)}`;
      if (!answers.has(key)) answers.set(key, await method(...args));
      return answers.get(key) as T;
    };
  return {
    ...store,
    listUnits: remember("listUnits", store.listUnits),
    listItems: remember("listItems", store.listItems),
    listTopicItems: remember("listTopicItems", store.listTopicItems),
    getItems: remember("getItems", store.getItems),
  };
}
