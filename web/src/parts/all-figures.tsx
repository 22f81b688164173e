import { indicators } from "../../../core/rollup/indicators.ts";
import type { Figure } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Star } from "./star.tsx";

/** Every figure there is of a unit, in the order of the 汇总表; each leads to what stands behind it. */
export function AllFigures({ unit, figures }: { unit: string; figures: readonly Figure[] }) {
  const { language, t } = useWords();
  const of = new Map(figures.map((figure) => [figure.key, figure]));
  return (
    <section class="panel wide" aria-labelledby="all-figures">
      <details>
        <summary>
          <h2 id="all-figures">{t("allFigures")}</h2>
        </summary>
        <ul class="all-figures">
          {[...indicators.values()].map(({ key, name, english, formula }) => (
            <li key={key}>
              <a href={renderRoute({ page: "figure", unit, key })} title={`${t("formula")}${formula}`}>
                <span>{language === "zh" ? name : english}</span>
                <strong>
                  {of.get(key)?.text ?? "—"}
                  <Star figure={of.get(key)} />
                </strong>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
