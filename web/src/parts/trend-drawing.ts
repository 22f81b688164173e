import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { showDay } from "../dates.ts";
import type { TrendAnswer } from "../queries.ts";
import type { Language } from "../words.ts";

/** Loaded only when a chart is shown: the chart library is larger than all the rest of the pages. */
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const ink = "#445160";
const rule = "#dfe5ec";

/** Answers how to take the chart away. */
export function drawTrend(place: HTMLElement, trend: TrendAnswer["rollup"], language: Language): () => void {
  const zh = language === "zh";
  const chart = init(place, null, { renderer: "svg" });
  const values = (points: readonly { value: number | null }[], factor = 1) =>
    points.map(({ value }) => (value === null ? null : Math.round(value * factor * 10) / 10));
  const axis = { axisLabel: { color: ink }, splitLine: { lineStyle: { color: rule } } };
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: "inherit" },
    color: ["#9db8d4", "#1f6f54", "#b3261e", "#1f4e79"],
    grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: ink } },
    tooltip: { trigger: "axis", confine: true },
    xAxis: {
      type: "category",
      data: trend.problems.map(({ at }) => showDay(at).slice(5)),
      axisLabel: { color: ink },
      axisLine: { lineStyle: { color: rule } },
      axisTick: { show: false },
    },
    yAxis: [
      { type: "value", minInterval: 1, ...axis },
      {
        type: "value",
        max: 100,
        min: 0,
        ...axis,
        splitLine: { show: false },
        axisLabel: { color: ink, formatter: "{value}%" },
      },
    ],
    series: [
      { name: zh ? "问题数" : "Problems", type: "bar", data: values(trend.problems), barMaxWidth: 14 },
      { name: zh ? "已销号" : "Closed", type: "line", data: values(trend.closed), symbolSize: 5 },
      { name: zh ? "逾期" : "Overdue", type: "line", data: values(trend.overdue), symbolSize: 5 },
      {
        name: zh ? "销号率" : "Closure rate",
        type: "line",
        yAxisIndex: 1,
        data: values(trend.closureRate, 100),
        lineStyle: { type: "dashed" },
        symbol: "none",
      },
    ],
  });
  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(place);
  return () => {
    resize.disconnect();
    chart.dispose();
  };
}
