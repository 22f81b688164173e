import { entryKindBehind, kindsBehind } from "../../../core/rollup/behind.ts";
import { type IndicatorKey, indicators } from "../../../core/rollup/indicators.ts";
import { useAsk, usePages } from "../api.ts";
import { Answered } from "../parts/asked.tsx";
import { ByUnit } from "../parts/by-unit.tsx";
import { FigureUnit } from "../parts/figure-card.tsx";
import { Fraction } from "../parts/fraction.tsx";
import { ItemTable } from "../parts/item-table.tsx";
import { MissingUnits } from "../parts/missing-units.tsx";
import { More } from "../parts/more.tsx";
import { EntriesBehind, TopicsBehind } from "../parts/rows-behind.tsx";
import {
  type FigureItemsAnswer,
  figureItemsQuery,
  type ItemLine,
  type MissingAnswer,
  missingQuery,
} from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** Items asked for at once. */
const pageItems = 50;

/** Behind these stand units and no items. */
const reporting: ReadonlySet<string> = new Set(["REPORTING_RATE", "UNITS_EXPECTED", "UNITS_REPORTED"]);

/** What stands behind one figure of one unit: the units it is made of, and the entries it counts or who is missing. */
export function FigurePage({ unit, indicator: key }: { unit: string; indicator: string }) {
  const { language, t } = useWords();
  const asked = usePages<FigureItemsAnswer, ItemLine>(
    figureItemsQuery,
    { unit, key, first: pageItems },
    ({ rollup }) => rollup.indicators[0]?.items ?? null,
  );
  const missing = useAsk<MissingAnswer>(reporting.has(key) ? missingQuery : null, { unit });
  const indicator = indicators.get(key as IndicatorKey);
  const kinds = kindsBehind(key as IndicatorKey);
  return (
    <Answered asked={asked}>
      {({ first: { unit: found, rollup }, nodes, more }) => {
        const figure = rollup.indicators[0];
        return (
          <>
            <header class="page-head">
              <a class="up" href={renderRoute({ page: "unit", unit })}>
                ← {found?.name ?? unit}
              </a>
              <h1>
                {(language === "zh" ? indicator?.name : indicator?.english) ?? key}{" "}
                <span class="figure-value">
                  {figure?.text}
                  {figure && <FigureUnit figure={figure} />}
                </span>{" "}
                <Fraction figure={figure} /> {figure?.partial && <span class="partial">{t("partial")}</span>}
              </h1>
              <p class="small">
                {t("formula")}
                <span lang="zh-CN">{indicator?.formula}</span>
              </p>
            </header>
            {figure && rollup.children.length > 0 && <ByUnit total={figure} unit={unit} parts={rollup.children} />}
            {reporting.has(key) && (
              <Answered asked={missing}>
                {({ rollup: { missingUnits } }) => <MissingUnits units={missingUnits} />}
              </Answered>
            )}
            {figure?.items != null && (nodes.length > 0 || kinds.length === 1) && (
              <section class="panel wide" aria-labelledby="items">
                <h2 id="items">{t("items")}</h2>
                {nodes.length === 0 ? <p class="small">{t("noItems")}</p> : <ItemTable items={nodes} />}
                <More more={more} />
              </section>
            )}
            {kinds.includes("topic") && <TopicsBehind unit={unit} indicator={key} alone={kinds.length === 1} />}
            {entryKindBehind(key as IndicatorKey) !== null && (
              <EntriesBehind unit={unit} indicator={key} alone={kinds.length === 1} />
            )}
          </>
        );
      }}
    </Answered>
  );
}
