import { seededRandom } from "../../support/random.ts";

/** Who does what when, drawn from a seed before the day begins. Times are milliseconds after its start. */

export interface DayShape {
  readonly hours: number;
  /** Working hours, hours after the start. */
  readonly work: readonly (readonly [from: number, to: number])[];
  readonly editsPerBureau: number;
  readonly apiChangesPerBureau: number;
  /** Every bureau edits in these minutes before a deadline, one to three cells. */
  readonly rush: { readonly endHour: number; readonly minutes: number };
  /** Share of edits that Google's list of changes never tells of. */
  readonly lostShare: number;
  /** From the rush on, somebody presses "sync" this often for so long. */
  readonly commands: { readonly everySeconds: number; readonly minutes: number };
}

export interface Planned {
  readonly atMs: number;
  readonly bureau: number;
  readonly kind: "edit" | "api" | "command";
  readonly lost: boolean;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

export function planDay(shape: DayShape, bureaus: number, seed: number): readonly Planned[] {
  const random = seededRandom(seed);
  const { rush, commands } = shape;
  const rushEndMs = rush.endHour * hourMs;
  const rushStartMs = rushEndMs - rush.minutes * minuteMs;
  const workMs = shape.work.reduce((sum, [from, to]) => sum + (to - from) * hourMs, 0);
  const atWork = () => {
    let left = random() * workMs;
    for (const [from, to] of shape.work) {
      if (left < (to - from) * hourMs) return from * hourMs + left;
      left -= (to - from) * hourMs;
    }
    return rushStartMs;
  };
  const planned: Planned[] = [];
  const add = (kind: Planned["kind"], bureau: number, atMs: number) =>
    planned.push({
      atMs: Math.floor(atMs),
      bureau,
      kind,
      lost: kind === "edit" && random() < shape.lostShare,
    });

  for (let bureau = 0; bureau < bureaus; bureau++) {
    for (let i = 0; i < shape.editsPerBureau; i++) add("edit", bureau, atWork());
    for (let i = 0; i < shape.apiChangesPerBureau; i++) add("api", bureau, atWork());
    const cells = 1 + Math.floor(random() * 3);
    for (let i = 0; i < cells; i++) add("edit", bureau, rushStartMs + random() * (rushEndMs - rushStartMs));
  }
  for (let s = 0; s < commands.minutes * 60; s += commands.everySeconds)
    add("command", Math.floor(random() * bureaus), rushStartMs + s * 1000);
  return planned.sort((a, b) => a.atMs - b.atMs);
}
