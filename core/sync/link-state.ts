import { AppError } from "../errors.ts";
import type { Link, PassRecord } from "../ledger/link.ts";
import type { Store } from "../store/store.ts";
import type { Look } from "./look.ts";
import { bindTabs, notGoneThrough } from "./tabs.ts";

/** What a pass leaves on the link: the state people see, and the tabs as they were read. */

export async function linkOf(store: Store, spreadsheetId: string): Promise<Link> {
  const link = await store.getLink(spreadsheetId);
  if (link === null) throw new AppError("spreadsheet.notLinked", `spreadsheet ${spreadsheetId} is linked to no unit`);
  return link;
}

export async function keepState(
  store: Store,
  link: Link,
  state: Link["state"],
  reason: string | null,
  passId: string,
): Promise<void> {
  if (link.state === state && link.reason === reason) return;
  const current = await linkOf(store, link.spreadsheetId);
  if (current.state === "PAUSED") return;
  const brakedPass = state === "BRAKED" || state === "QUARANTINED" ? passId : null;
  await store.putLink(
    { ...current, state, reason, brakedPass, releasedPass: null, lastPass: passId },
    current.revision,
  );
}

const refusedReason =
  "Google 拒绝了上次的写入，系统会再试，数据原样保留；多半是工作表设了保护，请把系统账号加为可编辑者";

/** Google refuses what has to be written, and will the next time too: people see why nothing arrives. */
export async function keepRefusal(store: Store, { spreadsheetId }: Link, passId: string): Promise<void> {
  const current = await linkOf(store, spreadsheetId);
  if (current.state !== "ACTIVE" || current.reason === refusedReason) return;
  await store.putLink({ ...current, reason: refusedReason, lastPass: passId }, current.revision);
}

/** After a round that went through: the spreadsheet is well again, and its tabs are as they were read. */
export async function keepLink(
  store: Store,
  link: Link,
  looked: Look,
  passId: string,
  again: boolean,
  record: PassRecord,
): Promise<Link> {
  const tabs = again ? link.tabs : bindTabs(link, looked.tables, looked.tabs);
  const quiet = record.toStore + record.toSheet + record.conflicts + record.requests.write === 0;
  const next: Link = {
    ...link,
    tabs,
    title: looked.read.title,
    state: "ACTIVE",
    reason: null,
    brakedPass: null,
    releasedPass: null,
    lastPass: quiet ? link.lastPass : passId,
  };
  if (JSON.stringify(next) === JSON.stringify(link)) return link;
  const written = await store.putLink(next, link.revision);
  if (written.ok) return written.value;
  // A person paused or released it meanwhile: their word stands, and what the tabs look like is found again next time.
  return written.current ?? link;
}

/**
 * Tabs that take part for the first time are remembered before anything of them is stored: whether a tab is the ledger or
 * a copy of it is decided once, and the codes given out meanwhile do not change it. Their rows and what is odd about them
 * count once a pass went through.
 */
export async function rememberNewTabs(store: Store, link: Link, looked: Look): Promise<Link> {
  const known = new Set(link.tabs.map(({ tabId }) => tabId));
  const fresh = bindTabs(link, looked.tables, looked.tabs).filter(
    ({ tabId, role }) => role === "LIVE" && !known.has(tabId),
  );
  if (fresh.length === 0) return link;
  const tabs = [...link.tabs, ...fresh.map((tab) => ({ ...tab, rows: 0, oddities: notGoneThrough }))];
  const written = await store.putLink({ ...link, tabs }, link.revision);
  if (written.ok) return written.value;
  throw new AppError("lease.lost", `the link of ${link.spreadsheetId} was changed meanwhile`);
}
