import type { Figure } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords, type Word } from "../words.ts";
import { Bar } from "./bar.tsx";
import { Star } from "./star.tsx";

const stages: readonly (readonly [key: string, word: Word])[] = [
  ["CLOSED", "stageClosed"],
  ["VERIFIED", "stageVerified"],
  ["SUBMITTED", "stageSubmitted"],
];

/** How far the problems are: closed, on their way to it, and the rest. */
export function Stages({ unit, figures }: { unit: string; figures: readonly Figure[] }) {
  const { t } = useWords();
  const of = (key: string) => figures.find((figure) => figure.key === key);
  const total = of("PROBLEMS")?.value ?? 0;
  const completed = of("COMPLETED")?.value ?? 0;
  return (
    <ul class="bars">
      {stages.map(([key, word]) => (
        <li key={key}>
          <a href={renderRoute({ page: "figure", unit, key })}>
            <span class="bar-name">{t(word)}</span>
            <span class="bar-value">
              {of(key)?.text ?? "—"}
              <Star figure={of(key)} />
            </span>
            <Bar share={total > 0 ? (of(key)?.value ?? 0) / total : 0} />
          </a>
        </li>
      ))}
      <li>
        <span class="bar-name">{t("stageOpen")}</span>
        <span class="bar-value">
          {total - completed}
          <Star figure={of("PROBLEMS")} />
        </span>
        <Bar share={total > 0 ? (total - completed) / total : 0} />
      </li>
    </ul>
  );
}
