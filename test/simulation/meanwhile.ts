import type { Clerks } from "./clerks.ts";
import type { Clients } from "./clients.ts";
import type { Pauses } from "./pauses.ts";

/** What people do while a pass over their spreadsheet is under way, by a number that a step carries. */

const acts = [
  "typeCell",
  "sortRows",
  "typeCell",
  "deleteRow",
  "insertFilledRow",
  "moveRow",
  "insertColumn",
  "noteOn",
  "moveColumn",
  "cutRow",
  "copyRow",
] as const;
const moves = ["sortRows", "sortRows", "sortRows", "cutRow", "moveRow", "moveColumn", "insertColumn"] as const;
const tabActs = [
  "boldCells",
  "colourCells",
  "setFilter",
  "freeze",
  "hideColumn",
  "resize",
  "deleteTab",
  "addTab",
  "undo",
  "redo",
] as const;

export interface Meanwhile {
  clerk(n: number): Promise<void>;
  /** A clerk takes rows or columns elsewhere. */
  moves(n: number): Promise<void>;
  /** A clerk changes how a tab looks, adds or deletes one, or takes something back. */
  tab(n: number): Promise<void>;
  api(n: number): Promise<void>;
  /** An API client makes a topic. */
  topic(n: number): Promise<void>;
  /** An API client changes once more what is on its way to the sheet. */
  apiAgain(n: number): Promise<void>;
  pause(): Promise<void>;
}

export function peopleMeanwhile(clerks: Clerks, clients: Clients, pauses: Pauses, id: string): Meanwhile {
  return {
    clerk: async (n) => clerks.act(id, n, acts[n % acts.length] ?? "typeCell"),
    moves: async (n) => clerks.act(id, n, moves[n % moves.length] ?? "sortRows"),
    async tab(n) {
      const act = tabActs[n % tabActs.length] ?? "boldCells";
      if (act === "undo" || act === "redo") clerks[act]();
      else clerks.act(id, n, act);
    },
    api: (n) => clients.act(id, n, n % 5 === 0 ? "apiCreate" : "apiSet"),
    topic: (n) => clients.act(id, n, "apiTopic"),
    apiAgain: (n) => clients.act(id, n, "apiAgain"),
    pause: () => pauses.pause(id),
  };
}
