import type { Unit, UnitLevel } from "../../core/ledger/unit.ts";

const units: readonly (readonly [code: string, name: string, level: UnitLevel, parent: string])[] = [
  ["qh", "青海省局", "PROVINCE", "cn"],
  ["qh-haixi", "海西州局", "PREFECTURE", "qh"],
  ["qh-haixi-dulan", "都兰县局", "COUNTY", "qh-haixi"],
  ["ah", "安徽省局", "PROVINCE", "cn"],
  ["ah-xuancheng", "宣城市局", "PREFECTURE", "ah"],
  ["gx", "广西区局", "PROVINCE", "cn"],
  ["gx-beihai", "北海市局", "PREFECTURE", "gx"],
  ["gd", "广东省局", "PROVINCE", "cn"],
  ["gd-zhongshan", "中山市局", "PREFECTURE", "gd"],
  ["dl", "大连市局", "PROVINCE", "cn"],
  ["dl-jinzhou", "金州区局", "COUNTY", "dl"],
  ["sc", "四川省局", "PROVINCE", "cn"],
  ["sc-liangshan", "凉山州局", "PREFECTURE", "sc"],
  ["jx", "江西省局", "PROVINCE", "cn"],
  ["jx-jian", "吉安市局", "PREFECTURE", "jx"],
  ["jx-jian-yongxin", "永新县局", "COUNTY", "jx-jian"],
  ["nx", "宁夏区局", "PROVINCE", "cn"],
  ["nx-guyuan", "固原市局", "PREFECTURE", "nx"],
];

/** Parents before children. The root is not among them. */
export const demoUnits: readonly Unit[] = makeUnits();

function makeUnits(): Unit[] {
  const paths = new Map([["cn", "cn/"]]);
  return units.map(([code, name, level, parent]) => {
    const path = `${paths.get(parent)}${code}/`;
    paths.set(code, path);
    return { format: 1, code, name, level, parent, path, closurePolicy: null, version: 1 };
  });
}
