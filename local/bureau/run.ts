import { ApiRefusal, makeApiClient } from "./api-client.ts";
import { parseLine } from "./arguments.ts";
import { type Command, type CommandContext, UsageError } from "./command.ts";
import { helpOf, overview } from "./help.ts";
import { nearest } from "./nearest.ts";
import { commands } from "./registry.ts";

/** One call of the operator's command line: words in, text and exit code out. It may do exactly what its token may. */

const exitCodes = { done: 0, refused: 1, misused: 2 } as const;

export interface Surroundings extends Pick<CommandContext, "writeFile" | "wait"> {
  /** Of the API, when --url does not name another. */
  readonly url: string;
  readonly token: string | undefined;
  readonly out: (text: string) => void;
  /** For refusals and for what is said meanwhile. */
  readonly err: (text: string) => void;
}

export async function runBureau(words: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await runWords(words, around);
  } catch (error) {
    if (error instanceof UsageError) {
      around.err(error.message);
      return exitCodes.misused;
    }
    if (!(error instanceof ApiRefusal)) throw error;
    around.err(error.message);
    return exitCodes.refused;
  }
}

async function runWords(words: readonly string[], around: Surroundings): Promise<number> {
  const [first] = words;
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && words.length === 1)) {
    around.out(overview());
    return first === undefined ? exitCodes.misused : exitCodes.done;
  }
  const { command, rest } = commandIn(first === "help" ? words.slice(1) : words);
  if (first === "help") {
    around.out(helpOf(command));
    return exitCodes.done;
  }
  const { help, common, input } = parseOrExplain(command, rest);
  if (help) {
    around.out(helpOf(command));
    return exitCodes.done;
  }
  const api = makeApiClient({
    url: apiUrl(common.url ?? around.url),
    token: common.as === undefined ? (common.token ?? around.token) : undefined,
    local: identity(common.as ?? "ADMIN@cn"),
  });
  const { writeFile, wait, err } = around;
  const { ok, text } = await command.run(input, { api, writeFile, wait, progress: err });
  if (ok) around.out(text);
  else around.err(text);
  return ok ? exitCodes.done : exitCodes.refused;
}

/** A name has one word or two. */
function commandIn(words: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const command = commands.find((each) => each.name === name);
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  const said = words[0] ?? "";
  const names = commands.map(({ name }) => name);
  const near = names.find((name) => name.startsWith(`${said} `)) ?? nearest(said, names);
  const hint = near === undefined ? "全部命令：npm run bureau -- --help" : `是不是 ${near}？`;
  throw new UsageError(`Unknown command "${said}". 没有这个命令；${hint}`);
}

function parseOrExplain(command: Command, rest: readonly string[]) {
  try {
    return parseLine(command, rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\n用法 · usage: npm run bureau -- ${command.name} --help`);
  }
}

/** The address may be that of the API or that of its GraphQL. */
function apiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--url ${text}: not an address. 网址不对。`);
  return url.href.replace(/(\/graphql)?\/*$/, "");
}

function identity(text: string): { readonly role: string; readonly unit: string } {
  const [role = "", unit = ""] = text.split("@");
  if (role === "" || unit === "") throw new UsageError(`--as ${text}: write ROLE@UNIT. 请写成 角色@单位代码。`);
  return { role: role.toUpperCase(), unit };
}
