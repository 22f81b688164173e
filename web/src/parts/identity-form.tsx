import { useState } from "preact/hooks";
import { localIdentity, signInLocally } from "../sign-in.ts";
import { pick, roleWords, useWords } from "../words.ts";

/** On one's own machine anybody may be anybody: choose a unit and a role. */
export function IdentityForm({ onDone }: { onDone: () => void }) {
  const { language, t } = useWords();
  const [identity, setIdentity] = useState(localIdentity);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      await signInLocally(identity);
      onDone();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form class="identity" onSubmit={submit}>
      <label for="identity-unit">{t("unitCode")}</label>
      <input
        id="identity-unit"
        value={identity.unit}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setIdentity({ ...identity, unit: event.currentTarget.value.trim() })}
      />
      <label for="identity-role">{t("role")}</label>
      <select
        id="identity-role"
        value={identity.role}
        onChange={(event) => setIdentity({ ...identity, role: event.currentTarget.value })}
      >
        {Object.entries(roleWords).map(([role, words]) => (
          <option key={role} value={role}>
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
