import { type IndicatorKey, lookOf } from "../../../core/rollup/indicators.ts";
import type { Figure } from "../queries.ts";
import { useWords } from "../words.ts";

/** What a rate or an average is made of; nothing for a count and where there is no figure. */
export function Fraction({ figure }: { figure: Figure | undefined }) {
  const { t } = useWords();
  if (figure?.fraction == null || figure.value === null) return null;
  const { part, whole, text } = figure.fraction;
  const average = lookOf(figure.key as IndicatorKey) === "AVERAGE";
  return (
    <span class="fraction">
      {average ? t("daysOverItems").replace("{days}", String(part)).replace("{items}", String(whole)) : text}
    </span>
  );
}
