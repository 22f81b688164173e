/** Events as AWS sends them, recorded shapes with made-up values. */

export function httpEvent(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string) {
  return {
    version: "2.0",
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: "",
    headers: { "content-length": String(body?.length ?? 0), host: "api.example.org", ...headers },
    requestContext: {
      accountId: "123456789012",
      apiId: "api",
      domainName: "api.example.org",
      domainPrefix: "api",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: "request",
      routeKey: `${method} ${path}`,
      stage: "$default",
      time: "01/Nov/2023:08:00:00 +0000",
      timeEpoch: 1698825600000,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

export function sqsEvent(messages: readonly { readonly id: string; readonly group: string; readonly body: string }[]) {
  return {
    Records: messages.map(({ id, group, body }) => ({
      messageId: id,
      receiptHandle: `handle-${id}`,
      body,
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "1698825600000",
        SequenceNumber: "18881360416784943872",
        MessageGroupId: group,
        SenderId: "AROAEXAMPLE:Poll",
        MessageDeduplicationId: id,
        ApproximateFirstReceiveTimestamp: "1698825600001",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:ap-southeast-1:123456789012:sync.fifo",
      awsRegion: "ap-southeast-1",
    })),
  };
}

/** EventBridge Scheduler hands over the schedule's input, here an empty object. */
export const schedulerEvent = {};
