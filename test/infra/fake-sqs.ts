import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SqsMessage {
  readonly MessageBody: string;
  readonly MessageGroupId: string;
  readonly MessageDeduplicationId: string;
}

/** Takes what the SDK sends to SQS and keeps it; answers as SQS does, with the digests the SDK checks. */
export async function startSqs() {
  const sent: SqsMessage[] = [];
  const putBack: { ReceiptHandle: string; VisibilityTimeout: number }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const input = JSON.parse(body);
    response.setHeader("content-type", "application/x-amz-json-1.0");
    if (request.headers["x-amz-target"] === "AmazonSQS.SendMessageBatch") {
      const entries = input.Entries as (SqsMessage & { Id: string })[];
      sent.push(...entries);
      const Successful = entries.map(({ Id, MessageBody }) => ({
        Id,
        MessageId: Id,
        MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex"),
      }));
      response.end(JSON.stringify({ Successful, Failed: [] }));
    } else {
      putBack.push(input);
      response.end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    putBack,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
