import type { World } from "../../../core/ledger/code.ts";
import type { Unit } from "../../../core/ledger/unit.ts";
import { silentLog } from "../../../core/log.ts";
import { makeGoogleSheet } from "../../../core/sheet/google.ts";
import type { Store } from "../../../core/store/store.ts";
import { withAccounts } from "../../../core/sync/account-sheet.ts";
import { putFinished } from "../../../core/sync/finished.ts";
import { linkSpreadsheet } from "../../../core/sync/links.ts";
import { makeSync } from "../../../core/sync/pass.ts";
import type { Google } from "../../../local/google/google.ts";
import { inProcessFetch } from "../../../local/google/in-process.ts";
import { plainHeaders, problemRow } from "../../support/ledger-sheet.ts";

/** Bureaus with a spreadsheet each, linked and in step before the day begins. */

export interface Bureau {
  readonly unit: Unit;
  readonly spreadsheetId: string;
  /** Codes of its items, in the order of their rows from the second on. */
  readonly codes: readonly string[];
}

export const tabTitle = "问题清单";
const provinces = 31;
const sixHoursMs = 6 * 3_600_000;

export async function settleBureaus(given: {
  readonly count: number;
  readonly rows: number;
  readonly accounts: readonly string[];
  readonly google: Google;
  readonly store: Store;
  readonly world: World;
}): Promise<readonly Bureau[]> {
  const { count, rows, accounts, google, store, world } = given;
  const addUnit = async (code: string, level: Unit["level"], parent: Unit | null): Promise<Unit> => {
    const path = `${parent?.path ?? ""}${code}/`;
    const unit = { format: 1, code, name: code, level, parent: parent?.code ?? null, path } as const;
    const written = await store.putUnit({ ...unit, closurePolicy: null, version: 1 }, 0);
    if (!written.ok) throw new Error(`${code} is there already`);
    return written.value;
  };
  const root = await addUnit("cn", "INDUSTRY", null);
  const above = await Promise.all(
    Array.from({ length: Math.min(provinces, count) }, (_, i) => addUnit(`p${i}`, "PROVINCE", root)),
  );
  const sheets = accounts.map((bearer) => {
    const sheet = makeGoogleSheet({ auth: { bearer }, fetchImplementation: inProcessFetch(google) });
    return [bearer, sheet] as const;
  });
  // Each asks its own account first, so that the first read finds out where the spreadsheet is at home.
  const syncs = accounts.map((_, i) => {
    const sheet = withAccounts(new Map([...sheets.slice(i), ...sheets.slice(0, i)]), store);
    return makeSync({ store, sheet, world, log: silentLog });
  });

  const bureaus: Bureau[] = [];
  for (let i = 0; i < count; i++) {
    const unit = await addUnit(`b${i}`, "COUNTY", above[i % above.length] ?? root);
    const account = accounts[i % accounts.length] ?? "";
    const spreadsheetId = newSpreadsheet(google, unit.code, account, rows);
    await linkSpreadsheet(store, { spreadsheetId, unit: unit.code, now: new Date(world.nowMs()).toISOString() });
    const sync = syncs[i % syncs.length];
    for (let outcome = ""; outcome !== "NOTHING"; ) outcome = (await sync?.run(spreadsheetId))?.outcome ?? "NOTHING";
    // Spread over the hours before, as the sweep leaves them.
    const startedAtMs = world.nowMs() - Math.floor((sixHoursMs * i) / count);
    await putFinished(store, spreadsheetId, { startedAtMs, outcome: "NOTHING", left: null });
    bureaus.push({ unit, spreadsheetId, codes: codesIn(google, spreadsheetId) });
  }
  return bureaus;
}

function newSpreadsheet(google: Google, title: string, account: string, rows: number): string {
  const cell = (value: unknown) =>
    value === ""
      ? {}
      : { userEnteredValue: typeof value === "number" ? { numberValue: value } : { stringValue: value } };
  const content = [[...plainHeaders], ...Array.from({ length: rows }, (_, n) => problemRow(n + 1))];
  const body = {
    properties: { title },
    sheets: [
      {
        properties: { sheetId: 7, title: tabTitle, gridProperties: { rowCount: rows + 40, columnCount: 16 } },
        data: [{ rowData: content.map((row) => ({ values: row.map(cell) })) }],
      },
    ],
  };
  const owner = `clerk@${title}`;
  const { spreadsheetId } = answerOf<{ spreadsheetId: string }>(google, owner, "/v4/spreadsheets", body);
  answerOf(google, owner, `/drive/v3/files/${spreadsheetId}/permissions`, {
    type: "user",
    role: "writer",
    emailAddress: account,
  });
  return spreadsheetId;
}

/** A POST of a person, answered at once and outside the quotas. */
export function answerOf<T>(google: Google, user: string, path: string, body: unknown): T {
  const { status, body: answer } = google.act(user, { method: "POST", path, body });
  if (status !== 200) throw new Error(`POST ${path} answered ${status} ${JSON.stringify(answer)}`);
  return answer as T;
}

/** Texts of a column of the first tab, below its header. */
export function columnOf(google: Google, spreadsheetId: string, header: string): readonly string[] {
  const [top, ...rows] = google.state(spreadsheetId)?.sheets[0]?.rows ?? [];
  const column = (top ?? []).findIndex((cell) => cell?.value === header);
  if (column < 0) throw new Error(`${spreadsheetId} has no column ${header}`);
  return rows.map((row) => String(row?.[column]?.value ?? ""));
}

const codesIn = (google: Google, spreadsheetId: string) => columnOf(google, spreadsheetId, "系统编号").filter(Boolean);
