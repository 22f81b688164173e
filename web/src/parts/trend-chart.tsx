import { useEffect, useRef } from "preact/hooks";
import { useAsk } from "../api.ts";
import { showDay } from "../dates.ts";
import { type Figure, type Point, type TrendAnswer, trendQuery } from "../queries.ts";
import { useWords } from "../words.ts";
import { Answered } from "./asked.tsx";
import { ScrollBox } from "./scroll-box.tsx";
import { Stages } from "./stages.tsx";

/** Days shown. */
const trendDays = 30;

/** Closed, closure rate and overdue over time, on the first day how far things are; the same figures stand in a table for those who do not see the chart. */
export function Trend({ unit, figures }: { unit: string; figures: readonly Figure[] }) {
  const { t } = useWords();
  const asked = useAsk<TrendAnswer>(trendQuery, { unit, last: trendDays });
  const known = asked.data?.rollup.problems.filter(({ value }) => value !== null) ?? [];
  return (
    <section class="panel wide" aria-labelledby="trend">
      <h2 id="trend">{t(known.length === 1 ? "stages" : "trend")}</h2>
      <Answered asked={asked}>
        {({ rollup }) => {
          const [first, second] = known;
          if (first === undefined) return <p class="small">{t("noTrend")}</p>;
          if (second === undefined)
            return (
              <>
                <Stages unit={unit} figures={figures} />
                <p class="small note">{t("trendTooShort").replace("{day}", showDay(first.at))}</p>
              </>
            );
          return (
            <>
              <TrendChart trend={rollup} />
              <details>
                <summary>{t("chartTable")}</summary>
                <TrendTable trend={rollup} />
              </details>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

type TrendSeries = TrendAnswer["rollup"];

function TrendChart({ trend }: { trend: TrendSeries }) {
  const { language } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const text = JSON.stringify(trend);
  // biome-ignore lint/correctness/useExhaustiveDependencies: text stands for trend, which is a new object at every answer.
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    import("./trend-drawing.ts").then(({ drawTrend }) => {
      if (!gone && place.current !== null) stop = drawTrend(place.current, trend, language);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [text, language]);
  return <div class="chart" ref={place} aria-hidden="true" />;
}

function TrendTable({ trend }: { trend: TrendSeries }) {
  const { language, t } = useWords();
  const zh = language === "zh";
  const show = (point: Point | undefined) => (point?.value == null ? "—" : String(point.value));
  return (
    <ScrollBox label={t("chartTable")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("date")}</th>
            <th scope="col">{zh ? "问题数" : "Problems"}</th>
            <th scope="col">{zh ? "已销号" : "Closed"}</th>
            <th scope="col">{zh ? "逾期" : "Overdue"}</th>
          </tr>
        </thead>
        <tbody>
          {trend.problems.map((point, index) => (
            <tr key={point.at}>
              <th scope="row">{showDay(point.at)}</th>
              <td>{show(point)}</td>
              <td>{show(trend.closed[index])}</td>
              <td>{show(trend.overdue[index])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
