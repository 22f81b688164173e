import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import {
  Entity,
  EntityFormatter,
  item as itemSchema,
  list,
  map,
  number,
  PutItemCommand,
  string,
  Table,
} from "dynamodb-toolbox";

/** The same item as a dynamodb-toolbox entity. */

const table = new Table({
  name: "ledger",
  partitionKey: { name: "pk", type: "string" },
  sortKey: { name: "sk", type: "string" },
  indexes: {
    byUnit: {
      type: "global",
      partitionKey: { name: "unitPool", type: "string" },
      sortKey: { name: "unitKey", type: "string" },
    },
  },
});

const change = map({
  id: string(),
  at: string(),
  side: string().enum("SHEET", "API", "SYSTEM"),
  actor: string(),
  field: string().optional(),
  before: string().optional(),
  after: string().optional(),
  reason: string().optional(),
});
const text = string().optional();

const entity = new Entity({
  name: "item",
  table,
  schema: itemSchema({
    pk: string().key(),
    sk: string().key(),
    unitPool: string(),
    unitKey: string(),
    code: string(),
    kind: string().enum("problem", "topic", "activity", "measure", "opinion", "outcome"),
    unit: string(),
    originUnit: string(),
    version: number(),
    revision: number(),
    texts: map({
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
    }),
    state: string(),
    resolution: string(),
    cycle: number(),
    row: map({ spreadsheetId: string(), tabId: number(), presence: string(), missingSince: text }),
    topicCode: text,
    referenceDate: string(),
    createdAt: string(),
    updatedAt: string(),
    lastChange: change,
    changes: list(change),
  }),
  timestamps: false,
});

const present = (value: object) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
const formatter = new EntityFormatter(entity);

export const codec = {
  build(item, keys) {
    const newest = { id: "1.1", at: item.createdAt, side: "SHEET", actor: "sheet:bench", after: "CREATED" };
    const { Item } = entity
      .build(PutItemCommand)
      .item({
        ...keys,
        code: item.code,
        kind: item.kind,
        unit: item.unit,
        originUnit: item.originUnit,
        version: item.version,
        revision: 1,
        texts: item.texts,
        state: item.workflow.state,
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
  parse: (row) => formatter.format(unmarshall(row)),
};
