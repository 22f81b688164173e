import { type IndicatorKey, indicatorOf } from "../../../core/rollup/indicators.ts";
import type { Figure } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** One headline figure: its text, how it moved since the end of last month, and what it is made of. */
export function FigureCard({
  unit,
  figure,
  before,
  fraction,
}: {
  unit: string;
  figure: Figure;
  /** The figure at the end of last month; null where there is no such month to compare with. */
  before: Figure | null;
  fraction?: string;
}) {
  const { language, t } = useWords();
  const indicator = indicatorOf(figure.key as IndicatorKey);
  const name = language === "zh" ? indicator.name : indicator.english;
  const missing = figure.value === null;
  return (
    <li class={`figure ${missing ? "unreported" : ""}`}>
      <a href={renderRoute({ page: "figure", unit, key: figure.key })} title={`${t("formula")}${indicator.formula}`}>
        <span class="figure-name">{name}</span>
        <span class="figure-value">
          {figure.text}
          {figure.partial && (
            <span class="partial" title={t("partial")}>
              {t("partialMark")}
            </span>
          )}
        </span>
        {fraction !== undefined && <span class="figure-fraction">{fraction}</span>}
        <span class="figure-change">{missing ? t("notReported") : <Movement figure={figure} before={before} />}</span>
      </a>
    </li>
  );
}

function Movement({ figure, before }: { figure: Figure; before: Figure | null }) {
  const { t } = useWords();
  if (figure.value === null || before === null) return null;
  if (before.value === null) return <>{t("noBefore")}</>;
  const difference = figure.value - before.value;
  if (Math.abs(difference) < 0.0005) return <>{`${t("sinceLast")} ${t("unchanged")}`}</>;
  const rate = figure.text.endsWith("%");
  // A rate that rises from 10 % to 15 % has risen by 5 points, not by 5 %.
  const size = rate
    ? t("points").replace("{points}", Math.abs(difference * 100).toFixed(1))
    : String(Math.abs(difference));
  return <>{`${t("sinceLast")} ${difference > 0 ? "+" : "−"}${size}`}</>;
}
