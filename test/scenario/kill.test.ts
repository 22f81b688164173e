import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { limits } from "../../core/limits.ts";
import { type RunningGoogle, startGoogle } from "../../local/google/start.ts";
import { localAccount } from "../../local/wiring.ts";
import { eventually, type LocalRun, startLocalRun } from "../support/local-run.ts";
import { seededRandom } from "../support/random.ts";
import { type Desk, openDesk, rowsOf, tokensIn, tokensOf, watchSystem } from "./kill-desk.ts";

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

interface Node {
  readonly code: string;
  readonly version: number;
  readonly cells: readonly { readonly field: string; readonly text: string }[];
  readonly conflicts: readonly { readonly sheetValue: string | null; readonly storeValue: string | null }[];
}

async function items(token: string, archived: boolean): Promise<Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  do {
    const page: { problemItems: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
      await run.ask(
        token,
        `query ($after: String, $archived: Boolean) { problemItems(first: 50, after: $after, filter: { archived: $archived })
          { nodes { code version cells { field text } conflicts { sheetValue storeValue } } pageInfo { hasNextPage endCursor } } }`,
        { after, archived },
      );
    all.push(...page.problemItems.nodes);
    after = page.problemItems.pageInfo.hasNextPage ? page.problemItems.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

async function historyTexts(token: string, code: string): Promise<string[]> {
  const texts: string[] = [];
  let after: string | null = null;
  do {
    const page: {
      problemItem: {
        history: {
          nodes: { before: string | null; after: string | null }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      };
    } = await run.ask(
      token,
      `query ($code: String!, $after: String) { problemItem(code: $code) { history(first: 100, after: $after)
        { nodes { before after } pageInfo { hasNextPage endCursor } } } }`,
      { code, after },
    );
    const { history } = page.problemItem;
    texts.push(...history.nodes.flatMap((change) => [change.before ?? "", change.after ?? ""]));
    after = history.pageInfo.hasNextPage ? history.pageInfo.endCursor : null;
  } while (after !== null);
  return texts;
}

/** Code and description of every entry, as the sheet and as the store has them. */
async function bothSides(token: string, spreadsheetId: string) {
  const sheet = rowsOf(google.google, spreadsheetId).map(({ code, key }) => `${code} ${key}`);
  const store = (await items(token, false)).map(
    ({ code, cells }) => `${code} ${cells.find(({ field }) => field === "description")?.text}`,
  );
  return { sheet: sheet.sort(), store: store.sort() };
}

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
  const all = await items(clerk, false);
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

/** Kills the process at a moment of a pass: around its n-th request to the spreadsheet from now, or some time after it. */
function armKill(n: number): Promise<void> {
  const requests = 1 + (n % 7);
  const phase = (n >> 4) % 2 === 0 ? "before" : "after";
  const laterMs = (n >> 5) % 3 === 0 ? 0 : (n >> 7) % 40;
  let left = requests;
  return new Promise((resolve) => {
    const kill = async (how: string) => {
      clearTimeout(giveUp);
      armed = null;
      count(`kill ${how}`);
      await run.kill();
      resolve();
    };
    const giveUp = setTimeout(() => void kill("while idle"), 4_000);
    armed = async (at, name) => {
      if (at !== phase || --left > 0) return;
      const how = `${phase} ${name.replace("spreadsheets.", "")}`;
      if (laterMs === 0) return kill(how);
      armed = null;
      setTimeout(() => void kill(`up to 40 ms after ${name.replace("spreadsheets.", "")}`), laterMs);
    };
  });
}
let armed: ((phase: "before" | "after", name: string) => Promise<void> | void) | null = null;

let desks: Desk[];
let watch: ReturnType<typeof watchSystem>;

beforeAll(async () => {
  google = await startGoogle({ port: 0 });
  watch = watchSystem(google.google, localAccount);
  google.google.hook = async (phase, call) => {
    watch.note(phase, call);
    if (call.user === localAccount && call.spreadsheetId !== undefined) await armed?.(phase, call.name);
  };
  desks = units.map(() => openDesk(google.google, fresh, 14));
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
      const dead = armKill(pick(1 << 20));
      let alive = true;
      void dead.then(() => {
        alive = false;
      });
      for (let acts = 4 + pick(5); acts > 0 && alive; acts--) {
        const at = pick(desks.length);
        if (pick(3) > 0) count(`clerk ${desks[at]?.act(pick(1 << 20))}`);
        else await apiActs(units[at] ?? "", pick(1 << 20)).catch(() => count("api call died"));
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
        () => bothSides(reader, spreadsheetId),
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

      const { sheet, store } = await bothSides(reader, spreadsheetId);
      expect(sheet).toEqual(store);
      const [active, archived] = [await items(reader, false), await items(reader, true)];
      const kept = new Set(tokensOf(google.google.state(spreadsheetId)));
      const owners = new Map<number, string[]>();
      for (const { code, cells, conflicts } of [...active, ...archived]) {
        const texts = [
          ...cells.map(({ text }) => text),
          ...conflicts.flatMap(({ sheetValue, storeValue }) => [sheetValue ?? "", storeValue ?? ""]),
          ...(await historyTexts(reader, code)),
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
    expect(violations).toEqual([]);
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
