import { dayInChina } from "../ledger/calendar.ts";
import { makeTimeId, type World } from "../ledger/code.ts";
import type { Author } from "../ledger/edit.ts";
import type { Link, PassRecord } from "../ledger/link.ts";
import type { Unit } from "../ledger/unit.ts";
import type { Log } from "../log.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Store } from "../store/store.ts";
import { type ItemWriter, makeItemWriter } from "./commit.ts";
import { countingSheet } from "./counting-sheet.ts";
import { agreedDigest, type Look } from "./look.ts";
import { planRound } from "./plan.ts";
import { makeRowPolicy } from "./policy.ts";
import type { RoundPlan } from "./round-plan.ts";
import { withoutSuperseded } from "./tabs.ts";
import { makeTopicResolver } from "./topics.ts";

export interface SyncParts {
  readonly store: Store;
  readonly sheet: Sheet;
  readonly world: World;
  readonly log: Log;
}

/** What stays the same through all rounds of one pass. */
export interface OpenPass {
  readonly id: string;
  readonly unit: Unit;
  readonly startedAt: string;
  readonly startMs: number;
  readonly today: string;
  readonly sheet: Sheet;
  readonly requests: PassRecord["requests"];
  plan(link: Link, looked: Look): RoundPlan;
  readonly writer: ItemWriter;
  resolveTopic(text: string): Promise<string | null>;
}

export async function openPass(parts: SyncParts, link: Link): Promise<OpenPass> {
  const { store, world } = parts;
  const id = makeTimeId(world);
  const units = new Map((await store.listUnits()).map((unit) => [unit.code, unit]));
  const unitByCode = (code: string): Unit | undefined => units.get(code);
  const unit = unitByCode(link.unit);
  if (unit === undefined)
    throw new Error(`spreadsheet ${link.spreadsheetId} is linked to the unknown unit ${link.unit}`);
  const startedAt = new Date(world.nowMs()).toISOString();
  const today = dayInChina(world.nowMs());
  const author: Author = { side: "SHEET", actor: `sheet:${link.spreadsheetId}`, at: startedAt };
  const { sheet, counts } = countingSheet(parts.sheet);
  const released = link.releasedPass === null ? null : await store.getPass(link.spreadsheetId, link.releasedPass);
  const plan = (current: Link, looked: Look): RoundPlan => {
    const referenceDate =
      current.referenceDate ?? looked.tabs.live.find((table) => table.referenceDate !== null)?.referenceDate ?? today;
    return planRound({
      link: withoutSuperseded(current, looked.tables),
      read: looked.read,
      tables: looked.tabs.live,
      survey: looked.survey,
      difference: looked.difference,
      known: looked.known,
      agreed: (code) => agreedDigest(looked, code),
      items: looked.items,
      dirty: looked.dirty,
      journal: looked.journal,
      releasedReason: released?.reason ?? null,
      author,
      world,
      policy: makeRowPolicy({ spreadsheetId: current.spreadsheetId, unit, unitByCode, referenceDate, author }),
    });
  };
  const writer = makeItemWriter(store, unitByCode, () => new Date(world.nowMs()).toISOString());
  return {
    id,
    unit,
    startedAt,
    startMs: world.nowMs(),
    today,
    sheet,
    requests: counts,
    plan,
    writer,
    resolveTopic: makeTopicResolver(store, unit),
  };
}
