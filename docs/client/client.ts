import type { TypedDocumentString } from "./operations.ts";

/** A typed client without a library: operations.ts knows what each operation takes and gives. */

export interface ClientSettings {
  /** For example `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** A bearer token; called before each request, because tokens expire. */
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
}

export type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** The request as a whole failed. Expected failures of a mutation are no exceptions: they stand in `userErrors`. */
export class ApiFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export function makeClient({ url, token, fetch: send = fetch }: ClientSettings): Ask {
  return async <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) => {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await token()}` },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    const [error] = errors ?? [];
    if (error !== undefined) throw new ApiFailure(error.extensions.code, error.message);
    return data as Result;
  };
}
