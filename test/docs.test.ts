import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "../local/bureau/registry.ts";

/** What the documents name exists: commands, options, files, links. */

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const documents = files.filter((file) => /^(README[^/]*|CHANGELOG|docs\/.*|bench\/README|web\/.*)\.md$/.test(file));
const texts = new Map(documents.map((file) => [file, readFileSync(file, "utf8")]));
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** Every match in every document for which `holds` is false, as `document: what it says`. */
function wrong(pattern: RegExp, holds: (match: RegExpMatchArray, document: string) => boolean): string[] {
  let seen = 0;
  const found = [...texts].flatMap(([document, text]) =>
    [...text.matchAll(pattern)]
      .filter((match) => {
        seen++;
        return !holds(match, document);
      })
      .map(([said]) => `${document}: ${said}`),
  );
  expect(seen).toBeGreaterThan(0);
  return found;
}

it("[B18] the documents are found", () => {
  expect(documents).toEqual(
    expect.arrayContaining(["README.md", "README.zh-CN.md", "CHANGELOG.md", "docs/runbook.md"]),
  );
});

it("[B18] every npm script that a document names exists", () => {
  expect(wrong(/npm run (?:-s )?([a-z][\w:-]*)/g, ([, name = ""]) => name in scripts)).toEqual([]);
  expect(wrong(/npm (start|test)\b/g, ([, name = ""]) => name in scripts)).toEqual([]);
});

it("[B18] every command of the operator's command line that a document names exists, with its options", () => {
  const common = ["url", "token", "as", "help"];
  const known = (line: string) => {
    const command = commands.find(({ name }) => line === name || line.startsWith(`${name} `));
    if (command === undefined) return /^(COMMAND|--help|help)\b/.test(line);
    const options = [...line.matchAll(/ --([a-z-]+)/g)].map(([, option = ""]) => option);
    return options.every((option) => common.includes(option) || option in command.takes);
  };
  expect(
    wrong(/npm run bureau -- ([^`\n]+)/g, ([, line = ""]) =>
      line
        .split(" / ")
        .map((part) => part.replace(/ …$/, "").trim())
        .every(known),
    ),
  ).toEqual([]);
});

it("[B18] every relative link of a document leads somewhere", () => {
  expect(
    wrong(/\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)]*)?\)/g, ([, target = ""], document) =>
      existsSync(join(dirname(document), target)),
    ),
  ).toEqual([]);
});

it("[B18] every file of ours that a document names in a code span exists", () => {
  const rooms = "core|graphql|functions|stacks|local|web|test|bench|docs";
  expect(wrong(new RegExp(`\`((?:${rooms})/[\\w./-]*[\\w/])\``, "g"), ([, path = ""]) => existsSync(path))).toEqual([]);
});

it("[B18] the settings that the READMEs name are those that are read", () => {
  const read = [...readFileSync("local/settings.ts", "utf8").matchAll(/env(?:\.|, ")([A-Z_]+)/g)].map(
    ([, name]) => name,
  );
  for (const readme of ["README.md", "README.zh-CN.md"]) {
    const named = /`((?:[A-Z_]+ )+[A-Z_]+)`/.exec(texts.get(readme) ?? "")?.[1]?.split(" ") ?? [];
    expect([readme, named]).toEqual([readme, [...new Set(read)]]);
  }
});
