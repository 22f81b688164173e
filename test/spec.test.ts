import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const rulesIn = (text: string) => new Set([...text.matchAll(/\[([A-Z]{1,3}\d+)\]/g)].map((match) => match[1] ?? ""));

const stated = new Set(
  readdirSync("docs/spec")
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .flatMap((file) => [...rulesIn(readFileSync(`docs/spec/${file}`, "utf8"))]),
);
const tests = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "test/*.ts"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const shown = new Set(tests.flatMap((file) => [...rulesIn(readFileSync(file, "utf8"))]));

it("[H3] every rule of docs/spec is shown by a test, and every rule a test names is stated", () => {
  expect({
    statedButNotShown: [...stated].filter((rule) => !shown.has(rule)).sort(),
    shownButNotStated: [...shown].filter((rule) => !stated.has(rule)).sort(),
  }).toEqual({ statedButNotShown: [], shownButNotStated: [] });
});

it("[H4] a letter of rules belongs to one page, and the list of pages says to which", () => {
  const pages = readdirSync("docs/spec").filter((file) => file.endsWith(".md") && file !== "README.md");
  const used = pages.map((page) => {
    const letters = [...rulesIn(readFileSync(`docs/spec/${page}`, "utf8"))].map((rule) => rule.replace(/\d+/, ""));
    return [page, [...new Set(letters)].sort().join(" ")];
  });
  const listed = [...readFileSync("docs/spec/README.md", "utf8").matchAll(/^\| ([A-Z ]+?) +\| \[([\w.-]+)\]/gm)];
  expect(Object.fromEntries(listed.map(([, letters, page]) => [page, letters]))).toEqual(Object.fromEntries(used));
  const all = used.flatMap(([, letters = ""]) => letters.split(" "));
  expect(all).toEqual([...new Set(all)]);
});
