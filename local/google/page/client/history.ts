import type { SheetsApi } from "./api.ts";
import { type Area, columnCount, rowCount } from "./area.ts";
import type { Book } from "./book.ts";
import type { RowData, SheetsRequest } from "./rest-shapes.ts";
import type { ServiceUndo } from "./service-undo.ts";

/** Cells an undo reads and puts back at most: about 10,000 rows of a ledger. Larger acts are done without an undo. */
const KEPT_CELLS_MAX = 250_000;
const STEPS_MAX = 100;

/** An act a person did, how to do it again, and the requests that take it back. */
export type Step = {
  readonly label: string;
  readonly run: () => Promise<unknown>;
  readonly undo: readonly SheetsRequest[];
  /** The cells that must be as the act left them, or taking it back would destroy the work of others. */
  readonly guard: { readonly sheetId: number; readonly area: Area } | null;
  /** Its inverse loses something, so the service's own undo is used while nothing else has changed. */
  readonly lossy?: boolean;
};

type Done = Step & { readonly left: string; readonly version: number | undefined };

export type History = ReturnType<typeof makeHistory>;

/** Undo and redo of one person's acts on this page. */
export function makeHistory(api: SheetsApi, book: Book, service: ServiceUndo) {
  const done: Done[] = [];
  const undone: Done[] = [];

  const titleOf = (sheetId: number) => book.tabs().find((tab) => tab.sheetId === sheetId)?.title;

  /** What the guarded cells hold now. */
  async function look(guard: Step["guard"]): Promise<string> {
    const title = guard ? titleOf(guard.sheetId) : undefined;
    if (!guard || title === undefined || rowCount(guard.area) <= 0 || columnCount(guard.area) <= 0) return "";
    const rows = await api.readKept(title, guard.area).catch(() => null);
    return rows === null ? "gone" : JSON.stringify(trimmed(rows));
  }

  async function finished(step: Step): Promise<Done> {
    return { ...step, left: await look(step.guard), version: step.lossy ? await service.version() : undefined };
  }

  async function takeBack(step: Done): Promise<unknown> {
    const isNewest = step.version !== undefined && (await service.version()) === step.version;
    return (isNewest && (await service.undoNewest())) || api.batchUpdate(step.undo);
  }

  async function travel(from: Done[], to: Done[], go: (step: Done) => Promise<unknown>): Promise<string> {
    const step = from.at(-1);
    if (!step) return from === done ? "没有可撤销的操作" : "没有可重做的操作";
    if ((await look(step.guard)) !== step.left) {
      from.pop();
      return `“${step.label}”之后此处已被他人改动，不能撤销或重做`;
    }
    await go(step);
    from.pop();
    to.push(await finished(step));
    return `已${from === done ? "撤销" : "重做"}：${step.label}`;
  }

  return {
    /** Cells as they are, for an undo; null when they are too many to keep. */
    async keep(title: string, area: Area): Promise<readonly RowData[] | null> {
      if (rowCount(area) * columnCount(area) > KEPT_CELLS_MAX) return null;
      return api.readKept(title, area);
    },
    async perform(step: Step): Promise<void> {
      await step.run();
      undone.length = 0;
      if (step.undo.length === 0) done.length = 0;
      else done.push(await finished(step));
      if (done.length > STEPS_MAX) done.shift();
    },
    /** Both answer the sentence to show. */
    undo: () => travel(done, undone, takeBack),
    redo: () => travel(undone, done, (step) => step.run()),
  };
}

/** Trailing blanks come and go with what stands around, and mean nothing. */
function trimmed(rows: readonly RowData[]): unknown[] {
  const kept = rows.map((row) => {
    const values = [...(row.values ?? [])];
    while (values.length > 0 && Object.keys(values.at(-1) ?? {}).length === 0) values.pop();
    return values;
  });
  while (kept.length > 0 && kept.at(-1)?.length === 0) kept.pop();
  return kept;
}
