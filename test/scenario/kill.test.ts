import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { limits } from "../../core/limits.ts";
import { type RunningGoogle, startGoogle } from "../../local/google/start.ts";
import { localAccount } from "../../local/wiring.ts";
import { eventually, type LocalRun, startLocalRun } from "../support/local-run.ts";
import { seededRandom } from "../support/random.ts";
import { type Desk, openDesk, tokensIn, tokensOf, watchSystem } from "./kill-desk.ts";
import { type Ledger, makeLedger } from "./kill-ledger.ts";
import { makeKiller } from "./kill-moment.ts";

/**
 * The real process, killed (SIGKILL) again and again in the middle of passes over HTTP while a clerk and an API client
 * go on working. Google is a service of its own here and outlives it, as the real one would.
 *
 * KILLS=100 SEED=7 npx vitest run test/scenario/kill.test.ts
 */
const kills = Number(process.env.KILLS ?? 3);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const dataDir = mkdtempSync(join(tmpdir(), "ledger-kill-"));
const random = seededRandom(seed);
const pick = (bound: number) => Math.floor(random() * bound);
const units = ["qh", "gx"];

let google: RunningGoogle;
let run: LocalRun;
let ledger: Ledger;
let lastToken = 0;
const fresh = () => ++lastToken;
const counts = new Map<string, number>();
const count = (what: string) => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};
/** Texts that a mutation answered for: the caller has every right to find them again. */
const accepted = new Set<number>();

const open = async () => {
  run = await startLocalRun(dataDir, { GOOGLE_ENDPOINT: google.url, SYNC_EVERY_MS: "100" });
};

/** Something the API client does; throws when the process dies meanwhile. */
async function apiActs(unit: string, n: number): Promise<void> {
  const clerk = await run.token(unit, "CLERK");
  const mine = fresh();
  if (n % 4 === 0) {
    await run.ask(
      clerk,
      "mutation ($input: CreateProblemItemInput!) { createProblemItem(input: $input) { userErrors { code } } }",
      {
        input: { unit, description: `接口登记@${mine};` },
      },
    );
    accepted.add(mine);
    return count("api create");
  }
  const all = await ledger.items(clerk, false);
  const item = all[n % Math.max(1, all.length)];
  if (item === undefined) return;
  const field = (n >> 4) % 2 === 0 ? "remark" : "progress";
  const { updateProblemItem } = await run.ask<{ updateProblemItem: { userErrors: { code: string }[] } }>(
    clerk,
    "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { userErrors { code } } }",
    { input: { code: item.code, version: item.version, [field]: `接口改@${mine};` } },
  );
  if (updateProblemItem.userErrors.length > 0) return count("api refused");
  accepted.add(mine);
  count("api update");
}

const killer = makeKiller(() => run.kill(), count);
let desks: Desk[];
let watch: ReturnType<typeof watchSystem>;

beforeAll(async () => {
  google = await startGoogle({ port: 0 });
  watch = watchSystem(google.google, localAccount);
  google.google.hook = async (phase, call) => {
    if (phase === "after") watch.note(phase, call);
    if (call.user === localAccount && call.spreadsheetId !== undefined) await killer.met(phase, call.name);
    if (phase === "before") watch.note(phase, call);
  };
  ledger = makeLedger(google.google, (token, query, variables) => run.ask(token, query, variables));
  desks = units.map(() => openDesk(google.google, fresh, 14));
  for (const { spreadsheetId } of desks) watch.left(spreadsheetId);
  await open();
  const admin = await run.token("cn", "ADMIN");
  for (const [i, unit] of units.entries()) {
    await run.ask(admin, "mutation ($input: AddUnitInput!) { addUnit(input: $input) { userErrors { code } } }", {
      input: { code: unit, name: `示例${unit}`, level: "PROVINCE", parent: "cn" },
    });
    await run.ask(
      admin,
      "mutation ($input: LinkSpreadsheetInput!) { linkSpreadsheet(input: $input) { userErrors { code } } }",
      {
        input: { unit, spreadsheetId: desks[i]?.spreadsheetId },
      },
    );
  }
}, 180_000);

afterAll(async () => {
  await run?.kill();
  await google?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it(
  `[P6] killed at ${kills} random moments of its passes (SEED=${seed}): nothing lost, nothing twice, and then nothing to do`,
  async () => {
    for (let round = 0; round < kills; round++) {
      const dead = killer.arm(pick(1 << 20));
      let alive = true;
      void dead.then(() => {
        alive = false;
      });
      for (let acts = 4 + pick(5); acts > 0 && alive; acts--) {
        const at = pick(desks.length);
        const desk = desks[at];
        if (pick(3) > 0 && desk !== undefined) {
          count(`clerk ${desk.act(pick(1 << 20))}`);
          watch.left(desk.spreadsheetId);
        } else await apiActs(units[at] ?? "", pick(1 << 20)).catch(() => count("api call died"));
      }
      await dead;
      await open();
    }

    const admin = await run.token("cn", "ADMIN");
    const violations: string[] = [];
    for (const [i, { spreadsheetId, entered, withdrawn }] of desks.entries()) {
      const reader = await run.token(units[i] ?? "", "LEADER");
      await untilQuiet(admin, spreadsheetId);
      // Rows that a killed pass may have filled wait until no read can be older than that (N6), and what looks old too (P8).
      await eventually(
        () => ledger.bothSides(reader, spreadsheetId),
        ({ sheet, store }) => JSON.stringify(sheet) === JSON.stringify(store),
        limits.staleReadMs + 30_000,
      );
      await untilQuiet(admin, spreadsheetId);
      const { previewSync } = await run.ask<{ previewSync: { plan: object } }>(
        admin,
        "mutation ($input: PreviewSyncInput!) { previewSync(input: $input) { plan { toStore toSheet conflicts brake } } }",
        { input: { spreadsheetId } },
      );
      expect(previewSync.plan).toEqual({ toStore: 0, toSheet: 0, conflicts: 0, brake: null });

      const { sheet, store } = await ledger.bothSides(reader, spreadsheetId);
      expect(sheet).toEqual(store);
      const [active, archived] = [await ledger.items(reader, false), await ledger.items(reader, true)];
      const kept = new Set(tokensOf(google.google.state(spreadsheetId)));
      const owners = new Map<number, string[]>();
      for (const { code, cells, conflicts } of [...active, ...archived]) {
        const texts = [
          ...cells.map(({ text }) => text),
          ...conflicts.flatMap(({ sheetValue, storeValue }) => [sheetValue ?? "", storeValue ?? ""]),
          ...(await ledger.historyTexts(reader, code)),
        ];
        for (const each of texts.flatMap(tokensIn)) kept.add(each);
        for (const each of tokensIn(cells.find(({ field }) => field === "description")?.text ?? ""))
          owners.set(each, [...(owners.get(each) ?? []), code]);
      }
      for (const [each, codes] of owners) if (codes.length > 1) violations.push(`@${each}; is ${codes.length} items`);
      for (const each of entered) {
        if (kept.has(each)) continue;
        if (withdrawn.has(each)) count("replaced by the clerk before anybody read it");
        else if (watch.unseen.has(each)) count("lost in a documented window");
        else violations.push(`the clerk's @${each}; is nowhere`);
      }
      for (const each of accepted) if (kept.has(each)) accepted.delete(each);
    }
    for (const each of accepted) violations.push(`the API's accepted @${each}; is nowhere`);
    for (const [what, times] of [...counts].sort()) process.stdout.write(`${String(times).padStart(6)}  ${what}\n`);
    expect([...watch.disturbed, ...violations]).toEqual([]);
  },
  120_000 + 4 * limits.staleReadMs + kills * 20_000,
);

/** Two passes that find nothing, far enough apart for a deletion to be believed in between. */
async function untilQuiet(admin: string, spreadsheetId: string): Promise<void> {
  let quietSinceMs = Number.POSITIVE_INFINITY;
  await eventually(
    async () => {
      const startMs = Date.now();
      const { syncSpreadsheet } = await run.ask<{ syncSpreadsheet: { pass: { outcome: string } | null } }>(
        admin,
        "mutation ($input: SyncSpreadsheetInput!) { syncSpreadsheet(input: $input) { pass { outcome } userErrors { code } } }",
        { input: { spreadsheetId } },
      );
      if (syncSpreadsheet.pass?.outcome !== "NOTHING") quietSinceMs = Number.POSITIVE_INFINITY;
      else quietSinceMs = Math.min(quietSinceMs, startMs);
      return syncSpreadsheet;
    },
    () => Date.now() - quietSinceMs > 2 * limits.missingConfirmMs,
    60_000,
  );
}
