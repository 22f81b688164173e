import { describe, expect, it } from "vitest";
import { anApi, putItem } from "./api.ts";

describe("reading", () => {
  it("[A20] one problem item with everything the contract names", async () => {
    const api = await anApi();
    const item = await putItem(api.store, "c", {
      description: "示例：网点排队",
      category: "群众急难愁盼",
      source: "调研发现",
      measures: "1.增加窗口\n2.延长时间",
      owner: "示例甲",
      due: "2023-11-05",
      claim: "整改中",
    });

    const answer = await api.ask(
      ["m", "VERIFIER"],
      `query ($code: String!) { problemItem(code: $code) {
        code version unit { code parent { code parent { code } } } originUnit { code } topic { code }
        description category source measures { no text } leader department owner due { kind date text standing } progress claim
        state stateText resolution standing overdue completedOn closedOn remark cells { field header text problem }
        history(first: 5) { nodes { side actor field before after } pageInfo { hasNextPage } } conflicts { id } actions
      } }`,
      { code: item.code },
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data.problemItem).toMatchObject({
      code: item.code,
      unit: { code: "c", parent: { code: "m", parent: null } },
      originUnit: { code: "c" },
      topic: null,
      category: "LIVELIHOOD",
      source: "RESEARCH",
      measures: [
        { no: 1, text: "增加窗口" },
        { no: 2, text: "延长时间" },
      ],
      owner: "示例甲",
      due: { kind: "DATE", date: "2023-11-05", text: "2023-11-05", standing: false },
      claim: "IN_PROGRESS",
      state: "IN_PROGRESS",
      overdue: true,
      actions: ["STAND", "EXTEND", "TRANSFER", "VOID"],
    });
  });
});
