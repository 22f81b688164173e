import { useState } from "preact/hooks";
import { useApi } from "../api.ts";
import { steps, takeStep } from "../mutations.ts";
import type { ItemLine } from "../queries.ts";
import { useWords, type Word } from "../words.ts";

/** Buttons for what the viewer may do with an item now; a step that needs a reason asks for it in place. */
export function Procedure({ item }: { item: Pick<ItemLine, "code" | "version" | "actions"> }) {
  const { t } = useWords();
  const api = useApi();
  const [asking, setAsking] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const offered = item.actions.filter((action) => action in steps);
  const take = async (action: string) => {
    setBusy(true);
    const refused = await takeStep(api, action, item, reason.trim());
    setBusy(false);
    setMessage(refused ?? t("done"));
    if (refused === null) {
      setAsking(null);
      setReason("");
    }
  };
  const id = `reason-${item.code}`;
  return (
    <div class="procedure">
      {asking === null ? (
        <p class="buttons">
          {offered.map((action) => (
            <button
              key={action}
              type="button"
              class={action === "VERIFY" || action === "FILE" ? "primary" : ""}
              disabled={busy}
              onClick={() => (steps[action]?.reason ? setAsking(action) : take(action))}
            >
              {t(action as Word)}
            </button>
          ))}
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void take(asking);
          }}
        >
          <label for={id}>{asking === "RETURN" ? t("returnReason") : t("reason")}</label>
          <textarea
            id={id}
            rows={3}
            required
            minLength={asking === "RETURN" ? 10 : 1}
            maxLength={500}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <p class="buttons">
            <button type="submit" class="primary" disabled={busy}>
              {t(asking as Word)}
            </button>
            <button type="button" onClick={() => setAsking(null)}>
              {t("cancel")}
            </button>
          </p>
        </form>
      )}
      <p class="small" role="status">
        {message}
      </p>
    </div>
  );
}
