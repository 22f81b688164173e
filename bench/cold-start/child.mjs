// A Lambda at its first event: loads the module named first, hands its handler the event on the second argument, and
// tells how long that took since the process began. Plain JavaScript, so that nothing is stripped of types first.
const [file, event] = process.argv.slice(2);
const { handler } = await import(file);
const answer = await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 180_000, awsRequestId: "request" });
const { user, system } = process.cpuUsage();
const measured = { ms: performance.now(), cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
process.send({ ...measured, answer: JSON.stringify(answer) }, () => process.exit());
