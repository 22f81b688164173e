import { createHash, createHmac } from "node:crypto";

/** The least that DynamoDB accepts as a signed request. */
export async function askDynamo(endpoint: string, operation: string, body: object): Promise<unknown> {
  const { host } = new URL(endpoint);
  const text = JSON.stringify(body);
  const time = new Date().toISOString().replace(/[:-]|\.\d{3}/g, "");
  const scope = `${time.slice(0, 8)}/local/dynamodb/aws4_request`;
  const target = `DynamoDB_20120810.${operation}`;
  const names = "content-type;host;x-amz-date;x-amz-target";
  const lines = [
    "content-type:application/x-amz-json-1.0",
    `host:${host}`,
    `x-amz-date:${time}`,
    `x-amz-target:${target}`,
  ];
  const hash = (value: string) => createHash("sha256").update(value).digest("hex");
  const canonical = ["POST", "/", "", ...lines, "", names, hash(text)].join("\n");
  const keyed = (key: string | Buffer, value: string) => createHmac("sha256", key).update(value).digest();
  const key = [time.slice(0, 8), "local", "dynamodb", "aws4_request"].reduce<string | Buffer>(keyed, "AWS4local");
  const signature = createHmac("sha256", key)
    .update(["AWS4-HMAC-SHA256", time, scope, hash(canonical)].join("\n"))
    .digest("hex");
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-date": time,
      "x-amz-target": target,
      authorization: `AWS4-HMAC-SHA256 Credential=local/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    },
    body: text,
  });
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}`);
  return answer.json();
}
