import { useState } from "preact/hooks";
import { localIdentity, signInLocally } from "../sign-in.ts";
import { pick, roleWords, useWords } from "../words.ts";

/** On one's own machine anybody may be anybody: choose a unit and a role. */
export function IdentityForm({ onDone }: { onDone: () => void }) {
  const { language, t } = useWords();
  const [failure, setFailure] = useState<string | null>(null);
  const now = localIdentity();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    try {
      await signInLocally({ unit: String(chosen.get("unit")).trim(), role: String(chosen.get("role")) });
      onDone();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form class="identity" onSubmit={submit}>
      <label for="identity-unit">{t("unitCode")}</label>
      <input id="identity-unit" name="unit" defaultValue={now.unit} autocomplete="off" spellcheck={false} />
      <label for="identity-role">{t("role")}</label>
      <select id="identity-role" name="role">
        {Object.entries(roleWords).map(([role, words]) => (
          <option key={role} value={role} selected={role === now.role}>
            {pick(language, words)}
          </option>
        ))}
      </select>
      <button type="submit" class="primary">
        {t("switchIdentity")}
      </button>
      {failure !== null && <p role="alert">{failure}</p>}
    </form>
  );
}
