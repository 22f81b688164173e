import { useAsk } from "../api.ts";
import { endOfLastMonth, showMoment } from "../dates.ts";
import { lightOf } from "../light.ts";
import { AllFigures } from "../parts/all-figures.tsx";
import { Answered } from "../parts/asked.tsx";
import { FigureCard } from "../parts/figure-card.tsx";
import { Light } from "../parts/light.tsx";
import { MissingUnits } from "../parts/missing-units.tsx";
import { NotFound } from "../parts/not-found.tsx";
import { Ranking } from "../parts/ranking.tsx";
import { SheetLink } from "../parts/sheet-link.tsx";
import { Categories, Sources } from "../parts/split.tsx";
import { Trend } from "../parts/trend-chart.tsx";
import { type Figure, type OverviewAnswer, overviewQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** Headline figures in their order: what there is, and how it is going. */
const counts = [
  "TOPICS",
  "SURVEYS",
  "OPINIONS",
  "PROBLEMS",
  "MEASURES",
  "ON_SITE",
  "SUBMITTED",
  "CLOSED",
  "OPEN",
  "STANDING",
  "DUE_SOON",
  "OVERDUE",
];
const rates = ["COMPLETION_RATE", "LENIENT_RATE", "CLOSURE_RATE", "ON_TIME_RATE", "AVERAGE_DAYS", "REPORTING_RATE"];
/** Those that are compared with the end of last month. */
const compared = [...counts, ...rates];

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
            {[
              { label: t("counts"), keys: counts },
              { label: t("rates"), keys: rates },
            ].map((group) => (
              <Headlines
                key={group.label}
                {...group}
                unit={unit}
                now={rollup.indicators}
                then={comparable(before.indicators) ? before.indicators : null}
              />
            ))}
            <p class="small legend-line">{t("legend")}</p>
            <Trend unit={unit} figures={rollup.indicators} />
            <div class="columns even">
              <Categories unit={unit} figures={rollup.indicators} />
              <Sources unit={unit} figures={rollup.indicators} />
            </div>
            {found.children.nodes.length > 0 && <Ranking unit={unit} />}
            <AllFigures unit={unit} figures={rollup.indicators} />
            <MissingUnits units={rollup.missingUnits} />
          </>
        )
      }
    </Answered>
  );
}

/** Whether anything at all was counted by then. */
function comparable(figures: readonly Figure[]): boolean {
  return figures.some(({ value }) => value !== null);
}

interface HeadlinesProps {
  readonly unit: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly now: readonly Figure[];
  /** null: there is nothing to compare with. */
  readonly then: readonly Figure[] | null;
}

function Headlines({ unit, label, keys, now, then }: HeadlinesProps) {
  const find = (figures: readonly Figure[], key: string) => figures.find((figure) => figure.key === key);
  const shown = keys.map((key) => find(now, key)).filter((figure) => figure !== undefined);
  return (
    <ul class="figures" aria-label={label}>
      {shown.map((figure) => (
        <FigureCard
          key={figure.key}
          unit={unit}
          figure={figure}
          before={then === null ? null : (find(then, figure.key) ?? null)}
        />
      ))}
    </ul>
  );
}
