import { type IndicatorKey, indicatorOf, lookOf } from "../../../core/rollup/indicators.ts";
import type { Figure } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Fraction } from "./fraction.tsx";

/** One headline figure: its text, how it moved since the end of last month, and what it is made of. */
export function FigureCard({
  unit,
  figure,
  before,
}: {
  unit: string;
  figure: Figure;
  /** The figure at the end of last month; null where there is no such month to compare with. */
  before: Figure | null;
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
          <FigureUnit figure={figure} />
          {figure.partial && (
            <span class="partial" title={t("partial")}>
              {t("partialMark")}
            </span>
          )}
        </span>
        <Fraction figure={figure} />
        <span class="figure-change">
          {missing ? (
            t(figure.fraction === null ? "notReported" : "zeroWhole")
          ) : (
            <Movement figure={figure} before={before} />
          )}
        </span>
      </a>
    </li>
  );
}

/** An average says what it is of; counts and rates are told by their names. */
export function FigureUnit({ figure }: { figure: Figure }) {
  const { t } = useWords();
  if (figure.value === null || lookOf(figure.key as IndicatorKey) !== "AVERAGE") return null;
  return <span class="figure-unit"> {t("days")}</span>;
}

function Movement({ figure, before }: { figure: Figure; before: Figure | null }) {
  const { t } = useWords();
  if (figure.value === null || before === null) return null;
  if (before.value === null) return <>{t("noBefore")}</>;
  const difference = figure.value - before.value;
  if (Math.abs(difference) < 0.0005) return <>{`${t("sinceLast")} ${t("unchanged")}`}</>;
  const size = Math.abs(difference);
  // A rate that rises from 10 % to 15 % has risen by 5 points, not by 5 %.
  const shown = {
    COUNT: String(size),
    RATE: t("points").replace("{points}", (size * 100).toFixed(1)),
    AVERAGE: `${size.toFixed(1)} ${t("days")}`,
  }[lookOf(figure.key as IndicatorKey)];
  return <>{`${t("sinceLast")} ${difference > 0 ? "+" : "−"}${shown}`}</>;
}
