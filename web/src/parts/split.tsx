import type { Figure } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { categoryWords, pick, sourceWords, useWords, type Word } from "../words.ts";
import { Bar } from "./bar.tsx";
import { Star } from "./star.tsx";

interface SplitProps {
  readonly unit: string;
  readonly figures: readonly Figure[];
}

export function Categories(props: SplitProps) {
  return <Split {...props} title="byCategory" prefix="PROBLEMS_" words={categoryWords} rest="uncategorised" />;
}

export function Sources(props: SplitProps) {
  return <Split {...props} title="bySource" prefix="PROBLEMS_FROM_" words={sourceWords} rest="noSource" />;
}

/** Problems by what they are about or where they come from, as bars that are also a list of links. */
function Split({
  unit,
  figures,
  title,
  prefix,
  words,
  rest: restWord,
}: SplitProps & {
  readonly title: "byCategory" | "bySource";
  /** Of the indicators, before the names in words. */
  readonly prefix: string;
  readonly words: Readonly<Record<string, readonly [string, string]>>;
  /** For problems that say nothing about it. */
  readonly rest: Word;
}) {
  const { language, t } = useWords();
  const of = (key: string) => figures.find((figure) => figure.key === key);
  const total = of("PROBLEMS")?.value ?? 0;
  const rows = Object.entries(words).map(([value, pair]) => ({ key: `${prefix}${value}`, name: pick(language, pair) }));
  const rest = total - rows.reduce((sum, { key }) => sum + (of(key)?.value ?? 0), 0);
  return (
    <section class="panel" aria-labelledby={title}>
      <h2 id={title}>{t(title)}</h2>
      <ul class="bars">
        {rows.map(({ key, name }) => (
          <li key={key}>
            <a href={renderRoute({ page: "figure", unit, key })}>
              <span class="bar-name">{name}</span>
              <span class="bar-value">
                {of(key)?.text ?? "—"}
                <Star figure={of(key)} />
              </span>
              <Bar share={total > 0 ? (of(key)?.value ?? 0) / total : 0} />
            </a>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <span class="bar-name">{t(restWord)}</span>
            <span class="bar-value">{rest}</span>
            <Bar share={rest / total} />
          </li>
        )}
      </ul>
    </section>
  );
}
