import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiContext, makeApi, useAsk } from "./api.ts";
import { type Config, ConfigContext } from "./config.ts";
import { FigurePage } from "./pages/figure.tsx";
import { Inbox } from "./pages/inbox.tsx";
import { ItemPage } from "./pages/item.tsx";
import { Overview } from "./pages/overview.tsx";
import { SheetPage } from "./pages/sheet.tsx";
import { Sheets } from "./pages/sheets.tsx";
import { SignIn } from "./pages/sign-in.tsx";
import { Answered } from "./parts/asked.tsx";
import { LightLegend } from "./parts/light.tsx";
import { TopBar } from "./parts/top-bar.tsx";
import { UnitTree } from "./parts/unit-tree.tsx";
import { type ViewerAnswer, viewerQuery } from "./queries.ts";
import { type Route, useRoute } from "./route.ts";
import { ensureSignedIn, forgetToken } from "./sign-in.ts";
import { type Language, LanguageContext, say, useWords } from "./words.ts";

const languageKey = "ledger.language";

/** Everything on the page: who is asking, the bar at the top, the tree of units, and one page. */
export function App({ config }: { config: Config }) {
  const [language, setLanguage] = useState<Language>(localStorage.getItem(languageKey) === "en" ? "en" : "zh");
  const [signedIn, setSignedIn] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [session, setSession] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session is another API.
  const api = useMemo(() => makeApi(config.api, () => setSignedIn(false)), [config, session]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session signs in anew.
  useEffect(() => {
    ensureSignedIn(config).then(setSignedIn, (error: unknown) => {
      setFailure(String(error));
      setSignedIn(false);
    });
  }, [config, session]);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = say(language, "title");
    localStorage.setItem(languageKey, language);
  }, [language]);
  const restart = () => {
    setFailure(null);
    setSession(session + 1);
  };
  return (
    <LanguageContext.Provider value={language}>
      <ConfigContext.Provider value={config}>
        <ApiContext.Provider value={api}>
          {signedIn === null && <p class="waiting">{say(language, "loading")}</p>}
          {signedIn === false && <SignIn config={config} failure={failure} onDone={restart} />}
          {signedIn === true && (
            <Inside
              key={session}
              config={config}
              onLanguage={() => setLanguage(language === "zh" ? "en" : "zh")}
              onSwitch={restart}
              onSignOut={() => {
                forgetToken();
                setSignedIn(false);
              }}
            />
          )}
        </ApiContext.Provider>
      </ConfigContext.Provider>
    </LanguageContext.Provider>
  );
}

interface InsideProps {
  readonly config: Config;
  readonly onLanguage: () => void;
  readonly onSwitch: () => void;
  readonly onSignOut: () => void;
}

function Inside({ config, onLanguage, onSwitch, onSignOut }: InsideProps) {
  const { t } = useWords();
  const route = useRoute();
  const asked = useAsk<ViewerAnswer>(viewerQuery);
  const unit = "unit" in route ? route.unit : null;
  return (
    <Answered asked={asked}>
      {({ viewer }) => (
        <>
          <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
            {t("skip")}
          </button>
          <TopBar {...{ config, viewer, route, onLanguage, onSwitch, onSignOut }} />
          <div class="frame">
            <nav class="side" aria-label={t("units")}>
              <details open={matchMedia("(min-width: 60rem)").matches}>
                <summary>{t("showUnits")}</summary>
                <UnitTree root={viewer.unit.code} current={unit ?? (route.page === "home" ? viewer.unit.code : null)} />
                <LightLegend />
              </details>
            </nav>
            <main id="main" tabIndex={-1}>
              <Page route={route} home={viewer.unit.code} />
            </main>
          </div>
        </>
      )}
    </Answered>
  );
}

function Page({ route, home }: { route: Route; home: string }) {
  switch (route.page) {
    case "home":
      return <Overview key={home} unit={home} />;
    case "unit":
      return <Overview key={route.unit} unit={route.unit} />;
    case "figure":
      return <FigurePage key={`${route.unit} ${route.key}`} unit={route.unit} indicator={route.key} />;
    case "item":
      return <ItemPage key={route.code} code={route.code} />;
    case "sheets":
      return <Sheets />;
    case "sheet":
      return <SheetPage key={route.id} id={route.id} />;
    case "inbox":
      return <Inbox />;
  }
}
