import type { ApiClient } from "./api-client.ts";

/** Every page of a connection, one after the other. */

export interface Connection<N> {
  readonly nodes: readonly N[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** @param query takes `$after` and asks for nodes and pageInfo. */
export async function listAll<T, N>(
  api: Pick<ApiClient, "ask">,
  query: string,
  variables: object,
  connectionOf: (answer: T) => Connection<N>,
): Promise<readonly N[]> {
  const found: N[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Connection<N> = connectionOf(await api.ask<T>(query, { ...variables, after }));
    found.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
