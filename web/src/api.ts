import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
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
  const key = JSON.stringify([document, variables]);
  const [answer, setAnswer] = useState<{ key: string; data: T | null; error: ApiError | null } | null>(null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => api.onChange(reload), [api, reload]);
  useEffect(() => {
    const timer = setInterval(() => globalThis.document.visibilityState === "visible" && reload(), refreshMs);
    return () => clearInterval(timer);
  }, [reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key stands for document and variables; turn asks again.
  useEffect(() => {
    if (document === null) return;
    let current = true;
    api.ask<T>(document, variables).then(
      (data) => current && setAnswer({ key, data, error: null }),
      (error: unknown) => {
        const known = error instanceof ApiError ? error : new ApiError("NETWORK", String(error));
        if (current) setAnswer((before) => ({ key, data: before?.key === key ? before.data : null, error: known }));
      },
    );
    return () => {
      current = false;
    };
  }, [api, key, turn]);
  const mine = answer?.key === key ? answer : null;
  return { data: mine?.data ?? null, error: mine?.error ?? null, reload };
}
