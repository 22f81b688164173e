import type { Link } from "../ledger/link.ts";
import type { Store } from "../store/store.ts";

/** What people decide about a linked spreadsheet: to link it, to release its brake, to pause it. What its tabs and columns are: bindings.ts. */

export type LinkDecision =
  | { readonly ok: true; readonly link: Link }
  | { readonly ok: false; readonly why: "NOT_LINKED" | "LINKED_ELSEWHERE" | "NOT_BRAKED" | "OTHER_PASS" | "BUSY" };

/** Tries after a write by somebody else came between. */
const tries = 5;

interface NewLink {
  readonly spreadsheetId: string;
  readonly unit: string;
  readonly now: string;
  /** Nothing is synced until somebody resumes it: time for a preview of the first import. */
  readonly paused?: boolean;
}

/** Linking what is linked to the same unit already changes nothing. */
export async function linkSpreadsheet(
  store: Store,
  { spreadsheetId, unit, now, paused = false }: NewLink,
): Promise<LinkDecision> {
  const fresh: Link = {
    format: 1,
    spreadsheetId,
    unit,
    title: null,
    state: paused ? "PAUSED" : "ACTIVE",
    reason: paused ? pausedReason : null,
    releasedPass: null,
    brakedPass: null,
    tabs: [],
    aliases: {},
    referenceDate: null,
    createdAt: now,
    lastPass: null,
    revision: 1,
  };
  const written = await store.putLink(fresh, 0);
  if (written.ok) return { ok: true, link: written.value };
  const { current } = written;
  if (current === null) return { ok: false, why: "BUSY" };
  return current.unit === unit ? { ok: true, link: current } : { ok: false, why: "LINKED_ELSEWHERE" };
}

/** A person has looked at that very pass; a newer brake needs a new look. */
export async function releaseBrake(store: Store, spreadsheetId: string, passId: string): Promise<LinkDecision> {
  return changeLink(store, spreadsheetId, (link) => {
    if (link.state !== "BRAKED" && link.state !== "QUARANTINED") return "NOT_BRAKED";
    if ((link.brakedPass ?? link.lastPass) !== passId) return "OTHER_PASS";
    return { ...link, state: "ACTIVE", reason: null, brakedPass: null, releasedPass: passId };
  });
}

/**
 * Pausing a braked spreadsheet keeps nothing of the brake: the next pass would pull it again. A quarantined one is
 * quarantined still when it goes on: only its release ends that.
 */
export async function pauseSpreadsheet(store: Store, spreadsheetId: string, paused: boolean): Promise<LinkDecision> {
  return changeLink(store, spreadsheetId, (link) => {
    if (paused && link.state === "PAUSED") return link;
    const brakedPass = link.state === "BRAKED" ? null : link.brakedPass;
    if (paused) return { ...link, state: "PAUSED", reason: pausedReason, brakedPass };
    if (link.state !== "PAUSED") return link;
    return brakedPass === null
      ? { ...link, state: "ACTIVE", reason: null }
      : { ...link, state: "QUARANTINED", reason: quarantineReason };
  });
}

const pausedReason = "已暂停同步";
export const quarantineReason = "写入多次落到别的行，已停止；请检查表格后解除";

/** Changes a link under its revision, and once more when a pass wrote it meanwhile. */
export async function changeLink(
  store: Store,
  spreadsheetId: string,
  decide: (link: Link) => Link | "NOT_BRAKED" | "OTHER_PASS",
): Promise<LinkDecision> {
  for (let i = 0; i < tries; i++) {
    const link = await store.getLink(spreadsheetId);
    if (link === null) return { ok: false, why: "NOT_LINKED" };
    const next = decide(link);
    if (typeof next === "string") return { ok: false, why: next };
    if (next === link) return { ok: true, link };
    const written = await store.putLink(next, link.revision);
    if (written.ok) return { ok: true, link: written.value };
  }
  return { ok: false, why: "BUSY" };
}
