/** Long benches say where they are, on stderr, so that the table alone is on stdout. */
export type Progress = (line: string) => void;

export function makeProgress(name: string): Progress {
  const startMs = performance.now();
  return (line) => process.stderr.write(`[${name} ${((performance.now() - startMs) / 1000).toFixed(0)} s] ${line}\n`);
}
