import type { Progress } from "./runner/progress.ts";
import type { Summary } from "./runner/summary.ts";

/** What a bench is and what it finds. */

export interface Bench {
  readonly name: string;
  /** One sentence for the head of the table. */
  readonly about: string;
  run(progress: Progress): Promise<Findings>;
}

export type Figure = number | string | Summary | null;

export interface Section {
  readonly title: string;
  /** A figure that a row lacks is left blank. */
  readonly rows: readonly Readonly<Record<string, Figure>>[];
}

export interface Target {
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

export interface Findings {
  readonly sections: readonly Section[];
  readonly targets: readonly Target[];
  /** What a reader must know to read the figures rightly. */
  readonly notes: readonly string[];
}
