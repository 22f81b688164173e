import type { Link, PassRecord } from "../core/ledger/link.ts";
import type { Wiring } from "./wiring.ts";

/** What GET /healthz tells anybody: whether table and Google answer, and how the newest pass ended. No names. */
export interface Health {
  readonly ok: boolean;
  readonly table: "ok" | "failing";
  readonly google: "ok" | "failing";
  readonly spreadsheets: Readonly<Partial<Record<Link["state"], number>>>;
  readonly lastPass: Pick<PassRecord, "startedAt" | "finishedAt" | "outcome"> | null;
}

/** Anybody may ask, so the answer is kept this long: asking costs Google a request. */
const healthAgeMs = 15_000;

const kept = new WeakMap<Wiring, { readonly at: number; readonly health: Promise<Health> }>();

export function healthOf(wiring: Wiring): Promise<Health> {
  const nowMs = wiring.world.nowMs();
  const known = kept.get(wiring);
  if (known !== undefined && nowMs - known.at < healthAgeMs) return known.health;
  const health = look(wiring);
  kept.set(wiring, { at: nowMs, health });
  return health;
}

async function look({ store, accounts, drive }: Wiring): Promise<Health> {
  const works = async (ask: () => Promise<unknown>) => {
    try {
      await ask();
      return "ok" as const;
    } catch {
      return "failing" as const;
    }
  };
  let links: readonly Link[] = [];
  const table = await works(async () => {
    links = await store.listLinks();
  });
  const [account] = accounts;
  const google = account === undefined ? "ok" : await works(async () => (await drive(account)).startPageToken());
  const spreadsheets: Partial<Record<Link["state"], number>> = {};
  for (const { state } of links) spreadsheets[state] = (spreadsheets[state] ?? 0) + 1;
  // Pass ids sort by time.
  const newest = links
    .filter(({ lastPass }) => lastPass !== null)
    .sort((a, b) => ((a.lastPass ?? "") < (b.lastPass ?? "") ? 1 : -1))[0];
  const pass = newest?.lastPass ? await store.getPass(newest.spreadsheetId, newest.lastPass).catch(() => null) : null;
  return {
    ok: table === "ok",
    table,
    google,
    spreadsheets,
    lastPass: pass === null ? null : { startedAt: pass.startedAt, finishedAt: pass.finishedAt, outcome: pass.outcome },
  };
}
