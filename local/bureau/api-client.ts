/** A GraphQL client of a few lines: the operator's command line needs no more. */

export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

export interface ApiClient {
  /** Throws a sentence for people when the API cannot be reached or refuses the request as a whole. */
  ask<T>(query: string, variables: object): Promise<T>;
}

export interface ApiSettings {
  readonly url: string;
  /** Absent: an ADMIN token of the root unit from the local issuer. */
  readonly token: string | undefined;
  readonly dataDir: string;
}

export async function makeApiClient({ url, token }: ApiSettings): Promise<ApiClient> {
  const bearer = token ?? (await localToken(url));
  return {
    async ask(query, variables) {
      const response = await reach(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ query, variables }),
      });
      const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
      if (answer.errors !== undefined && answer.errors.length > 0)
        throw new Error(answer.errors.map(({ message }) => message).join("\n"));
      return answer.data as never;
    },
  };
}

async function localToken(url: string): Promise<string> {
  const response = await reach(`${url}/local/token?unit=cn&role=ADMIN`, {});
  if (!response.ok) throw new Error(`${url} has no local issuer: give a token with --token or in TOKEN`);
  const answer = (await response.json()) as { token: string };
  return answer.token;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new Error(`nothing answers at ${url}: run npm start first, or name the API with --url`, { cause });
  }
}
