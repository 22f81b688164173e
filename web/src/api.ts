import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import type { Paged } from "./queries.ts";
import { forgetToken, storedToken } from "./sign-in.ts";

/** The GraphQL API as the pages use it: ask, and ask again when something may have changed. */
export interface Api {
  ask<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  /** Mutations call it: every question on the page is asked again. */
  changed(): void;
  /** Called when questions must be asked again. Answers how to stop. */
  onChange(listener: () => void): () => void;
}

export class ApiError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export function makeApi(endpoint: string, onSignedOut: () => void): Api {
  const listeners = new Set<() => void>();
  return {
    ask: async <T>(document: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${storedToken() ?? ""}` },
        body: JSON.stringify({ query: document, variables }),
      });
      const answer = (await response.json().catch(() => ({}))) as Answer;
      const [first] = answer.errors ?? [];
      if (first !== undefined || answer.data == null) {
        const code = first?.extensions?.code ?? String(response.status);
        if (code === "UNAUTHENTICATED") {
          forgetToken();
          onSignedOut();
        }
        throw new ApiError(code, first?.message ?? response.statusText);
      }
      return answer.data as T;
    },
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error("no api above this component");
  return api;
}

export interface Asked<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly reload: () => void;
}

/** How often a page that is being looked at asks again. */
const refreshMs = 20_000;

/** The answer to a question; the old answer stays while a new one is on its way. null asks nothing. */
export function useAsk<T>(document: string | null, variables: Readonly<Record<string, unknown>> = {}): Asked<T> {
  const api = useApi();
  const load = document === null ? null : () => api.ask<T>(document, variables);
  return useLoaded(JSON.stringify([document, variables]), 1, load);
}

export interface Pages<T, N> {
  /** The first page's whole answer. */
  readonly first: T;
  readonly nodes: readonly N[];
  /** null: these are all. */
  readonly more: (() => void) | null;
}

/** A list page by page, each below the last; what is shown is asked for again as a whole, so it stays true. */
export function usePages<T, N>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  pageOf: (answer: T) => Paged<N> | null,
): Asked<Pages<T, N>> {
  const api = useApi();
  const [pages, setPages] = useState(1);
  const load = async (): Promise<Pages<T, N>> => {
    const first = await api.ask<T>(document, { ...variables, after: null });
    let page = pageOf(first);
    const nodes = [...(page?.nodes ?? [])];
    for (let asked = 1; asked < pages && page?.pageInfo.hasNextPage; asked++) {
      page = pageOf(await api.ask<T>(document, { ...variables, after: page.pageInfo.endCursor }));
      nodes.push(...(page?.nodes ?? []));
    }
    return { first, nodes, more: page?.pageInfo.hasNextPage ? () => setPages(pages + 1) : null };
  };
  return useLoaded(JSON.stringify([document, variables]), pages, load);
}

/** @param key names what is asked: an answer to another question is not shown. @param turn asks again when it moves. */
function useLoaded<T>(key: string, turn: number, load: (() => Promise<T>) | null): Asked<T> {
  const api = useApi();
  const [answer, setAnswer] = useState<{ key: string; data: T | null; error: ApiError | null } | null>(null);
  const [again, setAgain] = useState(0);
  const reload = useCallback(() => setAgain((before) => before + 1), []);
  useEffect(() => api.onChange(reload), [api, reload]);
  useEffect(() => {
    const timer = setInterval(() => globalThis.document.visibilityState === "visible" && reload(), refreshMs);
    return () => clearInterval(timer);
  }, [reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and turn stand for load; again asks again.
  useEffect(() => {
    if (load === null) return;
    let current = true;
    load().then(
      (data) => current && setAnswer({ key, data, error: null }),
      (error: unknown) => {
        const known = error instanceof ApiError ? error : new ApiError("NETWORK", String(error));
        if (current) setAnswer((before) => ({ key, data: before?.key === key ? before.data : null, error: known }));
      },
    );
    return () => {
      current = false;
    };
  }, [api, key, turn, again]);
  const mine = answer?.key === key ? answer : null;
  return { data: mine?.data ?? null, error: mine?.error ?? null, reload };
}
