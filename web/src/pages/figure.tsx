import { useEffect, useState } from "preact/hooks";
import { type IndicatorKey, indicators } from "../../../core/rollup/indicators.ts";
import { useAsk } from "../api.ts";
import { Answered } from "../parts/asked.tsx";
import { ItemTable } from "../parts/item-table.tsx";
import { type FigureItemsAnswer, figureItemsQuery, type ItemLine } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** Items asked for at once. */
const pageItems = 50;

/** What stands behind one figure of one unit. */
export function FigurePage({ unit, indicator: key }: { unit: string; indicator: string }) {
  const { language, t } = useWords();
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly ItemLine[]>([]);
  const asked = useAsk<FigureItemsAnswer>(figureItemsQuery, { unit, key, first: pageItems, after });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure starts from its first page.
  useEffect(() => {
    setAfter(null);
    setEarlier([]);
  }, [unit, key]);
  const indicator = indicators.get(key as IndicatorKey);
  return (
    <Answered asked={asked}>
      {({ unit: found, rollup }) => {
        const figure = rollup.indicators[0];
        const items = figure?.items ?? null;
        return (
          <>
            <header class="page-head">
              <a class="up" href={renderRoute({ page: "unit", unit })}>
                ← {found?.name ?? unit}
              </a>
              <h1>
                {(language === "zh" ? indicator?.name : indicator?.english) ?? key}{" "}
                <span class="figure-value">{figure?.text}</span>
                {figure?.partial && <span class="partial">{t("partial")}</span>}
              </h1>
              <p class="small">
                {t("formula")}：{indicator?.formula}
              </p>
            </header>
            {items === null ? (
              <p>{t("noList")}</p>
            ) : (
              <section class="panel wide" aria-label={t("items")}>
                {earlier.length + items.nodes.length === 0 ? (
                  <p>{t("noItems")}</p>
                ) : (
                  <ItemTable items={[...earlier, ...items.nodes]} />
                )}
                {items.pageInfo.hasNextPage && (
                  <button
                    type="button"
                    onClick={() => {
                      setEarlier([...earlier, ...items.nodes]);
                      setAfter(items.pageInfo.endCursor);
                    }}
                  >
                    {t("more")}
                  </button>
                )}
              </section>
            )}
          </>
        );
      }}
    </Answered>
  );
}
