import type { World } from "../../../core/ledger/code.ts";
import { setTexts } from "../../../core/ledger/edit.ts";
import { indexValuesOf } from "../../../core/ledger/index-values.ts";
import type { Store } from "../../../core/store/store.ts";
import type { Wiring } from "../../../functions/wiring.ts";
import type { Google } from "../../../local/google/google.ts";
import type { Planned } from "./day-plan.ts";
import type { Follow } from "./follow.ts";
import { answerOf, type Bureau, tabTitle } from "./province.ts";

/** What clerks, users of the API and operators do, each change followed from then on. */
export function makePeople(given: {
  readonly google: Google;
  readonly store: Store;
  readonly world: World;
  readonly follow: Follow;
  readonly forgotten: Set<string>;
  readonly changeDelayMs: number;
  readonly api: Wiring;
}) {
  const { google, store, world, follow, forgotten, changeDelayMs, api } = given;
  const commandsMs: number[] = [];
  let refusedCommands = 0;
  let made = 0;

  /** A row whose cell is not on its way already: of two changes of one cell before a pass only the last arrives. */
  function freeRow({ codes, spreadsheetId }: Bureau, column: string): number | null {
    const from = world.random(codes.length);
    const rows = codes.map((_, i) => (from + i) % codes.length);
    return rows.find((row) => !follow.isWaiting(spreadsheetId, `${column}${row + 2}`)) ?? null;
  }

  return {
    commands: () => ({ commandsMs, refusedCommands }),

    edit({ lost }: Planned, bureau: Bureau): void {
      const { spreadsheetId } = bureau;
      const row = freeRow(bureau, "H");
      if (row === null) return;
      const cell = `H${row + 2}`;
      const text = `进展 ${++made}`;
      const file = google.store.files.get(spreadsheetId);
      const alreadyTold = file?.pendingSince !== undefined && !forgotten.has(spreadsheetId);
      answerOf(google, `clerk@${bureau.unit.code}`, `/v4/spreadsheets/${spreadsheetId}/values:batchUpdate`, {
        valueInputOption: "RAW",
        data: [{ range: `${tabTitle}!${cell}`, values: [[text]] }],
      });
      const atMs = world.nowMs();
      const isLost = lost && !alreadyTold;
      if (isLost) forgotten.add(spreadsheetId);
      else forgotten.delete(spreadsheetId);
      const shownAtMs = isLost ? null : (file?.pendingSince ?? atMs) + changeDelayMs;
      follow.begin({ from: "sheet", spreadsheetId, cell, text, atMs, shownAtMs, lost: isLost });
    },

    async changeByApi({ unit, codes, spreadsheetId }: Bureau): Promise<void> {
      const row = freeRow({ unit, codes, spreadsheetId }, "E");
      const code = codes[row ?? codes.length];
      if (row === null || code === undefined) return;
      const item = (await store.getItems([code], "STRONG")).get(code);
      if (item === undefined) throw new Error(`no item ${code}`);
      const text = `部门 ${++made}`;
      const atMs = world.nowMs();
      const author = { side: "API", actor: "user:office", at: new Date(atMs).toISOString() } as const;
      const { item: next, changes } = setTexts(item, { department: text }, author);
      const written = await store.putItem(next, indexValuesOf(next, unit.path), changes, item.revision);
      if (!written.ok) return; // A pass was faster; the office would look again.
      const cell = `E${row + 2}`;
      follow.begin({ from: "store", spreadsheetId, cell, text, atMs, shownAtMs: null, lost: false });
    },

    async command({ spreadsheetId }: Bureau): Promise<void> {
      const sync = await api.sync("INTERACTIVE");
      const beganMs = world.nowMs();
      await sync.run(spreadsheetId).then(
        () => commandsMs.push(world.nowMs() - beganMs),
        () => refusedCommands++,
      );
    },
  };
}
