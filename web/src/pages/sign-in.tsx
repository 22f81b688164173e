import type { Config } from "../config.ts";
import { IdentityForm } from "../parts/identity-form.tsx";
import { startSignIn } from "../sign-in.ts";
import { useWords } from "../words.ts";

/** Shown to those who are not signed in. */
export function SignIn({ config, failure, onDone }: { config: Config; failure: string | null; onDone: () => void }) {
  const { t } = useWords();
  return (
    <main class="sign-in">
      <h1>{t("title")}</h1>
      {failure !== null && <p role="alert">{failure}</p>}
      {config.signIn === "local" ? (
        <IdentityForm onDone={onDone} />
      ) : (
        <>
          <p>{t("signInHint")}</p>
          <button type="button" class="primary" onClick={() => startSignIn(config)}>
            {t("signIn")}
          </button>
        </>
      )}
    </main>
  );
}
