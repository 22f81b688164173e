import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { AppError } from "../../../core/errors.ts";
import { limits } from "../../../core/limits.ts";
import { localSettings, makeDynamoStore, makeDynamoTable } from "../../../core/store/dynamo.ts";
import { aChange, anItem, failureOf, put } from "../../contract/store-builders.ts";

interface Asked {
  readonly operation: string;
  readonly body: Record<string, never>;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A database that answers as the test says; every request is kept. */
async function scripted(answer: (asked: Asked, number: number) => { readonly status?: number; readonly body: object }) {
  const asked: Asked[] = [];
  const listening = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
      asked.push({ operation, body: JSON.parse(text) });
      const { status = 200, body } = answer(asked.at(-1) as Asked, asked.length);
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify(body));
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const waits: number[] = [];
  const endpoint = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const settings = { ...localSettings, endpoint, tableName: "t", wait: async (ms: number) => void waits.push(ms) };
  return { settings, asked, waits };
}

type BatchGet = { readonly RequestItems: { readonly t: { readonly Keys: readonly { pk: { S: string } }[] } } };
const keysIn = ({ body }: Asked) => (body as unknown as BatchGet).RequestItems.t.Keys;

describe("the DynamoDB client", () => {
  test("[S18] keys that a batch left out are asked for again, waiting longer each time", async () => {
    const { settings, asked, waits } = await scripted((request) => {
      const [first, ...rest] = keysIn(request);
      const row = { pk: first?.pk, doc: { S: JSON.stringify(anItem(first?.pk.S.slice(5) ?? "")) } };
      return { body: { Responses: { t: [row] }, UnprocessedKeys: rest.length === 0 ? {} : { t: { Keys: rest } } } };
    });
    const store = makeDynamoStore({ ...settings, newWriteId: () => "w" });
    const found = await store.getItems(["P1", "P2", "P3"], "STRONG");
    expect([...found.keys()]).toEqual(["P1", "P2", "P3"]);
    expect(asked.map((request) => keysIn(request).length)).toEqual([3, 2, 1]);
    expect(waits).toEqual([limits.batchWaitMs, limits.batchWaitMs * 2]);
  });

  test("[S18] a batch that never ends is given up as store.unavailable", async () => {
    const { settings, asked } = await scripted((request) => ({
      body: { Responses: { t: [] }, UnprocessedKeys: { t: { Keys: keysIn(request) } } },
    }));
    const table = makeDynamoTable(settings);
    expect(await failureOf(table.getMany([{ pk: "a", sk: "b" }], true))).toBe("store.unavailable");
    expect(asked).toHaveLength(limits.batchAttempts);
  });

  test("[S18] 250 codes are asked for in three requests of at most 100", async () => {
    const { settings, asked } = await scripted(() => ({ body: { Responses: { t: [] }, UnprocessedKeys: {} } }));
    const store = makeDynamoStore({ ...settings, newWriteId: () => "w" });
    await store.getItems(
      Array.from({ length: 250 }, (_, i) => `P${i}`),
      "EVENTUAL",
    );
    expect(asked.map((request) => keysIn(request).length).sort()).toEqual([100, 100, 50]);
  });

  test("[S25] an error of the database is store.unavailable and may be tried again", async () => {
    const body = { __type: "com.amazonaws.dynamodb.v20120810#AccessDeniedException", message: "no" };
    const { settings } = await scripted(() => ({ status: 400, body }));
    const failure = await makeDynamoTable(settings)
      .get({ pk: "a", sk: "b" }, true)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: "store.unavailable", retryable: true });
  });

  test("[S25] a database that is not there is store.unavailable", async () => {
    const { settings } = await scripted(() => ({ body: {} }));
    await new Promise((resolve) => server?.close(resolve));
    expect(await failureOf(makeDynamoTable(settings).query({ hash: "units" }))).toBe("store.unavailable");
  });

  test("[S25] a request that the database calls invalid is a bug and stays one", async () => {
    const body = { __type: "com.amazon.coral.validate#ValidationException", message: "Invalid KeyConditionExpression" };
    const { settings } = await scripted(() => ({ status: 400, body }));
    expect(await failureOf(makeDynamoTable(settings).query({ hash: "units" }))).toContain("ValidationException");
  });

  test("[S8] a row that only the database finds too large is item.tooLarge", async () => {
    const message = "Item size to update has exceeded the maximum allowed size";
    const body = { __type: "com.amazon.coral.validate#ValidationException", message };
    const { settings } = await scripted(() => ({ status: 400, body }));
    expect(await failureOf(makeDynamoTable(settings).put({ pk: { S: "a" }, sk: { S: "b" } }))).toBe("item.tooLarge");
  });

  test("[S5] a write carries its condition and no name is written out", async () => {
    const { settings, asked } = await scripted(() => ({ body: {} }));
    const store = makeDynamoStore({ ...settings, newWriteId: () => "w" });
    await put(store, anItem("P1", { revision: 2, version: 2 }), [aChange("2.1")]);
    const text = (name: string) => String(asked[0]?.body[name]).replaceAll(/:v\d+/g, ":v");
    expect(asked.map(({ operation }) => operation)).toEqual(["UpdateItem"]);
    expect(text("ConditionExpression")).toBe("(#revision = :v) AND (size(#changes) <= :v) AND (#changeChars <= :v)");
    expect(text("UpdateExpression")).toBe(
      "SET #doc = :v, #revision = :v, #writeId = :v, #unitPool = :v, #unitKey = :v, " +
        "#changes = list_append(:v, if_not_exists(#changes, :v)) " +
        "REMOVE #topic, #dueProvince, #dueKey, #dirtyPool, #dirtyKey, #flagged ADD #changeChars :v",
    );
  });

  test("[S24] reads that decide a write are consistent, lists are not", async () => {
    const { settings, asked } = await scripted(() => ({ body: {} }));
    const store = makeDynamoStore({ ...settings, newWriteId: () => "w" });
    await store.getLink("s");
    await store.getJournal("s");
    await store.getBaseRoot("s", 1);
    await store.getRecord("p", "k");
    await store.listUnits();
    await store.listDirtySpreadsheets();
    const consistent = asked.map(({ body }) => (body as { ConsistentRead?: boolean }).ConsistentRead ?? false);
    expect(consistent).toEqual([true, true, true, true, false, false]);
  });
});
