import { type IndicatorKey, lookOf } from "../../../core/rollup/indicators.ts";
import type { Figure, FigureItemsAnswer } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Bar } from "./bar.tsx";
import { Fraction } from "./fraction.tsx";
import { Star } from "./star.tsx";

/** The units right below with their share of a figure, the largest first; a rate or an average has no shares, only its own bars. */
export function ByUnit({
  unit,
  total,
  parts,
}: {
  unit: string;
  total: Figure;
  parts: FigureItemsAnswer["rollup"]["children"];
}) {
  const { t } = useWords();
  const look = lookOf(total.key as IndicatorKey);
  const known = parts.reduce((sum, { indicators: [figure] }) => sum + (figure?.value ?? 0), 0);
  const own = look !== "COUNT" || total.value === null ? 0 : total.value - known;
  const longest = Math.max(0, ...parts.map(({ indicators: [figure] }) => figure?.value ?? 0));
  const whole = { COUNT: total.value ?? 0, RATE: 1, AVERAGE: longest }[look];
  const rows = [...parts].sort((a, b) => (b.indicators[0]?.value ?? -1) - (a.indicators[0]?.value ?? -1));
  return (
    <section class="panel wide" aria-labelledby="by-unit">
      <h2 id="by-unit">{t("byUnit")}</h2>
      <ul class="bars by-unit">
        {rows.map(({ unit: part, indicators: [figure] }) => (
          <li key={part.code}>
            <a href={renderRoute({ page: "figure", unit: part.code, key: total.key })}>
              <span class="bar-name">{part.name}</span>
              <span class="bar-value">
                <Fraction figure={figure} /> {figure?.text ?? "—"}
                <Star figure={figure} />
              </span>
              <Bar share={whole > 0 ? (figure?.value ?? 0) / whole : 0} />
            </a>
          </li>
        ))}
        {own > 0 && (
          <li key={unit}>
            <span class="bar-name">{t("ownPart")}</span>
            <span class="bar-value">{own}</span>
            <Bar share={own / whole} />
          </li>
        )}
      </ul>
    </section>
  );
}
