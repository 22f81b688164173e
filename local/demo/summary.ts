import type { DemoSpreadsheet } from "./demo.ts";
import { drawTab } from "./picture.ts";

/** The spreadsheet in which the system shows the figures of everybody; one tab in it is the office's own. */
export const demoSummary: DemoSpreadsheet = {
  unit: "cn",
  title: "行业四下基层工作汇总",
  tabs: [
    drawTab(
      "本局备注",
      [720],
      "本页归本局自用，系统不写入。汇总表等六页由系统单向写入；右侧各列和批注同样归本局自用。",
    ),
  ],
};
