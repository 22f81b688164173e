// A Lambda in a process of its own: loads ./bundle.cjs of the working directory once, then answers each event it is
// sent. Prints nothing but what the function prints.
const started = performance.now();
const { handler } = await import(`file://${process.cwd()}/bundle.cjs`);
const loadedMs = performance.now() - started;
const context = { getRemainingTimeInMillis: () => 180_000, awsRequestId: "request" };
process.on("message", async (event) => {
  try {
    process.send({ answer: await handler(event, context), loadedMs });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error), loadedMs });
  }
});
process.send({ ready: true, loadedMs });
