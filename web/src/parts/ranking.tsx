import { useState } from "preact/hooks";
import { type IndicatorKey, indicatorOf } from "../../../core/rollup/indicators.ts";
import { useAsk } from "../api.ts";
import { lightOf } from "../light.ts";
import { type Figure, lightKeys, type RankingAnswer, rankingQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Answered } from "./asked.tsx";
import { Fraction } from "./fraction.tsx";
import { Light } from "./light.tsx";
import { ScrollBox } from "./scroll-box.tsx";
import { Star } from "./star.tsx";

/** Columns; a rate or an average is shown with its part and whole. */
const columns: readonly IndicatorKey[] = [
  "PROBLEMS",
  "COMPLETION_RATE",
  "CLOSURE_RATE",
  "LENIENT_RATE",
  "OVERDUE",
  "AVERAGE_DAYS",
  "ON_SITE",
  "TOPICS",
  "SURVEYS",
  "OPINIONS",
  "REPORTING_RATE",
];
const asked = [...new Set([...lightKeys, ...columns])];

/** The units right below, to be sorted by any figure. */
export function Ranking({ unit }: { unit: string }) {
  const { language, t } = useWords();
  const answer = useAsk<RankingAnswer>(rankingQuery, { unit, keys: asked });
  const [sortKey, setSortKey] = useState<IndicatorKey>("CLOSURE_RATE");
  const [rising, setRising] = useState(false);
  const sortBy = (key: IndicatorKey) => {
    setRising(key === sortKey ? !rising : false);
    setSortKey(key);
  };
  return (
    <section class="panel wide" aria-labelledby="ranking">
      <h2 id="ranking">{t("ranking")}</h2>
      <Answered asked={answer}>
        {({ rollup }) =>
          rollup.children.length === 0 ? (
            <p class="small">{t("noneBelow")}</p>
          ) : (
            <>
              <p class="small">{t("rankingHint")}</p>
              <ScrollBox label={t("ranking")}>
                <table class="ranking">
                  <thead>
                    <tr>
                      <th scope="col">{t("unit")}</th>
                      {columns.map((key) => (
                        <th
                          key={key}
                          scope="col"
                          aria-sort={key === sortKey ? (rising ? "ascending" : "descending") : undefined}
                        >
                          <button type="button" class="heading" onClick={() => sortBy(key)}>
                            {language === "zh" ? indicatorOf(key).name : indicatorOf(key).english}
                            <span aria-hidden="true">{key === sortKey ? (rising ? " ↑" : " ↓") : ""}</span>
                          </button>
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {sorted(rollup.children, sortKey, rising).map((child) => (
                      <tr key={child.unit.code}>
                        <th scope="row">
                          <a href={renderRoute({ page: "unit", unit: child.unit.code })}>
                            <Light light={lightOf(child.indicators)} />
                            {child.unit.name}
                          </a>
                          <span class="light-word" aria-hidden="true">
                            {t(lightOf(child.indicators))}
                          </span>
                        </th>
                        {columns.map((key) => (
                          <td
                            key={key}
                            class={key === "OVERDUE" && (amountOf(child.indicators, key) ?? 0) > 0 ? "late" : ""}
                          >
                            {textOf(child.indicators, key)}
                            <Star figure={find(child.indicators, key)} />
                            <Fraction figure={find(child.indicators, key)} />
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            </>
          )
        }
      </Answered>
    </section>
  );
}

const find = (figures: readonly Figure[], key: string) => figures.find((figure) => figure.key === key);
const amountOf = (figures: readonly Figure[], key: string) => find(figures, key)?.value ?? null;
const textOf = (figures: readonly Figure[], key: string) => find(figures, key)?.text ?? "—";

type Child = RankingAnswer["rollup"]["children"][number];

/** Units without the figure stand last, whichever way it is sorted. */
function sorted(children: readonly Child[], key: string, rising: boolean): readonly Child[] {
  return [...children].sort((a, b) => {
    const [left, right] = [amountOf(a.indicators, key), amountOf(b.indicators, key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return rising ? left - right : right - left;
  });
}
