import { commonArguments } from "./arguments.ts";
import type { Arguments, Command } from "./command.ts";
import { chapters } from "./registry.ts";
import { pad } from "./text-table.ts";

/** What can be said, for whoever asks or mistypes. */

const prefix = "npm run bureau --";

export function overview(): string {
  const width = Math.max(...chapters.flatMap(([, commands]) => commands.map(({ name }) => name.length)));
  const lines = chapters.flatMap(([title, commands]) => [
    title,
    ...commands.map(({ name, does }) => `  ${pad(name, width)}  ${does}`),
    "",
  ]);
  return [
    `${prefix} COMMAND …`,
    "",
    ...lines,
    `一个命令的用法 · how a command is used: ${prefix} COMMAND --help`,
    ...argumentLines(commonArguments),
  ].join("\n");
}

export function helpOf({ name, does, takes, example, notes }: Command): string {
  return [
    does,
    "",
    `  ${[prefix, name, ...Object.entries(takes).map(usageOf)].join(" ")}`,
    ...(example === "" ? [] : [`  例 · example: ${prefix} ${name} ${example}`]),
    "",
    ...argumentLines(takes),
    ...argumentLines(commonArguments),
    ...(notes === undefined ? [] : ["", ...notes]),
  ].join("\n");
}

function usageOf([name, { value, required, positional }]: [string, Arguments[string]]): string {
  const form = value === undefined ? `--${name}` : positional ? value : `--${name} ${value}`;
  return required ? form : `[${form}]`;
}

function argumentLines(takes: Arguments): string[] {
  const forms = Object.entries(takes).map(
    ([name, { value, positional }]) => `${positional ? `${value} 或 ` : ""}--${name}${value ? ` ${value}` : ""}`,
  );
  return Object.values(takes).map(({ says, choices }, i) => {
    const values = choices === undefined ? "" : `: ${choices.join(" ")}`;
    return `  ${pad(forms[i] ?? "", 40)}  ${says}${values}`;
  });
}
