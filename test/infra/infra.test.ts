import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { deployedQueue } from "../../local/queue.ts";
import { breakages } from "./breakages.ts";
import { evaluate, exampleSettings } from "./offline.ts";
import { find, only, type Resource, types } from "./resource.ts";
import { unitsAtBirth } from "./root-unit.ts";
import { rules, violations } from "./rules.ts";

const evaluationTimeoutMs = 300_000;

describe("the stage production", () => {
  let resources: readonly Resource[] = [];
  beforeAll(async () => {
    resources = await evaluate("production");
  }, evaluationTimeoutMs);

  it.each(rules)("$id holds in production", ({ check }) => {
    expect(check(resources, "production")).toEqual([]);
  });

  it.each(breakages)("[I14] a mistake is noticed by its own rule: $mistake", ({ rule, apply }) => {
    const broken = structuredClone(resources) as Resource[];
    apply(broken);
    const found = violations(broken, "production");
    expect(found.filter((sentence) => sentence.startsWith(`${rule} `))).not.toEqual([]);
    expect(found.filter((sentence) => !sentence.startsWith(`${rule} `))).toEqual([]);
  });

  it("[I14] the mistakes are those that docs/spec/aws.md lists", () => {
    const listed = readFileSync("docs/spec/aws.md", "utf8").split("\n## Deliberate mistakes\n")[1] ?? "";
    expect(listed.split("\n").filter((line) => line.startsWith("- "))).toEqual(
      breakages.map(({ rule, mistake }) => `- ${rule} ${mistake}`),
    );
    expect(breakages.length).toBeGreaterThanOrEqual(12);
  });

  it("[I21] a fresh table holds the root unit, readable by the store, so that units can be added", async () => {
    expect(await unitsAtBirth(resources)).toEqual([
      {
        format: 1,
        code: "cn",
        name: "行业",
        level: "INDUSTRY",
        parent: null,
        path: "cn/",
        closurePolicy: null,
        version: 1,
      },
    ]);
  });

  it("[I3] the queue of local runs and simulations behaves as the one on AWS", () => {
    const { visibilityTimeoutSeconds, redrivePolicy } = only(resources, types.queue, "SyncQueue").inputs;
    const { maxReceiveCount } = JSON.parse(redrivePolicy) as { maxReceiveCount: number };
    expect(deployedQueue).toEqual({ visibilityMs: visibilityTimeoutSeconds * 1000, maxReceives: maxReceiveCount });
  });

  it("[I15] everything that is named holds its stage, so that two stages live in one account", () => {
    const named = [types.table, types.queue, types.role, types.fn, types.topic].flatMap((type) =>
      find(resources, type),
    );
    expect(named.filter(({ inputs }) => !String(inputs.name).includes("-production-")).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe("a wrong installation", () => {
  it("[I16] missing settings fail the run, all named at once", async () => {
    const { OIDC_ISSUER: _issuer, OIDC_AUDIENCE: _audience, ...rest } = exampleSettings;
    await expect(evaluate("dev", { settings: rest })).rejects.toThrow(/OIDC_ISSUER, OIDC_AUDIENCE/);
  }, 300_000);

  it("[I16] a missing secret fails the run by name", async () => {
    await expect(evaluate("dev", { secrets: {} })).rejects.toThrow(/WebhookToken/);
  }, 300_000);
});
