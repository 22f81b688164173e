import { showMoment } from "../dates.ts";
import type { HistoryLine } from "../queries.ts";
import { sayValue, useWords } from "../words.ts";

/** Who changed what, when and from which side, newest first. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  const { language, t } = useWords();
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
                <time dateTime={line.at}>{showMoment(line.at)}</time> · {sayValue(language, line.side)} · {line.actor}
              </p>
              <p>
                {line.field !== null && <strong>{line.field}</strong>}{" "}
                {line.before !== null && <del>{line.before}</del>} {line.after !== null && <ins>{line.after}</ins>}
              </p>
              {line.reason !== null && <p class="small">{line.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
