import type { Loss, Watch } from "./watch.ts";

/** The windows of docs/spec/sync.md in which a text may be lost, or come where it does not belong. */

/** [Z1] is only an excuse when the pass could not finish its repair, or persons moved rows on and on. */
export function excused({ window, run }: Pick<Loss, "window" | "run">): boolean {
  return window === "Z2" || (window === "Z1" && (run.failed || run.acts > 1));
}

export function excuseFor({ losses, strays }: Watch, token: number): Pick<Loss, "window"> | undefined {
  return [...losses, ...strays].find((change) => change.token === token && excused(change));
}
