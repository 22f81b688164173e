import { expect, it } from "vitest";
import type { GoogleOptions } from "../../../local/google/google.ts";
import { makeSpreadsheet, openHttp, openInProcess, refusal, startOfTime } from "./bench.ts";

function open(options: GoogleOptions = {}) {
  let at = startOfTime;
  const opened = openInProcess({ now: () => at, ...options });
  const wait = (ms: number) => {
    at += ms;
  };
  return { ...opened, wait };
}

/** How many of so many requests pass, and what the first refused one answers. */
async function pass(count: number, request: () => Promise<unknown>) {
  let passed = 0;
  let refused: Awaited<ReturnType<typeof refusal>> | undefined;
  for (let n = 0; n < count; n++) {
    try {
      await request();
      passed++;
    } catch (error) {
      refused ??= await refusal(Promise.reject(error));
    }
  }
  return { passed, refused };
}

const reading =
  (clients: ReturnType<ReturnType<typeof open>["as"]>, id: string, extra: object = {}) =>
  () =>
    clients.sheets.spreadsheets.values.get({ spreadsheetId: id, range: "A1", ...extra });
const writing = (clients: ReturnType<ReturnType<typeof open>["as"]>, id: string) => () =>
  clients.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: "A1" });

// "300 per minute per project, 60 per minute per user per project"
it("[G180] an account reads 60 times a minute, the project 300 times; writes count apart", async () => {
  const { as, google } = open();
  const id = await makeSpreadsheet(as());
  google.quotas.enabled = true;
  const users = ["a", "b", "c", "d", "e"].map((name) => as(`${name}@example.com`));
  const passed: number[] = [];
  for (const user of users) passed.push((await pass(62, reading(user, id))).passed);
  const sixth = await pass(1, reading(as("f@example.com"), id));
  const writes = await pass(61, writing(users[0]!, id));
  expect([passed, sixth.passed, sixth.refused!.code, writes.passed]).toEqual([[60, 60, 60, 60, 60], 0, 429, 60]);
});

it("[G181] the quota is there again with the next minute, and a refused request uses up nothing", async () => {
  const { as, google, wait } = open({ quotas: { readPerMinutePerUser: 2 } });
  const clients = as();
  const id = await makeSpreadsheet(clients);
  google.quotas.enabled = true;
  const first = await pass(4, reading(clients, id));
  wait(59_999);
  const late = await pass(1, reading(clients, id));
  wait(1);
  expect([first.passed, late.passed, (await pass(3, reading(clients, id))).passed]).toEqual([2, 0, 2]);
});

// "Each batch request, including all subrequests, is counted as one API request toward your usage limit."
it("[G182] a batch counts once, whatever it holds; Drive does not count, nor do the service's own people", async () => {
  const { as, google } = open({ quotas: { readPerMinutePerUser: 1, writePerMinutePerUser: 1 } });
  const clients = as();
  const id = await makeSpreadsheet(clients);
  google.quotas.enabled = true;
  await clients.sheets.spreadsheets.values.batchGet({ spreadsheetId: id, ranges: ["A1", "B1", "C1"] });
  await clients.sheets.spreadsheets.values.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      valueInputOption: "RAW",
      data: ["A1", "B1"].map((range) => ({ range, values: [["x"]] })),
    },
  });
  const drive = await pass(5, () => clients.drive.files.get({ fileId: id }));
  const person = google.act("service@example.com", {
    method: "POST",
    path: `/v4/spreadsheets/${id}/values/A1:clear`,
  });
  expect([drive.passed, person.status, (await pass(1, reading(clients, id))).passed]).toEqual([5, 200, 0]);
});

function exhausted(kind: "Read" | "Write", perUser: boolean, value: string) {
  const limit = `${kind} requests per minute${perUser ? " per user" : ""}`;
  return {
    code: 429,
    message: `Quota exceeded for quota metric '${kind} requests' and limit '${limit}' of service 'sheets.googleapis.com' for consumer 'project_number:123456789012'.`,
    status: "RESOURCE_EXHAUSTED",
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "RATE_LIMIT_EXCEEDED",
        domain: "googleapis.com",
        metadata: {
          service: "sheets.googleapis.com",
          consumer: "projects/123456789012",
          quota_limit: `${kind}RequestsPerMinutePer${perUser ? "User" : "Project"}`,
          quota_limit_value: value,
          quota_location: "global",
          quota_metric: `sheets.googleapis.com/${kind.toLowerCase()}_requests`,
          quota_unit: `1/min/{project}${perUser ? "/{user}" : ""}`,
        },
      },
      {
        "@type": "type.googleapis.com/google.rpc.Help",
        links: [
          {
            description: "Request a higher quota limit.",
            url: "https://cloud.google.com/docs/quotas/help/request_increase",
          },
        ],
      },
    ],
  };
}

it("[G183] a refusal says which of the four limits was reached", async () => {
  const { as, google } = open();
  const clients = as();
  const id = await makeSpreadsheet(clients);
  const limits = async (quotas: object, request: () => Promise<unknown>) => {
    Object.assign(google.quotas, {
      enabled: true,
      readPerMinute: 300,
      writePerMinute: 300,
      readPerMinutePerUser: 60,
      writePerMinutePerUser: 60,
      ...quotas,
    });
    return (await pass(1, request)).refused;
  };
  expect([
    await limits({ readPerMinutePerUser: 0 }, reading(clients, id)),
    await limits({ readPerMinute: 0 }, reading(clients, id)),
    await limits({ writePerMinutePerUser: 0 }, writing(clients, id)),
    await limits({ writePerMinute: 0 }, writing(clients, id)),
  ]).toEqual([
    exhausted("Read", true, "0"),
    exhausted("Read", false, "0"),
    exhausted("Write", true, "0"),
    exhausted("Write", false, "0"),
  ]);
});

it("[G183] a 429 carries no Retry-After, and one on command looks the same", async () => {
  const http = await openHttp();
  const id = await makeSpreadsheet(http.as());
  http.google.faults.add({ kind: "failBefore", status: "RESOURCE_EXHAUSTED" });
  const answer = await fetch(`${http.url}/v4/spreadsheets/${id}/values/A1`, { headers: { authorization: "Bearer a" } });
  const body: unknown = await answer.json();
  await http.close();
  expect([answer.status, answer.headers.get("retry-after"), body]).toEqual([
    429,
    null,
    { error: exhausted("Read", true, "60") },
  ]);
});

for (const splits of [false, true]) {
  it(`[G184] quotaUser ${splits ? "has a quota of its own with the switch" : "changes nothing"}`, async () => {
    const { as, google } = open({
      quotas: { enabled: false, readPerMinutePerUser: 1 },
      switches: { quotaUserSplitsQuota: splits },
    });
    const clients = as();
    const id = await makeSpreadsheet(clients);
    google.quotas.enabled = true;
    const passed = [];
    for (const quotaUser of ["one", "one", "two"])
      passed.push((await pass(1, reading(clients, id, { quotaUser }))).passed);
    expect(passed).toEqual(splits ? [1, 0, 1] : [1, 0, 0]);
  });
}

it("[G185] without being switched on, quotas refuse nothing", async () => {
  const { as } = open({ quotas: { readPerMinutePerUser: 1 } });
  const clients = as();
  const id = await makeSpreadsheet(clients);
  expect((await pass(10, reading(clients, id))).passed).toBe(10);
});
