import { expect, test } from "vitest";
import { provinceOf } from "../../../core/ledger/unit.ts";

test.each([
  ["cn/", "cn"],
  ["cn/qh/", "qh"],
  ["cn/qh/qh-haixi/", "qh"],
  ["cn/qh/qh-haixi/qh-haixi-dulan/", "qh"],
  ["cn", "cn"],
  ["", ""],
])("[S13] the items of %o lie in the partition of %o", (path, province) => {
  expect(provinceOf(path)).toBe(province);
});
