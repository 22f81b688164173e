import { describe, expect, it } from "vitest";
import { type Api, anApi, inState, putItem, type Who } from "./api.ts";

const clerk: Who = ["c", "CLERK"];
const leader: Who = ["c", "LEADER"];
const verifier: Who = ["m", "VERIFIER"];
const filer: Who = ["p", "VERIFIER"];

const create = `mutation ($input: CreateProblemItemInput!) { createProblemItem(input: $input) {
  problemItem { code version state description category measures { no text } due { kind date text } owner overdue }
  userErrors { code message path } } }`;
const update = `mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) {
  problemItem { code version description progress due { date } remark measures { text } } userErrors { code message path } } }`;

const stepOf = (name: string, type: string) => `mutation ($input: ${type}Input!) { ${name}(input: $input) {
  problemItem { code version state stateText closedOn completedOn returnCount standing cycle unit { code } transferTo { code } }
  userErrors { code message path } } }`;

async function run(api: Api, who: Who, name: string, input: Record<string, unknown>) {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const answer = await api.ask(who, stepOf(name, type), { input });
  expect(answer.errors).toBeUndefined();
  return answer.data[name];
}

describe("creating and updating", () => {
  it("[A40] a clerk creates an item, and its texts are what a clerk would have typed", async () => {
    const api = await anApi();

    const answer = await api.ask(clerk, create, {
      input: {
        unit: "c",
        description: "示例：证照办理慢",
        category: "LIVELIHOOD",
        measures: ["简化材料", "网上办理"],
        owner: "示例甲、示例乙",
        due: "2023-11-19",
      },
    });

    expect(answer.errors).toBeUndefined();
    const { problemItem, userErrors } = answer.data.createProblemItem;
    expect(userErrors).toEqual([]);
    expect(problemItem).toMatchObject({
      version: 1,
      state: "REGISTERED",
      category: "LIVELIHOOD",
      measures: [
        { no: 1, text: "简化材料" },
        { no: 2, text: "网上办理" },
      ],
      due: { kind: "DATE", date: "2023-11-19", text: "2023-11-19" },
      overdue: true,
    });
    const stored = (await api.store.getItems([problemItem.code], "STRONG")).get(problemItem.code);
    expect(stored?.texts).toEqual({
      description: "示例：证照办理慢",
      category: "急难愁盼",
      measures: "1.简化材料\n2.网上办理",
      owner: "示例甲、示例乙",
      due: "2023-11-19",
    });
    expect(stored?.lastChange).toMatchObject({ side: "API", actor: "clerk@c", after: "CREATED" });
  });

  it("[A41] a stale version answers CONFLICT in userErrors and at the top", async () => {
    const api = await anApi();
    const item = await putItem(api.store, "c", { description: "示例" });

    const first = await api.ask(clerk, update, { input: { code: item.code, version: 1, progress: "示例进展" } });
    const second = await api.ask(clerk, update, { input: { code: item.code, version: 1, progress: "另一进展" } });

    expect(first.data.updateProblemItem).toMatchObject({
      problemItem: { version: 2, progress: "示例进展" },
      userErrors: [],
    });
    expect(second.data.updateProblemItem.problemItem).toBeNull();
    expect(second.data.updateProblemItem.userErrors).toMatchObject([{ code: "CONFLICT", path: ["input", "version"] }]);
    expect(second.extensions.code).toBe("CONFLICT");
  });
});

describe("closing", () => {
  it("[W2] the county asks, the prefecture verifies, the province files", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", {
      description: "示例",
      measures: "1.示例",
      owner: "示例甲",
      due: "2023-12-31",
    });

    expect(await run(api, clerk, "startProblemItem", { code })).toMatchObject({
      problemItem: { state: "IN_PROGRESS" },
    });
    expect(await run(api, leader, "submitProblemItem", { code, version: 2 })).toMatchObject({
      problemItem: { state: "SUBMITTED", stateText: "已申请销号，待市局审核", completedOn: "2023-11-20" },
    });
    expect(
      await run(api, verifier, "returnProblemItem", { code, reason: "佐证材料不全，请补充后再申请" }),
    ).toMatchObject({
      problemItem: { state: "IN_PROGRESS", returnCount: 1 },
    });
    await run(api, leader, "submitProblemItem", { code });
    expect(await run(api, verifier, "verifyProblemItem", { code })).toMatchObject({
      problemItem: { state: "VERIFIED", stateText: "已通过审核，待省局备案", closedOn: null },
    });
    expect(await run(api, verifier, "fileProblemItem", { code })).toMatchObject({
      userErrors: [{ code: "FORBIDDEN" }],
    });
    expect(await run(api, filer, "fileProblemItem", { code })).toMatchObject({
      problemItem: { state: "CLOSED", closedOn: "2023-11-20" },
    });
    expect(await run(api, filer, "reopenProblemItem", { code, reason: "回头看发现反弹" })).toMatchObject({
      problemItem: { state: "REGISTERED", cycle: 2, closedOn: null },
    });
  });

  it("[W8] a transfer upwards waits for the receiver; one from above happens at once", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" }, inState("IN_PROGRESS"));

    expect(await run(api, leader, "transferProblemItem", { code, to: "m", reason: "根子在上面" })).toMatchObject({
      problemItem: { unit: { code: "c" } },
    });
    expect(await run(api, ["m", "LEADER"], "answerTransfer", { code, accept: true })).toMatchObject({
      problemItem: { unit: { code: "m" }, transferTo: null },
    });
    expect(await run(api, filer, "transferProblemItem", { code, to: "d", reason: "转县局办理" })).toMatchObject({
      problemItem: { unit: { code: "d" } },
    });
    const answer = await api.ask(
      ["d", "VIEWER"],
      `{ problemItem(code: "${code}") { unit { code } originUnit { code } } }`,
    );
    expect(answer.data.problemItem).toEqual({ unit: { code: "d" }, originUnit: { code: "d" } });
  });
});
