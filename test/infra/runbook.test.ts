import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exampleSettings } from "./offline.ts";
import { alarmNames } from "./rules-watch.ts";

const runbook = readFileSync("docs/runbook.md", "utf8");
const { WEB_ORIGINS: _origins, ...needed } = exampleSettings;

it("[I23] every alarm has an entry of its own in the runbook, with something to do, and no other has one", () => {
  const section = runbook.split("\n## Alarms\n")[1]?.split("\n## ")[0] ?? "";
  const entries = section.split("\n### ").slice(1);
  expect(entries.map((entry) => entry.split("\n")[0]).sort()).toEqual([...alarmNames].sort());
  expect(entries.filter((entry) => !entry.includes("**Do**"))).toEqual([]);
});

it.each(Object.keys(needed))("[I23] the runbook says where the setting %s comes from", (name) => {
  expect(runbook).toContain(name);
});
