import type { Google } from "../../../local/google/google.ts";

/** What the day asked of Google, as Google counts it: calendar minutes, per project and per account. */

export interface Usage {
  readonly reads: number;
  readonly writes: number;
  readonly drive: number;
  readonly refused: number;
  /** Requests of the busiest minute. */
  readonly busiest: Readonly<
    Record<"readsOfProject" | "readsOfAccount" | "writesOfProject" | "writesOfAccount", number>
  >;
}

const isRead = (name: string) => /\.get$|\.getByDataFilter$|\.batchGet/.test(name);

export function makeUsage(google: Google, nowMs: () => number) {
  const totals = { reads: 0, writes: 0, drive: 0, refused: 0 };
  const minutes = new Map<string, number>();
  const most = (prefix: string) =>
    Math.max(0, ...[...minutes].filter(([key]) => key.startsWith(prefix)).map(([, used]) => used));
  const add = (key: string) => minutes.set(key, (minutes.get(key) ?? 0) + 1);
  google.hook = (phase, { name, user }) => {
    if (phase === "after") return;
    if (name.startsWith("drive")) {
      totals.drive++;
      return;
    }
    const kind = isRead(name) ? "reads" : "writes";
    totals[kind]++;
    const minute = Math.floor(nowMs() / 60_000);
    add(`${kind} project ${minute}`);
    add(`${kind} account ${user} ${minute}`);
  };
  return {
    refused: () => {
      totals.refused++;
    },
    usage: (): Usage => ({
      ...totals,
      busiest: {
        readsOfProject: most("reads project"),
        readsOfAccount: most("reads account"),
        writesOfProject: most("writes project"),
        writesOfAccount: most("writes account"),
      },
    }),
  };
}
