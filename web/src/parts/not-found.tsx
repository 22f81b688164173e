import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** What does not exist and what the viewer may not see look the same. */
export function NotFound() {
  const { t } = useWords();
  return (
    <header class="page-head">
      <h1>{t("notFound")}</h1>
      <a href={renderRoute({ page: "home" })}>{t("overview")}</a>
    </header>
  );
}
