import type { Config } from "../config.ts";
import type { ViewerAnswer } from "../queries.ts";
import { type Route, renderRoute } from "../route.ts";
import { pick, roleWords, useWords } from "../words.ts";
import { IdentityForm } from "./identity-form.tsx";

interface Props {
  readonly config: Config;
  readonly viewer: ViewerAnswer["viewer"];
  readonly route: Route;
  readonly onLanguage: () => void;
  readonly onSwitch: () => void;
  readonly onSignOut: () => void;
}

/** Name, main pages, who is asking, language. */
export function TopBar({ config, viewer, route, onLanguage, onSwitch, onSignOut }: Props) {
  const { language, t } = useWords();
  const links = [
    { route: { page: "home" }, word: "overview", here: ["home", "unit", "figure"] },
    { route: { page: "inbox" }, word: "inbox", here: ["inbox"] },
    { route: { page: "sheets" }, word: "sheets", here: ["sheets", "sheet"] },
  ] as const;
  return (
    <header class="top">
      <a class="brand" href={renderRoute({ page: "home" })}>
        {t("title")}
      </a>
      <nav aria-label={t("title")}>
        {links.map((link) => (
          <a
            key={link.word}
            href={renderRoute(link.route)}
            aria-current={(link.here as readonly string[]).includes(route.page) ? "page" : undefined}
          >
            {t(link.word)}
          </a>
        ))}
      </nav>
      <details class="who">
        <summary>
          {viewer.unit.name} · {pick(language, roleWords[viewer.role]) || viewer.role}
        </summary>
        <div class="who-menu">
          {config.signIn === "local" ? (
            <IdentityForm onDone={onSwitch} />
          ) : (
            <button type="button" onClick={onSignOut}>
              {t("signOut")}
            </button>
          )}
        </div>
      </details>
      <button type="button" class="plain" lang={language === "zh" ? "en" : "zh-CN"} onClick={onLanguage}>
        {t("language")}
      </button>
    </header>
  );
}
