import { AppError } from "../errors.ts";
import type { Link, PassRecord } from "../ledger/link.ts";
import { brakeNote } from "./brake-note.ts";
import type { HeldLease } from "./held-lease.ts";
import { keepState } from "./link-state.ts";
import { quarantineReason } from "./links.ts";
import { type Look, look } from "./look.ts";
import type { OpenPass, SyncParts } from "./open-pass.ts";
import type { Finish } from "./pass-record.ts";
import type { Brake } from "./sync.ts";

/** A pass that stops: the sheet says why, the state is kept, and nothing else is written. */

interface StopParts extends SyncParts {
  readonly held: HeldLease;
}

/** Its rows do not hold still: a person is to look before anything is written again. */
export async function quarantine(parts: StopParts, pass: OpenPass, finish: Finish, link: Link): Promise<PassRecord> {
  await tellOnHeader(parts, pass, link, await look(parts.store, pass.sheet, link, pass.today), quarantineReason);
  const record = await finish("QUARANTINED", quarantineReason, true);
  await keepState(parts.store, link, "QUARANTINED", quarantineReason, pass.id);
  return record;
}

/** The record comes before the state that names it: what a person releases can always be looked up. */
export async function brake(
  parts: StopParts,
  pass: OpenPass,
  finish: Finish,
  link: Link,
  looked: Look,
  pulled: Brake,
  record: PassRecord,
): Promise<PassRecord> {
  await tellOnHeader(parts, pass, link, looked, pulled.message);
  if (link.state === "BRAKED" && link.brakedPass !== null && link.reason === pulled.message) {
    record.id = link.brakedPass;
    return finish("BRAKED", pulled.message, false);
  }
  const finished = await finish("BRAKED", pulled.message, true);
  await keepState(parts.store, link, "BRAKED", pulled.message, pass.id);
  return finished;
}

/** A person has paused it: said where the clerk looks, as far as there is such a place and Google lets us. */
export async function tellPaused(parts: StopParts, pass: OpenPass, link: Link): Promise<void> {
  const looked = await look(parts.store, pass.sheet, link, pass.today);
  await tellOnHeader(parts, pass, link, looked, "有人暂停了它；其间填写的内容不会丢，恢复后接着同步");
}

/** What Google refuses stops nothing: the state is kept all the same, and the next pass that is braked tries again. */
async function tellOnHeader(
  { log, held }: StopParts,
  { sheet }: OpenPass,
  link: Link,
  { read, tabs }: Look,
  message: string,
): Promise<void> {
  const notes = brakeNote(link, read, tabs.live, message);
  if (notes.length === 0) return;
  await held.hold();
  try {
    await sheet.restructure(link.spreadsheetId, notes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info("note.refused", { spreadsheetId: link.spreadsheetId, code: error.code });
  }
}
