/** A GraphQL client of a few lines: the operator's command line needs no more. */

export interface ApiClient {
  readonly url: string;
  /** Throws ApiRefusal, a sentence for people, when the API cannot be reached or refuses the request as a whole. */
  ask<T>(query: string, variables: object): Promise<T>;
}

export class ApiRefusal extends Error {}

export interface ApiSettings {
  readonly url: string;
  /** Absent: a token of the local issuer. */
  readonly token: string | undefined;
  /** Who to be with a token of the local issuer. */
  readonly local: { readonly role: string; readonly unit: string };
}

export function makeApiClient({ url, token, local }: ApiSettings): ApiClient {
  let bearer: Promise<string> | undefined;
  return {
    url,
    async ask(query, variables) {
      bearer ??= token === undefined ? localToken(url, local) : Promise.resolve(token);
      const response = await reach(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await bearer}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await readAnswer(url, response);
      if (errors !== undefined && errors.length > 0)
        throw new ApiRefusal([...new Set(errors.map(sentenceOf))].join("\n"));
      return data as never;
    },
  };
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function readAnswer(url: string, response: Response): Promise<GraphqlAnswer> {
  const body = await response.text();
  try {
    const answer = JSON.parse(body) as GraphqlAnswer;
    if (answer.data !== undefined || answer.errors !== undefined) return answer;
  } catch {
    // Not from the API itself: a gateway that gave up, or another program at that address.
  }
  // The gateway's own answer on AWS, before any code of ours.
  if (response.status === 401 || response.status === 403)
    throw new ApiRefusal(`The token is not accepted: wrong, or expired. 令牌无效或已过期；${tokenHint}`);
  if (response.status === 503 || response.status === 504)
    throw new ApiRefusal(
      `${url} did not answer in time (${response.status}). 服务没有及时答复；已经开始的同步会在后台做完，稍后用 list 查看。`,
    );
  return notThisApi(url, response);
}

function notThisApi(url: string, { status }: Response): never {
  throw new ApiRefusal(`${url} is not this API (it answered ${status}). 这个地址不是台账服务，请检查 --url。`);
}

const tokenHint = "怎样取得令牌：npm run bureau -- help token";

function sentenceOf({ message, extensions }: { message: string; extensions?: { code?: string } }): string {
  const code = extensions?.code;
  if (code === "UNAUTHENTICATED") return `${code}: ${message} ${tokenHint}`;
  return code === undefined ? message : `${code}: ${message}`;
}

async function localToken(url: string, { unit, role }: ApiSettings["local"]): Promise<string> {
  const response = await reach(`${url}/local/token?${new URLSearchParams({ unit, role })}`, {});
  if (response.status === 404)
    throw new ApiRefusal(`No token, and ${url} issues none. 没有令牌：请先 export TOKEN=…，或加 --token；${tokenHint}`);
  const answer = (await response.json().catch(() => notThisApi(url, response))) as { token?: string; error?: string };
  if (answer.token === undefined) throw new ApiRefusal(`--as ${role}@${unit}: ${answer.error}`);
  return answer.token;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    const { origin, hostname } = new URL(url);
    const local = hostname === "127.0.0.1" || hostname === "localhost";
    throw new ApiRefusal(
      `Nothing answers at ${origin}. ${local ? "本机服务没有运行：请在另一个窗口执行 npm start，看到 ready 后再试。" : "连不上服务，请检查网络和 --url。"}`,
      { cause },
    );
  }
}
