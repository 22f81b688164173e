import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

/** The rooms and what each may import of ours; a room is the longest prefix that matches. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "core/errors.ts": [],
  "core/limits.ts": [],
  "core/log.ts": [],
  "core/ledger": ["core/errors.ts", "core/limits.ts", "core/ledger"],
  "core/sheet": ["core/errors.ts", "core/limits.ts", "core/log.ts", "core/ledger", "core/sheet"],
  "core/store": ["core/errors.ts", "core/limits.ts", "core/log.ts", "core/ledger", "core/store"],
  "core/rollup": [
    "core/errors.ts",
    "core/limits.ts",
    "core/log.ts",
    "core/ledger",
    "core/sheet",
    "core/store",
    "core/rollup",
  ],
  "core/sync": [
    "core/errors.ts",
    "core/limits.ts",
    "core/log.ts",
    "core/ledger",
    "core/sheet",
    "core/store",
    "core/rollup",
    "core/sync",
  ],
  graphql: ["core", "graphql"],
  functions: ["core", "graphql", "functions"],
  stacks: ["stacks"],
  local: ["core", "graphql", "functions", "local", "web"],
};

/** Packages that only the named files may import. */
const keepers: readonly (readonly [packages: RegExp, files: RegExp])[] = [
  [/^googleapis/, /^core\/sheet\/google[a-z-]*\.ts$|^local\/google\//],
  [/^google-auth-library/, /^core\/sheet\/google[a-z-]*\.ts$/],
  [/^@aws-sdk\/(client-dynamodb|credential-provider-env)/, /^core\/store\//],
  [/^@aws-sdk\/client-sqs/, /^functions\//],
  [/^sst$/, /^functions\/wiring\.ts$/],
  [/^@apollo\//, /^graphql\//],
];

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(core|graphql|functions|stacks|local)\//.test(file) && existsSync(file));

function roomOf(file: string): string | undefined {
  return Object.keys(allowed)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^"';]*from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

it("[H1] imports go one way through the house", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const room = roomOf(file);
    for (const target of importsOf(file)) {
      if (target.startsWith(".")) {
        const path = normalize(join(dirname(file), target));
        const rooms = allowed[room ?? ""];
        if (rooms !== undefined && !rooms.some((other) => path === other || path.startsWith(`${other}/`)))
          wrong.push(`${file} imports ${path}`);
      }
    }
  }
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

it("[H2] each vendor has its keepers", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file).flatMap((target) =>
      keepers
        .filter(([packages, keeper]) => packages.test(target) && !keeper.test(file))
        .map(() => `${file} imports ${target}`),
    ),
  );
  expect(wrong).toEqual([]);
});
