import type { Item } from "../../core/ledger/item.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { excused, excuseFor } from "./excuses.ts";
import { historyHolds } from "./history-holds.ts";
import { keysHeld } from "./nothing-moved.ts";
import { nothingUndone } from "./nothing-undone.ts";
import { rowlessItems } from "./rowless.ts";
import { sidesAgree } from "./sides-agree.ts";
import { countTokens, tokensIn, tokensOfItem } from "./tokens.ts";
import type { Watch } from "./watch.ts";

/** What must hold once faults have stopped and passes find nothing left to do. Sentences about what does not. */
export async function judge(
  world: SyncWorld,
  watch: Watch,
  id: string,
  count: (what: string) => void,
): Promise<string[]> {
  const items = await world.items(id);
  const active = new Map(items.filter(({ archivedAt }) => archivedAt === null).map((item) => [item.code, item]));
  const wrong: string[] = [...watch.touched, ...(await sidesAgree(world, id, active))];

  const kept = new Set((await rowlessItems(world, id)).flatMap((item) => tokensOfItem(item, [])));
  const held = new Map<number, string[]>();
  for (const item of items) {
    const history = await world.history(item.code);
    for (const token of keysHeld(item, history)) held.set(token, [...(held.get(token) ?? []), item.code]);
    for (const token of tokensOfItem(item, history)) kept.add(token);
    wrong.push(...historyHolds(item, history), ...nothingUndone(watch, item, history));
    for (const { side, actor } of history)
      if (side === "SHEET" && actor !== `sheet:${id}`) wrong.push(`${item.code} of ${id} was changed by ${actor}`);
  }
  const standing = countTokens(world.google.state(id));
  wrong.push(...untouched(watch, id, standing, count));
  wrong.push(...nothingLost(watch, id, kept, standing, count));
  wrong.push(...nothingTwice(watch, [...active.values()], count), ...nothingMoved(watch, held, count));
  return wrong;
}

/** The clerk's own texts, notes and formulas stand as often as persons left them. */
function untouched(
  watch: Watch,
  id: string,
  standing: ReadonlyMap<number, number>,
  count: (what: string) => void,
): string[] {
  const wrong: string[] = [];
  for (const [token, wanted] of watch.wanted.get(id) ?? []) {
    const is = standing.get(token) ?? 0;
    if (is === wanted) continue;
    const kind = watch.entered.get(token)?.kind;
    const excuse = [...watch.losses, ...watch.strays].find(
      (change) => change.token === token && change.run.spreadsheetId === id && excused(change),
    );
    if (excuse !== undefined) count(`window ${excuse.window} ${kind}`);
    else wrong.push(`the ${kind} text @${token}; stands ${is} times, persons left it ${wanted} times`);
  }
  return wrong;
}

/** What the system overwrote is current, in the history, or in a conflict; what the API took is too. */
function nothingLost(
  watch: Watch,
  id: string,
  kept: ReadonlySet<number>,
  standing: ReadonlyMap<number, number>,
  count: (what: string) => void,
): string[] {
  const wrong: string[] = [];
  for (const loss of watch.losses) {
    const entered = watch.entered.get(loss.token);
    if (loss.restored) continue;
    if (loss.run.spreadsheetId !== id || (entered?.kind !== "cell" && entered?.kind !== "api")) continue;
    if (kept.has(loss.token) || (standing.get(loss.token) ?? 0) > 0) continue;
    if (excused(loss)) count(`window ${loss.window} cell`);
    else wrong.push(`the ${entered.kind} text @${loss.token}; was overwritten and is nowhere (window ${loss.window})`);
  }
  for (const token of watch.accepted.get(id) ?? [])
    if (!kept.has(token)) wrong.push(`the text @${token}; was accepted by the API and is nowhere`);
  return wrong;
}

/** A problem is in no more items than persons and API clients put it into. */
function nothingTwice(watch: Watch, active: readonly Item[], count: (what: string) => void): string[] {
  const items = new Map<number, number>();
  for (const { kind, texts } of active)
    for (const token of tokensIn(texts[kindOf(kind).keyField] ?? "")) items.set(token, (items.get(token) ?? 0) + 1);
  return [...items].flatMap(([token, is]) => {
    const put = watch.put.get(token) ?? 0;
    if (is <= put) return [];
    const excuse = excuseFor(watch, token);
    if (excuse !== undefined) count(`window ${excuse.window} row`);
    return excuse !== undefined ? [] : [`the problem @${token}; is ${is} items and was entered ${put} times`];
  });
}

/** No item turns into another: what one was about comes into no more items than persons and API clients put it into. */
function nothingMoved(
  watch: Watch,
  held: ReadonlyMap<number, readonly string[]>,
  count: (what: string) => void,
): string[] {
  return [...held].flatMap(([token, codes]) => {
    const put = watch.put.get(token) ?? 0;
    if (codes.length <= put) return [];
    const excuse = excuseFor(watch, token);
    if (excuse !== undefined) count(`window ${excuse.window} moved`);
    return excuse !== undefined
      ? []
      : [`the problem @${token}; came into ${codes.join(", ")} and was entered ${put} times`];
  });
}
