import { beihai } from "./beihai.ts";
import { dalian } from "./dalian.ts";
import { guyuan } from "./guyuan.ts";
import { haixi } from "./haixi.ts";
import { liangshan } from "./liangshan.ts";
import type { DemoTab } from "./picture.ts";
import { xuancheng } from "./xuancheng.ts";
import { yongxin } from "./yongxin.ts";
import { zhongshan } from "./zhongshan.ts";

/** The demo: the bureaus of the article, each with a ledger in its own layout. Rows are made up; nobody is named. */

export interface DemoSpreadsheet {
  readonly unit: string;
  readonly title: string;
  readonly tabs: readonly DemoTab[];
}

export const demoSpreadsheets: readonly DemoSpreadsheet[] = [
  haixi,
  xuancheng,
  beihai,
  zhongshan,
  dalian,
  liangshan,
  yongxin,
  guyuan,
];
