import type { Figure } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { categoryWords, pick, useWords } from "../words.ts";
import { Bar } from "./bar.tsx";
import { Star } from "./star.tsx";

const categories = ["DEVELOPMENT", "LIVELIHOOD", "RISK", "PARTY_BUILDING", "OTHER"];

/** Problems by category as bars that are also a list of links. */
export function Categories({ unit, figures }: { unit: string; figures: readonly Figure[] }) {
  const { language, t } = useWords();
  const of = (key: string) => figures.find((figure) => figure.key === key);
  const total = of("PROBLEMS")?.value ?? 0;
  const rows = categories.map((category) => ({ category, figure: of(`PROBLEMS_${category}`) }));
  const known = rows.reduce((sum, { figure }) => sum + (figure?.value ?? 0), 0);
  const rest = total - known;
  return (
    <section class="panel" aria-labelledby="categories">
      <h2 id="categories">{t("byCategory")}</h2>
      <ul class="bars">
        {rows.map(({ category, figure }) => (
          <li key={category}>
            <a href={renderRoute({ page: "figure", unit, key: `PROBLEMS_${category}` })}>
              <span class="bar-name">{pick(language, categoryWords[category])}</span>
              <span class="bar-value">
                {figure?.text ?? "—"}
                <Star figure={figure} />
              </span>
              <Bar share={total > 0 ? (figure?.value ?? 0) / total : 0} />
            </a>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <span class="bar-name">{t("uncategorised")}</span>
            <span class="bar-value">{rest}</span>
            <Bar share={rest / total} />
          </li>
        )}
      </ul>
    </section>
  );
}
