import { AppError } from "../errors.ts";
import type { Journal } from "../ledger/link.ts";
import type { Lease, Store } from "../store/store.ts";
import { digestText } from "./base.ts";
import { replacedLately } from "./journal.ts";
import type { Look } from "./look.ts";
import type { RoundPlan, RowAction } from "./round-plan.ts";

/** What is about to be written to the sheet, kept before it is and settled after it was proven. */

export interface JournalParts {
  readonly store: Pick<Store, "putJournal">;
  readonly lease: Lease;
  readonly passId: string;
  readonly nowMs: () => number;
}

/** Codes remembered as handed out although no row shows them; a request that Google answered late may still bring one. */
const allottedKept = 2_000;
const recentKept = 2_000;

export async function openJournal(parts: JournalParts, looked: Look, plan: RoundPlan): Promise<void> {
  if (!opens(looked, plan.rows)) return;
  await put(parts, {
    ...head(parts),
    // Those whose items exist too: until the base has them, only the journal knows that they were in the sheet.
    allotted: [...(looked.journal?.allotted ?? []), ...arrivingIn(looked, plan.rows), ...allottedBy(plan.rows)].slice(
      -allottedKept,
    ),
    // What an earlier pass wrote and nobody proved is not in the base either.
    stored: [
      ...new Set([
        ...(looked.journal?.stored ?? []),
        ...(looked.journal?.writes ?? []).map(({ code }) => code),
        ...storedBy(plan.rows),
      ]),
    ],
    // What this round has seen of an earlier write is known to nobody until its item is stored.
    writes: withoutRepeats([...(looked.journal?.writes ?? []), ...plan.rows.flatMap((row) => writesOf(parts, row))]),
    recent: looked.journal === null ? [] : replacedLately(looked.journal, parts.nowMs()),
  });
}

/** After the writes of this round are proven, only what still waits to be seen stays. */
export async function closeJournal(
  parts: JournalParts,
  looked: Look,
  plan: RoundPlan,
  verified: ReadonlySet<RowAction>,
): Promise<void> {
  const wrote = plan.rows.filter((action) => action.writes.size > 0);
  const { allotted = [], stored = [], writes = [] } = looked.journal ?? {};
  const carried = allotted.length + stored.length + writes.length > 0;
  if (!opens(looked, plan.rows) && !carried) return;
  const recent = wrote
    .filter((action) => verified.has(action))
    .flatMap((action) =>
      fieldsShown(action).map(([field]) => ({
        code: action.code,
        field,
        before: digestText(action.row?.row.cells.get(field)?.text ?? ""),
        atMs: parts.nowMs(),
      })),
    );
  // What a person replaced on the sheet may be read again too; only where a conflict waits for its answer, any text is one.
  const taken = plan.rows.flatMap(({ code, edited }) =>
    (edited?.changes ?? []).flatMap(({ side, field, before }) =>
      side === "SHEET" &&
      field !== null &&
      !edited?.item.conflicts.some((conflict) => conflict.field === field && conflict.settledAt === null)
        ? [{ code, field, before: digestText(before ?? ""), atMs: parts.nowMs() }]
        : [],
    ),
  );
  const earlier = looked.journal === null ? [] : replacedLately(looked.journal, parts.nowMs());
  const open = plan.rows.filter((action) => !verified.has(action));
  const created = new Set(plan.rows.filter((action) => verified.has(action)).map((action) => action.code));
  await put(parts, {
    ...head(parts),
    allotted: [...carriedAllotted(looked).filter(({ code }) => !created.has(code)), ...allottedBy(open)].slice(
      -allottedKept,
    ),
    stored: [],
    writes: unjudgedWrites(looked, plan.rows, open),
    recent: [...earlier, ...taken, ...recent].slice(-recentKept),
  });
}

function head({ passId, lease }: JournalParts) {
  return { passId, fence: lease.fence };
}

async function put({ store, lease }: JournalParts, journal: Journal): Promise<void> {
  if (!(await store.putJournal(lease.spreadsheetId, lease.fence, journal)))
    throw new AppError("lease.lost", "a newer worker has written the journal");
}

/**
 * Writes of a pass that died stay while rows only get their code back in this round, as the next one looks at their
 * cells, and those of items that could not be stored.
 */
function unjudgedWrites({ journal }: Look, rows: readonly RowAction[], open: readonly RowAction[]): Journal["writes"] {
  const writes = journal?.writes ?? [];
  if (rows.some(({ shown, create }) => shown.has("#code") && create === null)) return writes;
  const codes = new Set(open.map(({ code }) => code));
  return writes.filter(({ code }) => codes.has(code));
}

function writesOf({ nowMs }: JournalParts, action: RowAction): Journal["writes"] {
  return textsShown(action).map(([field, text]) => ({
    tabId: action.row?.table.tabId ?? 0,
    code: action.code,
    field,
    text,
    // What a read may show again; of the system's own texts no old one is believed anyway.
    ...(field.startsWith("#")
      ? {}
      : { before: digestText(action.row?.row.cells.get(field)?.text ?? ""), atMs: nowMs() }),
  }));
}

/** Of writes of one text to one cell the newest. */
function withoutRepeats(writes: Journal["writes"]): Journal["writes"] {
  const cellOf = ({ tabId, code, field, text }: Journal["writes"][number]) =>
    JSON.stringify([tabId, code, field, text]);
  return [...new Map(writes.map((write) => [cellOf(write), write])).values()];
}

/** What stands in 系统状态 and 系统提示 too: a shift of columns may put it under another header. */
function textsShown(action: RowAction): [string, string][] {
  return [...action.shown].filter(([field]) => field !== "#code");
}

function fieldsShown(action: RowAction): [string, string][] {
  return [...action.shown].filter(([field]) => !field.startsWith("#"));
}

function allottedBy(rows: readonly RowAction[]): Journal["allotted"] {
  return rows.flatMap((action) =>
    action.create === null || action.row === null
      ? []
      : [{ code: action.code, kind: action.create.item.kind, tabId: action.row.table.tabId }],
  );
}

function opens(looked: Look, rows: readonly RowAction[]): boolean {
  return (
    storedBy(rows).length > 0 || arrivingIn(looked, rows).length > 0 || rows.some((action) => action.writes.size > 0)
  );
}

function storedBy(rows: readonly RowAction[]): string[] {
  return rows.flatMap((action) => (action.edited === null || action.before === null ? [] : [action.code]));
}

/** Rows of known items that the base does not have yet. */
function arrivingIn({ difference }: Look, rows: readonly RowAction[]): Journal["allotted"] {
  return rows.flatMap((action) =>
    action.row === null || action.before === null || !difference.unknown.has(action.code)
      ? []
      : [{ code: action.code, kind: action.before.kind, tabId: action.row.table.tabId }],
  );
}

function carriedAllotted({ journal, items }: Look): Journal["allotted"] {
  return (journal?.allotted ?? []).filter(({ code }) => !items.has(code));
}
