import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with the one line that people and scripts read: `N passed, N failed, N skipped`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    let broken = errors.length;
    for (const module of modules) {
      broken += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === "pending" ? "skipped" : state] += 1;
      }
    }
    // A module that does not even load holds no test, yet it is a failure.
    setImmediate(() =>
      process.stdout.write(`\n${count.passed} passed, ${count.failed + broken} failed, ${count.skipped} skipped\n`),
    );
  }
}
