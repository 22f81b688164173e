import type { PassRecord } from "../../../core/ledger/link.ts";
import { linkedLedger } from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import { makeSyncWorld, type SyncWorld, type WorldOptions } from "../../support/sync-world.ts";
import { differing, type Names, type Picture, picture } from "./picture.ts";

/** A linked ledger whose first pass is done, and what changes on both sides when something happens to it. */
export interface Ledger {
  readonly world: SyncWorld;
  readonly names: Names;
  /** The code that pictures call `#n`. */
  code(n: number): string;
  picture(): Promise<Picture>;
  /** What is different on either side once `act` has happened. */
  changed(act: () => unknown): Promise<Record<string, string | null>>;
  pass(): Promise<PassRecord>;
  /** Passes until one finds nothing; how many it took. Fails when that does not happen. */
  rest(): Promise<number>;
}

export async function settledLedger(rows = 3, options: WorldOptions = {}): Promise<Ledger> {
  const world = makeSyncWorld(options);
  await linkedLedger(world, rows);
  await world.pass("s1");
  return ledgerOf(world);
}

export async function ledgerOf(world: SyncWorld): Promise<Ledger> {
  const names: Names = new Map();
  const draw = () => picture(world, names);
  await draw();
  return {
    world,
    names,
    code(n) {
      for (const [code, name] of names) if (name === `#${n}`) return code;
      throw new Error(`no code was named #${n}`);
    },
    picture: draw,
    async changed(act) {
      const before = await draw();
      await act();
      return differing(before, await draw());
    },
    pass: () => world.pass("s1"),
    async rest() {
      const outcomes: string[] = [];
      while (outcomes.length < 8) {
        const { outcome } = await world.pass("s1");
        outcomes.push(outcome);
        if (outcome === "NOTHING") return outcomes.length;
      }
      throw new Error(`does not come to rest: ${outcomes.join(" ")}`);
    },
  };
}

/** Where linkedLedger's 系统编号 stands. */
export const codeColumn = 11;

/** What a person does in the sheet, in one act. */
export function edit({ world }: Ledger, ...requests: Request[]): void {
  world.google.edit("s1", requests);
}

/** The figures of a pass that finds nothing to do. */
export const quiet = { outcome: "NOTHING", toStore: 0, toSheet: 0, conflicts: 0, problems: 0, reads: 1, writes: 0 };

/** The figures of a pass, without its id and times. */
export function figures({ outcome, toStore, toSheet, conflicts, problems, requests }: PassRecord) {
  return { outcome, toStore, toSheet, conflicts, problems, reads: requests.read, writes: requests.write };
}
