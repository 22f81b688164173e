import type { Figure } from "../queries.ts";
import { useWords } from "../words.ts";

/** The mark of a sum to which some unit has not reported, where there is no room for the word. */
export function Star({ figure }: { figure: Figure | undefined }) {
  const { t } = useWords();
  if (!figure?.partial) return null;
  return (
    <span class="star" role="img" aria-label={t("partial")} title={t("partial")}>
      *
    </span>
  );
}
