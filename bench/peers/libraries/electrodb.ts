import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { Entity } from "electrodb";

/** The same item as an electrodb entity; keys composed by electrodb from unit, state, due and code. */

const text = { type: "string" };
const number = { type: "number" };
const change = {
  type: "map",
  properties: { id: text, at: text, side: text, actor: text, field: text, before: text, after: text, reason: text },
};

const entity = new Entity(
  {
    model: { entity: "item", version: "1", service: "ledger" },
    attributes: {
      code: { type: "string", required: true },
      kind: { type: ["problem", "topic", "activity", "measure", "opinion", "outcome"], required: true },
      unit: { type: "string", required: true },
      originUnit: { type: "string", required: true },
      path: { type: "string", required: true },
      state: { type: "string", required: true },
      due: text,
      version: { type: "number", required: true },
      revision: { type: "number", required: true },
      texts: {
        type: "map",
        properties: {
          description: text,
          category: text,
          source: text,
          measures: text,
          leader: text,
          department: text,
          owner: text,
          due: text,
          progress: text,
          remark: text,
        },
      },
      resolution: text,
      cycle: number,
      row: { type: "map", properties: { spreadsheetId: text, tabId: number, presence: text, missingSince: text } },
      topicCode: text,
      referenceDate: text,
      createdAt: text,
      updatedAt: text,
      lastChange: change,
      changes: { type: "list", items: change },
    },
    indexes: {
      item: { pk: { field: "pk", composite: ["code"] }, sk: { field: "sk", composite: [] } },
      byUnit: {
        index: "byUnit",
        pk: { field: "unitPool", composite: ["kind"] },
        sk: { field: "unitKey", composite: ["path", "state", "due", "code"] },
      },
    },
  },
  { table: "ledger" },
);

/** Without what is null: electrodb has no null for these types. */
const present = (value: object) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));

export const codec = {
  build(item, { unitKey }) {
    const [path, state, due] = unitKey.split("!");
    const newest = { id: "1.1", at: item.createdAt, side: "SHEET", actor: "sheet:bench", after: "CREATED" };
    const { Item } = entity
      .put({
        code: item.code,
        kind: item.kind,
        unit: item.unit,
        originUnit: item.originUnit,
        path,
        state,
        due,
        version: item.version,
        revision: 1,
        texts: item.texts,
        resolution: item.workflow.resolution,
        cycle: item.workflow.cycle,
        row: present(item.row),
        ...(item.topicCode === null ? {} : { topicCode: item.topicCode }),
        referenceDate: item.referenceDate,
        createdAt: item.createdAt,
        updatedAt: item.updatedAt,
        lastChange: newest,
        changes: [newest],
      })
      .params();
    return marshall(Item);
  },
  parse: (row) => entity.parse({ Item: unmarshall(row) }).data,
};
