import { showMoment } from "../dates.ts";
import type { HistoryLine } from "../queries.ts";
import { historyWords, pick, sayValue, useWords } from "../words.ts";
import { More } from "./more.tsx";

/** Who changed what, when and from which side, newest first. */
export function History({
  lines,
  headers,
  more,
}: {
  lines: readonly HistoryLine[];
  headers: ReadonlyMap<string, string>;
  more: (() => void) | null;
}) {
  const { language, t } = useWords();
  const word = (value: string) => pick(language, historyWords[value]) || value;
  return (
    <section class="panel wide" aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      {lines.length === 0 ? (
        <p class="small">{t("noHistory")}</p>
      ) : (
        <ol class="history">
          {lines.map((line) => (
            <li key={line.id}>
              <p class="small">
                <time dateTime={line.at}>{showMoment(line.at)}</time> · {sayValue(language, line.side)}
                {!line.actor.startsWith("sheet:") && <> · {line.actor}</>}
              </p>
              <p>
                {line.field !== null && <strong>{headers.get(line.field) ?? word(line.field)}</strong>}{" "}
                {line.before !== null && <del>{word(line.before)}</del>}{" "}
                {line.after !== null && <ins>{word(line.after)}</ins>}
              </p>
              {line.reason !== null && <p class="small">{line.reason}</p>}
            </li>
          ))}
        </ol>
      )}
      <More more={more} />
    </section>
  );
}
