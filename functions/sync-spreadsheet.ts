import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { workOff } from "../core/sync/work-off.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** Queue message -> one pass. What failed is answered by message id and comes back after a pause of its own. */
export async function handleSyncMessages(
  { store, sync, world, log, queue }: Wiring,
  event: Pick<SQSEvent, "Records">,
  remainingMs: () => number,
): Promise<SQSBatchResponse> {
  const notDone = await workOff(
    { store, sync, world, log, remainingMs },
    event.Records.map(({ messageId, body, attributes }) => ({
      id: messageId,
      group: attributes.MessageGroupId ?? "",
      body,
      receives: Number(attributes.ApproximateReceiveCount),
    })),
  );
  if (notDone.length > 0) {
    const { putBack } = await queue();
    const handles = new Map(event.Records.map(({ messageId, receiptHandle }) => [messageId, receiptHandle]));
    await Promise.all(
      notDone.map(({ id, retryInMs }) =>
        // Unless told otherwise the message comes back after the queue's visibility timeout: later, not lost.
        putBack(handles.get(id) ?? "", retryInMs / 1000).catch(() => log.info("job.putBackFailed", { id })),
      ),
    );
  }
  return { batchItemFailures: notDone.map(({ id }) => ({ itemIdentifier: id })) };
}

export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  handleSyncMessages(wiring(), event, () => context.getRemainingTimeInMillis());
