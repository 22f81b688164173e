import { parseArgs } from "node:util";
import { type Arguments, type Command, UsageError } from "./command.ts";
import { nearest } from "./nearest.ts";

/** Words of a command line -> what a command takes. */

/** Taken by every command. */
export const commonArguments = {
  url: { value: "URL", says: "服务地址，默认为本机 · address of the API, this machine by default" },
  token: { value: "TOKEN", says: "令牌，也可放在环境变量 TOKEN 里 · bearer token, else the variable TOKEN" },
  as: {
    value: "ROLE@UNIT",
    says: "仅限本机：以某单位某角色的身份 · this machine only: act as a role at a unit",
  },
  help: { says: "显示用法 · show how it is used" },
} as const satisfies Arguments;

export interface ParsedLine {
  readonly common: {
    readonly url: string | undefined;
    readonly token: string | undefined;
    readonly as: string | undefined;
  };
  readonly help: boolean;
  readonly input: Readonly<Record<string, string | boolean | undefined>>;
}

/** @param words what follows the command's name. Errors: UsageError, for people. */
export function parseLine(command: Command, words: readonly string[]): ParsedLine {
  const takes: Arguments = { ...command.takes, ...commonArguments };
  const { values, positionals } = split(takes, words);
  const { url, token, as, help, ...named } = values;
  const input: Record<string, string | boolean | undefined> = { ...named };
  const common = { url: text(url), token: text(token), as: text(as) };
  if (help === true) return { common, help: true, input };

  const open = Object.entries(command.takes).filter(
    ([name, { positional }]) => positional && named[name] === undefined,
  );
  for (const [i, word] of positionals.entries()) {
    const name = open[i]?.[0];
    if (name === undefined) throw new UsageError(`"${word}" is one word too many. 多了一项“${word}”。`);
    input[name] = word;
  }
  for (const [name, { value, required, choices }] of Object.entries(command.takes)) {
    if (value === undefined) input[name] = named[name] === true;
    else if (text(input[name]) === undefined) {
      if (required) throw new UsageError(`${value} (--${name}) is missing. 缺少 ${value}。`);
      input[name] = undefined;
    } else if (choices !== undefined) input[name] = chosen(name, String(input[name]), choices);
  }
  return { common, help: false, input };
}

function split(takes: Arguments, words: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(takes).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    const unknown = /Unknown option '(-[^']*)'/.exec(String(error))?.[1];
    if (unknown === undefined) throw new UsageError((error as Error).message.split("\n")[0]);
    const names = Object.keys(takes).map((name) => `--${name}`);
    const near = nearest(unknown, names);
    const hint = near === undefined ? `有 ${names.join(" ")}` : `是不是 ${near}？`;
    throw new UsageError(`Unknown option ${unknown}. 没有这个选项；${hint}`);
  }
}

function chosen(name: string, given: string, choices: readonly string[]): string {
  const found = choices.find((choice) => choice.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw new UsageError(`--${name} ${given}: must be one of ${choices.join(", ")}. 取值不对。`);
  return found;
}

const text = (value: string | boolean | undefined) => (typeof value === "string" && value !== "" ? value : undefined);
