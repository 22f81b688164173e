import { describe, expect, test } from "vitest";
import {
  changeSortKey,
  dirtyPrefix,
  dirtySortKey,
  dueSortKey,
  keyAttributes,
  readDirtySortKey,
  readDueSortKey,
  readUnitSortKey,
  tableDefinition,
  unitSortKey,
} from "../../../core/store/keys.ts";

const awkward = ["P1", "P1#", "P!1", "%23", "#", "!~!", "a%b", "乱/码"];

describe("keys", () => {
  test("[S1] exactly the attributes that are a key of the table or of an index are declared", () => {
    const used = [tableDefinition, ...tableDefinition.indexes].flatMap(({ hashKey, rangeKey }) => [hashKey, rangeKey]);
    expect([...keyAttributes].sort()).toEqual([...new Set(used)].sort());
    expect(keyAttributes).toEqual([
      "pk",
      "sk",
      "unitPool",
      "unitKey",
      "topic",
      "dueProvince",
      "dueKey",
      "dirtyPool",
      "dirtyKey",
      "flagged",
    ]);
  });

  test("[S1] no index holds more than keys and the document", () => {
    const projected = tableDefinition.indexes.map(({ name, project }) => [name, project]);
    expect(projected).toEqual([
      ["byUnit", ["doc"]],
      ["byTopic", ["doc"]],
      ["byDue", []],
      ["byDirty", []],
      ["byFlag", []],
    ]);
  });

  test("[S2] what is built into an index key is read out of it again", () => {
    for (const code of awkward) {
      expect(readUnitSortKey(unitSortKey("cn/qh/", "CLOSED", null, code))).toEqual({ path: "cn/qh/", code });
      expect(readDueSortKey(dueSortKey("2023-11-05", code))).toEqual({ due: "2023-11-05", code });
      for (const spreadsheetId of awkward) {
        const key = dirtySortKey(spreadsheetId, code);
        expect(readDirtySortKey(key)).toEqual({ spreadsheetId, code });
        expect(awkward.filter((other) => key.startsWith(dirtyPrefix(other)))).toEqual([spreadsheetId]);
      }
    }
  });

  test("[S14] a text that is no index key is not read as one", () => {
    for (const text of ["", "!", "cn/!A!~", "cn/!A!~!P1!x", "cn!A!~!P1", "cn/!A!~!"]) {
      expect(readUnitSortKey(text)).toBeNull();
    }
    for (const text of ["", "#", "2023-11-05", "2023-11-05#", "#P1", "2023-11-05#P1#x"]) {
      expect(readDueSortKey(text)).toBeNull();
    }
  });

  test("[S11] history keys sort by number and nothing else is taken for one", () => {
    const ids = ["1.1", "1.2", "1.10", "2.1", "9.1", "10.1", "10.999999", "9999999999.1"];
    expect(ids.map(changeSortKey)).toEqual([...ids].map(changeSortKey).sort());
    for (const id of ["", "1", "1.", ".1", "-1.1", "1.1.1", "1.1234567", "a.b"]) {
      expect(() => changeSortKey(id)).toThrow("a change id must be");
    }
  });
});
