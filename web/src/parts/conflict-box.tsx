import { useState } from "preact/hooks";
import { useApi } from "../api.ts";
import { showMoment } from "../dates.ts";
import { settleConflict } from "../mutations.ts";
import type { ConflictShown } from "../queries.ts";
import { useWords } from "../words.ts";

/** One cell that both sides changed: both values, and a button for each to whoever may choose. */
export function ConflictBox({ conflict }: { conflict: ConflictShown }) {
  const { t } = useWords();
  const api = useApi();
  const [message, setMessage] = useState<string | null>(null);
  const choose = async (side: "SHEET" | "API") => setMessage(await settleConflict(api, conflict.id, side));
  return (
    <div class="conflict">
      <h3>
        {conflict.header} <span class="small">{showMoment(conflict.openedAt)}</span>
      </h3>
      <dl class="sides">
        <div class={conflict.shown === "SHEET" ? "shown" : ""}>
          <dt>{t("sheetValue")}</dt>
          <dd>{conflict.sheetValue ?? t("empty")}</dd>
        </div>
        <div class={conflict.shown === "API" ? "shown" : ""}>
          <dt>{t("storeValue")}</dt>
          <dd>{conflict.storeValue ?? t("empty")}</dd>
        </div>
      </dl>
      {conflict.sheetReadOnly !== null && <p class="small">{conflict.sheetReadOnly}</p>}
      {conflict.viewerCanSettle ? (
        <p class="buttons">
          <button type="button" onClick={() => choose("SHEET")}>
            {t("useSheet")}
          </button>
          {conflict.sheetReadOnly === null && (
            <button type="button" onClick={() => choose("API")}>
              {t("useStore")}
            </button>
          )}
        </p>
      ) : (
        <p class="small">{t("settleBy")}</p>
      )}
      {message !== null && (
        <p class="small" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
