import { useWords } from "../words.ts";

/** Asks for the next page of a list; nothing when there is none. */
export function More({ more }: { more: (() => void) | null }) {
  const { t } = useWords();
  if (more === null) return null;
  return (
    <p class="more">
      <button type="button" onClick={more}>
        {t("more")}
      </button>
    </p>
  );
}
