import type { KindName } from "../../core/ledger/kind.ts";
import { kinds } from "../../core/ledger/kinds.ts";
import type { ApiClient } from "./api-client.ts";
import type { Connection } from "./list-all.ts";

/** How many entries a unit has, of every kind: the lists of all kinds are paged side by side, in one request a page. */

interface OpenList {
  readonly kind: KindName;
  readonly after: string | null;
}

type Counted = {
  readonly unit: Readonly<Record<string, Connection<object>>> | null;
};

export async function countEntries(api: Pick<ApiClient, "ask">, unit: string): Promise<number> {
  let count = 0;
  let open: readonly OpenList[] = kinds.map(({ name }) => ({ kind: name, after: null }));
  while (open.length > 0) {
    const { unit: found } = await api.ask<Counted>(queryOf(open), { unit, ...cursorsOf(open) });
    const going: OpenList[] = [];
    for (const { kind } of open) {
      const page = found?.[kind];
      if (page === undefined) continue;
      count += page.nodes.length;
      if (page.pageInfo.hasNextPage) going.push({ kind, after: page.pageInfo.endCursor });
    }
    open = going;
  }
  return count;
}

function queryOf(open: readonly OpenList[]): string {
  const variables = open.map(({ kind }) => `$${kind}: String`).join(", ");
  const lists = open.map(
    ({ kind }) => `${kind}: ${listOf(kind)} { nodes { code } pageInfo { hasNextPage endCursor } }`,
  );
  return `query Count($unit: String!, ${variables}) { unit(code: $unit) { ${lists.join(" ")} } }`;
}

function listOf(kind: KindName): string {
  const page = `first: 100, after: $${kind}`;
  if (kind === "problem") return `problemItems(${page})`;
  if (kind === "topic") return `researchTopics(${page})`;
  return `entries(kind: ${kind.toUpperCase()}, ${page})`;
}

const cursorsOf = (open: readonly OpenList[]) => Object.fromEntries(open.map(({ kind, after }) => [kind, after]));
