/** Kills a process in the middle of its work with a spreadsheet. */
export interface Killer {
  /** Kills it around its n-th request to the spreadsheet from now, or some time after it, as a number chooses. */
  arm(n: number): Promise<void>;
  met(phase: "before" | "after", name: string): Promise<void>;
}

/** The longest wait for a request: then the process is killed while it does nothing. */
const patienceMs = 4_000;

export function makeKiller(end: () => Promise<void>, count: (what: string) => void): Killer {
  let armed: ((phase: "before" | "after", name: string) => Promise<void> | void) | null = null;
  return {
    arm(n) {
      const requests = 1 + (n % 7);
      const phase = (n >> 4) % 2 === 0 ? "before" : "after";
      const laterMs = (n >> 5) % 3 === 0 ? 0 : (n >> 7) % 40;
      let left = requests;
      return new Promise((resolve) => {
        const kill = async (how: string) => {
          clearTimeout(giveUp);
          armed = null;
          count(`kill ${how}`);
          await end();
          resolve();
        };
        const giveUp = setTimeout(() => void kill("while idle"), patienceMs);
        armed = async (at, name) => {
          if (at !== phase || --left > 0) return;
          const how = `${phase} ${name.replace("spreadsheets.", "")}`;
          if (laterMs === 0) return kill(how);
          armed = null;
          setTimeout(() => void kill(`up to 40 ms after ${name.replace("spreadsheets.", "")}`), laterMs);
        };
      });
    },
    async met(phase, name) {
      await armed?.(phase, name);
    },
  };
}
