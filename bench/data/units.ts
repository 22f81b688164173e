import type { Unit, UnitLevel } from "../../core/ledger/unit.ts";

export function aUnit(path: string, level: UnitLevel): Unit {
  const codes = path.split("/").slice(0, -1);
  const code = codes.at(-1) ?? "";
  return {
    format: 1,
    code,
    name: `示例单位 ${code}`,
    level,
    parent: codes.at(-2) ?? null,
    path,
    closurePolicy: null,
    version: 1,
  };
}

export interface TreeShape {
  readonly provinces: number;
  readonly prefectures: number;
  readonly counties: number;
}

/** The root and everything below it; so many of each under each. */
export function makeUnits({ provinces, prefectures, counties }: TreeShape): readonly Unit[] {
  const units = [aUnit("cn/", "INDUSTRY")];
  for (let p = 0; p < provinces; p++) {
    const province = `cn/p${p}/`;
    units.push(aUnit(province, "PROVINCE"));
    for (let m = 0; m < prefectures; m++) {
      const prefecture = `${province}p${p}-m${m}/`;
      units.push(aUnit(prefecture, "PREFECTURE"));
      for (let c = 0; c < counties; c++) units.push(aUnit(`${prefecture}p${p}-m${m}-c${c}/`, "COUNTY"));
    }
  }
  return units;
}
