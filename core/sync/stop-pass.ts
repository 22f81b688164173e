import type { Link, PassRecord } from "../ledger/link.ts";
import { brakeNote } from "./brake-note.ts";
import { keepState } from "./link-state.ts";
import { type Look, look } from "./look.ts";
import type { OpenPass, SyncParts } from "./open-pass.ts";
import type { Finish } from "./pass-record.ts";
import type { Brake } from "./sync.ts";

/** A pass that stops: the state is kept, the sheet says why, and nothing else is written. */

/** Its rows do not hold still: a person is to look before anything is written again. */
export async function quarantine(
  { store }: SyncParts,
  pass: OpenPass,
  finish: Finish,
  link: Link,
): Promise<PassRecord> {
  const reason = "写入多次落到别的行，已停止；请检查表格后解除";
  await keepState(store, link, "QUARANTINED", reason, pass.id);
  const looked = await look(store, pass.sheet, link, pass.today);
  const note = brakeNote(looked.read, looked.tabs.live, reason);
  if (note.length > 0) await pass.sheet.restructure(link.spreadsheetId, note);
  return finish("QUARANTINED", reason, true);
}

export async function brake(
  { store }: SyncParts,
  pass: OpenPass,
  finish: Finish,
  link: Link,
  looked: Look,
  pulled: Brake,
  record: PassRecord,
): Promise<PassRecord> {
  if (link.state === "BRAKED" && link.brakedPass !== null && link.reason === pulled.message) {
    record.id = link.brakedPass;
    return finish("BRAKED", pulled.message, false);
  }
  await keepState(store, link, "BRAKED", pulled.message, pass.id);
  const note = brakeNote(looked.read, looked.tabs.live, pulled.message);
  if (note.length > 0) await pass.sheet.restructure(link.spreadsheetId, note);
  return finish("BRAKED", pulled.message, true);
}
