import { limits } from "../core/limits.ts";
import { badInput } from "./errors.ts";

/** One page of a list. Cursors are made only when somebody asks for them. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly cursorOf: (node: T) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Where to go on when that is further than the last node: a filter looked at rows it did not show. */
  readonly endCursor?: string | undefined;
  /** null: counting would cost more than the page. */
  readonly totalCount: number | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly connection: Connection<T>;
}

export interface PageArguments {
  readonly first: number;
  readonly after: string | undefined;
}

/** `first` from 1 to 100, 20 when absent. Errors: BAD_USER_INPUT. */
export function pageArguments(args: {
  first?: number | null | undefined;
  after?: string | null | undefined;
}): PageArguments {
  const first = args.first ?? limits.pageSizeDefault;
  if (first < 1 || first > limits.pageSize) throw badInput(`first must be from 1 to ${limits.pageSize}`);
  const after = args.after ?? undefined;
  if (after !== undefined && (after === "" || after.length > maxCursorChars)) throw badInput("after is not a cursor");
  return { first, after };
}

/** Longer than any cursor made here: a path of 20 levels of 64 characters, in base 64. */
const maxCursorChars = 2_000;

/** A page of a list that is in memory anyway. Keys are unique and the list is in their order. */
export function pageOfAll<T>(
  all: readonly T[],
  keyOf: (node: T) => string,
  { first, after }: PageArguments,
): Connection<T> {
  let from = 0;
  if (after !== undefined) {
    const key = fromBase64(after);
    const at = all.findIndex((node) => keyOf(node) === key);
    if (at < 0) throw badInput("after is not a cursor of this list");
    from = at + 1;
  }
  return {
    nodes: all.slice(from, from + first),
    cursorOf: (node) => toBase64(keyOf(node)),
    hasNextPage: from + first < all.length,
    hasPreviousPage: from > 0,
    totalCount: all.length,
  };
}

export const toBase64 = (text: string) => Buffer.from(text, "utf8").toString("base64url");
export const fromBase64 = (text: string) => Buffer.from(text, "base64url").toString("utf8");

/** Resolvers that every connection type shares. */
export const connectionResolvers = {
  edges: <T>(connection: Connection<T>): Edge<T>[] => connection.nodes.map((node) => ({ node, connection })),
  pageInfo: <T>(connection: Connection<T>) => {
    const [head] = connection.nodes;
    const tail = connection.nodes.at(-1);
    return {
      hasNextPage: connection.hasNextPage,
      hasPreviousPage: connection.hasPreviousPage,
      startCursor: head === undefined ? null : connection.cursorOf(head),
      endCursor: connection.endCursor ?? (tail === undefined ? null : connection.cursorOf(tail)),
    };
  },
};

export const edgeResolvers = {
  cursor: <T>({ node, connection }: Edge<T>) => connection.cursorOf(node),
};
