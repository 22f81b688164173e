import { useAsk } from "../api.ts";
import { endOfLastMonth, showMoment } from "../dates.ts";
import { lightOf } from "../light.ts";
import { AllFigures } from "../parts/all-figures.tsx";
import { Answered } from "../parts/asked.tsx";
import { Categories } from "../parts/categories.tsx";
import { FigureCard } from "../parts/figure-card.tsx";
import { Light } from "../parts/light.tsx";
import { NotFound } from "../parts/not-found.tsx";
import { Ranking } from "../parts/ranking.tsx";
import { SheetLink } from "../parts/sheet-link.tsx";
import { Trend } from "../parts/trend-chart.tsx";
import { type Figure, type OverviewAnswer, overviewQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** Headline figures in their order; a rate names the counts it is made of. */
const headlines: readonly { readonly key: string; readonly part?: string; readonly whole?: string }[] = [
  { key: "TOPICS" },
  { key: "SURVEYS" },
  { key: "OPINIONS" },
  { key: "PROBLEMS" },
  { key: "MEASURES" },
  { key: "ON_SITE" },
  { key: "SUBMITTED" },
  { key: "CLOSED" },
  { key: "OPEN" },
  { key: "OVERDUE" },
  { key: "COMPLETION_RATE", part: "COMPLETED", whole: "PROBLEMS" },
  { key: "CLOSURE_RATE", part: "CLOSED", whole: "PROBLEMS" },
];
/** Those that are compared with the end of last month. */
const compared = headlines.map(({ key }) => key);

/** A unit at a glance: figures, where they are heading, what they are about, and who stands behind them. */
export function Overview({ unit }: { unit: string }) {
  const { t } = useWords();
  const asked = useAsk<OverviewAnswer>(overviewQuery, { unit, before: endOfLastMonth(Date.now()), compared });
  return (
    <Answered asked={asked}>
      {({ unit: found, rollup, before }) =>
        found === null ? (
          <NotFound />
        ) : (
          <>
            <header class="page-head">
              {found.parent && (
                <a class="up" href={renderRoute({ page: "unit", unit: found.parent.code })}>
                  ← {found.parent.name}
                </a>
              )}
              <h1>
                {found.name} <Light light={lightOf(rollup.indicators)} word />
              </h1>
              <p class="small">
                {t("asOf")} {showMoment(rollup.asOf)}
                {!comparable(before.indicators) && <> · {t("firstMonth")}</>}
              </p>
              <p class="small">
                <SheetLink spreadsheetId={found.summarySpreadsheet} word="openSummary" />
              </p>
            </header>
            <ul class="figures">
              {headlines.map(({ key, ...parts }) => (
                <Headline
                  key={key}
                  figureKey={key}
                  {...parts}
                  unit={unit}
                  now={rollup.indicators}
                  then={comparable(before.indicators) ? before.indicators : null}
                />
              ))}
            </ul>
            <p class="small legend-line">{t("legend")}</p>
            <div class="columns">
              <Trend unit={unit} figures={rollup.indicators} />
              <Categories unit={unit} figures={rollup.indicators} />
            </div>
            {found.children.nodes.length > 0 && <Ranking unit={unit} />}
            <AllFigures unit={unit} figures={rollup.indicators} />
            <section class="panel wide" aria-labelledby="missing">
              <h2 id="missing">
                {t("missing")}{" "}
                {rollup.missingUnits.length > 0 && <span class="count">{rollup.missingUnits.length}</span>}
              </h2>
              {rollup.missingUnits.length === 0 ? (
                <p class="small">{t("noMissing")}</p>
              ) : (
                <ul class="chips">
                  {rollup.missingUnits.map(({ code, name }) => (
                    <li key={code}>
                      <a href={renderRoute({ page: "unit", unit: code })}>{name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </>
        )
      }
    </Answered>
  );
}

interface HeadlineProps {
  readonly unit: string;
  readonly figureKey: string;
  readonly part?: string;
  readonly whole?: string;
  readonly now: readonly Figure[];
  /** null: there is nothing to compare with. */
  readonly then: readonly Figure[] | null;
}

/** Whether anything at all was counted by then. */
function comparable(figures: readonly Figure[]): boolean {
  return figures.some(({ value }) => value !== null);
}

function Headline({ unit, figureKey, part, whole, now, then }: HeadlineProps) {
  const find = (figures: readonly Figure[], key: string | undefined) => figures.find((figure) => figure.key === key);
  const figure = find(now, figureKey);
  if (figure === undefined) return null;
  const fraction = part && figure.value !== null ? `${find(now, part)?.text}/${find(now, whole)?.text}` : undefined;
  return (
    <FigureCard
      unit={unit}
      figure={figure}
      before={then === null ? null : (find(then, figureKey) ?? null)}
      {...(fraction === undefined ? {} : { fraction })}
    />
  );
}
