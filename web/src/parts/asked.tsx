import type { ComponentChildren } from "preact";
import type { Asked } from "../api.ts";
import { useWords } from "../words.ts";
import { NotFound } from "./not-found.tsx";

/** A part of a page that waits for its answer, or says why there is none. */
export function Answered<T>({
  asked,
  children,
}: {
  asked: Asked<T>;
  children: (data: T) => ComponentChildren;
}): ComponentChildren {
  const { t } = useWords();
  if (asked.data !== null) return children(asked.data);
  if (asked.error === null) {
    return (
      <p class="waiting" role="status">
        {t("loading")}
      </p>
    );
  }
  if (asked.error.code === "NOT_FOUND") return <NotFound />;
  return (
    <div class="failed" role="alert">
      <p>{t("failed")}</p>
      <p class="small">{asked.error.message}</p>
      <button type="button" onClick={asked.reload}>
        {t("retry")}
      </button>
    </div>
  );
}
