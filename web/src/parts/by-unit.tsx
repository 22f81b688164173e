import type { Figure, FigureItemsAnswer } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Bar } from "./bar.tsx";
import { Star } from "./star.tsx";

/** The units right below with their share of a figure, the largest first; a rate has no shares, only its own bars. */
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
  const rate = total.text.endsWith("%");
  const known = parts.reduce((sum, { indicators: [figure] }) => sum + (figure?.value ?? 0), 0);
  const own = rate || total.value === null ? 0 : total.value - known;
  const whole = rate ? 1 : (total.value ?? 0);
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
                {figure?.text ?? "—"}
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
