import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const askAgainMs = 200;

/** Waits until no living process holds the file, then holds it. Answers the function that lets it go. */
export async function lock(file: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (!isHeld(file)) rmSync(file, { force: true });
    else await pause(askAgainMs);
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid === 0) return true; // Being written at this very moment.
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
