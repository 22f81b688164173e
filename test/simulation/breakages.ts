import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Deliberate mistakes in the sync engine, each of which some simulated run must notice. */

export interface Breakage {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const breakages: readonly Breakage[] = [
  {
    name: "merge: a change on both sides is settled without a conflict record",
    file: "core/sync/merge-row.ts",
    find: 'case "CONFLICT_SHEET_SHOWN":\n        open(field, cell, store, "SHEET");',
    replace: 'case "CONFLICT_SHEET_SHOWN":',
  },
  {
    name: "merge: the base advances to a text of the store before the sheet shows it",
    file: "core/sync/merge-row.ts",
    find: 'case "TAKE_STORE":\n        ahead[field] = cell.text;',
    replace: 'case "TAKE_STORE":\n        delete ahead[field];',
  },
  {
    name: "merge: formulas are written over",
    file: "core/sync/merge-row.ts",
    find: "readOnly: cell.readOnly !== undefined }",
    replace: "readOnly: false }",
  },
  {
    name: "plan: a missing row is archived although its item has changed",
    file: "core/sync/plan-row.ts",
    find: "if (Object.keys(item.ahead).some((field) => field !== recheckField)) {",
    replace: "if (Object.keys(item.ahead).some((field) => field === '?')) {",
  },
  {
    name: "plan: no brake on missing rows",
    file: "core/sync/brakes.ts",
    find: "if (missing > Math.max(limits.brakeMissingRows, known * limits.brakeMissingShare))",
    replace: "if (missing > 9_999)",
  },
  {
    name: "ids: a row over whose code another was pasted is the other's",
    file: "core/sync/claims.ts",
    find: "else contested.push({ row, item });",
    replace: "else settled.push(knownRow(row, item));",
  },
  {
    name: "ids: a copied row keeps the code it was copied with",
    file: "core/sync/claims.ts",
    find: "if (row !== keeper) orphans.push(",
    replace: "if (row !== keeper && code === '') orphans.push(",
  },
  {
    name: "ids: a new row's item is made before its code is seen in the sheet",
    file: "core/sync/plan-row.ts",
    find: 'edited: how === "CODE_THERE" ? created : null,\n    create: how === "WRITE_CODE" ? created : null,',
    replace: "edited: created,\n    create: null,",
  },
  {
    name: "ids: the anchor of a new row is a number of chance",
    file: "core/sync/anchors.ts",
    find: "yield Number.parseInt(hash",
    replace: "yield (Math.random() * 0x7fffffff) | 0 || Number.parseInt(hash",
  },
  {
    name: "verify: every answered row counts as written",
    file: "core/sync/verify.ts",
    find: "else if (stands && isRowOf(table, action, before, reached, shared)) verified.push(action);",
    replace: "else if (stands || isRowOf(table, action, before, reached, shared)) verified.push(action);",
  },
  {
    name: "verify: what a misplaced write took is not given back",
    file: "core/sync/act.ts",
    find: "if (actions.length > 0) await parts.sheet.restructure(spreadsheetId, actions);",
    replace: "if (actions.length > 9_999) await parts.sheet.restructure(spreadsheetId, actions);",
  },
  {
    name: "pass: no journal before the writes",
    file: "core/sync/act.ts",
    find: "await openJournal(parts, looked, plan);",
    replace: "",
  },
  {
    name: "pass: a paused spreadsheet is synced all the same",
    file: "core/sync/pass.ts",
    find: 'if (link.state === "PAUSED") return finish(',
    replace: "if (link.state !== link.state) return finish(",
  },
  {
    name: "commit: what the API changed during the pass is forgotten",
    file: "core/sync/commit.ts",
    find: "else ahead[field] = text;",
    replace: "else delete ahead[field];",
  },
  {
    name: "encode: a note takes the format of its cell away",
    file: "core/sheet/google-encode.ts",
    find: 'fields: "note",',
    replace: 'fields: "note,userEnteredFormat",',
  },
  {
    name: "encode: a row that comes in takes after the one below it",
    file: "core/sheet/google-encode.ts",
    find: "inheritFromBefore: row > 0,",
    replace: "inheritFromBefore: false,",
  },
];

/** Runs the simulation over copies of the code with one mistake each; `only` those with that in their name. */
export async function tryBreakages(
  { runs, seed, only }: { readonly runs: number; readonly seed: number; readonly only: string },
  say: (line: string) => void,
): Promise<boolean> {
  const tried = breakages.filter(({ name }) => name.includes(only));
  let missed = 0;
  for (const breakage of tried) {
    const failed = await tryBreakage(breakage, runs, seed);
    if (failed === 0) missed++;
    say(`${failed === 0 ? "MISSED" : "caught"}  ${String(failed).padStart(4)} of ${runs} runs  ${breakage.name}`);
  }
  say(`${tried.length - missed} passed, ${missed} failed`);
  return missed === 0;
}

/** Where in its file the mistake goes; -1 when that is not exactly one place. */
export function placeOf({ file, find }: Breakage): number {
  const text = readFileSync(file, "utf8");
  return text.split(find).length === 2 ? text.indexOf(find) : -1;
}

async function tryBreakage(breakage: Breakage, runs: number, seed: number): Promise<number> {
  const { name, file, find, replace } = breakage;
  const copy = await mkdtemp(join(tmpdir(), "breakage-"));
  try {
    for (const folder of ["core", "local", "test", "package.json"])
      await cp(folder, join(copy, folder), { recursive: true });
    await symlink(resolve("node_modules"), join(copy, "node_modules"));
    if (placeOf(breakage) < 0) throw new Error(`${name}: its place is not found once in ${file}`);
    await writeFile(join(copy, file), readFileSync(file, "utf8").replace(find, replace));
    return await countFailures(copy, runs, seed);
  } finally {
    await rm(copy, { recursive: true });
  }
}

function countFailures(copy: string, runs: number, seed: number): Promise<number> {
  const args = ["test/simulation/main.ts", "--runs", String(runs), "--seed", String(seed), "--brief"];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", () => {
      const last = /(\d+) passed, (\d+) failed\s*$/.exec(output);
      if (last === null) fail(new Error(`the simulation did not end: ${output.slice(-400)}`));
      else done(Number(last[2]));
    });
  });
}
