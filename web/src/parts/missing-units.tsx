import type { UnitRef } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** Who has not reported this month, each a way to its page. */
export function MissingUnits({ units }: { units: readonly UnitRef[] }) {
  const { t } = useWords();
  return (
    <section class="panel wide" aria-labelledby="missing">
      <h2 id="missing">
        {t("missing")} {units.length > 0 && <span class="count">{units.length}</span>}
      </h2>
      {units.length === 0 ? (
        <p class="small">{t("noMissing")}</p>
      ) : (
        <ul class="chips">
          {units.map(({ code, name }) => (
            <li key={code}>
              <a href={renderRoute({ page: "unit", unit: code })}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
