import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";

/** Runs the drill with an `aws` that records its calls and answers from a list: how many rows each table has. */
function drill(rows: { readonly live: number; readonly restored: number }, env: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "drill-"));
  const calls = path.join(folder, "calls");
  writeFileSync(
    path.join(folder, "aws"),
    `#!/bin/sh
echo "$2 $*" >> ${calls}
case "$2 $*" in
  describe-table*) if [ "$(grep -c '^describe-table' ${calls})" -gt 1 ]; then echo ACTIVE; else echo CREATING; fi;;
  query*ledger-drill-*) echo ${rows.restored};;
  query*) echo ${rows.live};;
esac
`,
    { mode: 0o755 },
  );
  const { status, stdout } = spawnSync("sh", ["stacks/restore-drill.sh", "ledger", "30"], {
    env: { PATH: `${folder}:${process.env.PATH}`, DRILL_WAIT_SECONDS: "0", ...env },
    encoding: "utf8",
  });
  const lines = readFileSync(calls, "utf8").trim().split("\n");
  rmSync(folder, { recursive: true });
  return { status, stdout, lines, verbs: lines.map((line) => line.split(" ")[0]) };
}

it("[I22] the drill restores into a table of its own, compares, and deletes only that", () => {
  const { status, stdout, lines, verbs } = drill({ live: 12, restored: 12 });
  expect(stdout).toMatch(/drill passed/);
  expect(status).toBe(0);
  expect(new Set(verbs)).toEqual(
    new Set(["restore-table-to-point-in-time", "wait", "describe-table", "query", "delete-table"]),
  );
  expect(lines.filter((line) => line.startsWith("delete-table"))).toEqual([
    expect.stringMatching(/--table-name ledger-drill-\d+$/),
  ]);
});

it("[I22] a copy that lacks what is live fails the drill", () => {
  const { status, stdout } = drill({ live: 12, restored: 0 });
  expect(stdout).toMatch(/FAILED/);
  expect(status).toBe(1);
});

it("[I22] a copy that is to be used is kept", () => {
  const { verbs, stdout } = drill({ live: 12, restored: 11 }, { KEEP: "1" });
  expect(verbs).not.toContain("delete-table");
  expect(stdout).toMatch(/RESTORED_TABLE=ledger-drill-\d+/);
});
