import { useState } from "preact/hooks";
import { useApi, useAsk } from "../api.ts";
import { showMoment } from "../dates.ts";
import { releaseBrake, syncNow } from "../mutations.ts";
import { Answered } from "../parts/asked.tsx";
import { ConflictBox } from "../parts/conflict-box.tsx";
import { NotFound } from "../parts/not-found.tsx";
import { ScrollBox } from "../parts/scroll-box.tsx";
import { SheetLink } from "../parts/sheet-link.tsx";
import { type SheetAnswer, sheetQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { sayValue, useWords } from "../words.ts";

type Sheet = NonNullable<SheetAnswer["spreadsheet"]>;

/** One spreadsheet: its brake, its conflicts, what could not be read, and its passes. */
export function SheetPage({ id }: { id: string }) {
  const { language, t } = useWords();
  const api = useApi();
  const [message, setMessage] = useState<string | null>(null);
  const asked = useAsk<SheetAnswer>(sheetQuery, { id });
  return (
    <Answered asked={asked}>
      {({ spreadsheet: sheet }) =>
        sheet === null ? (
          <NotFound />
        ) : (
          <>
            <header class="page-head">
              <a class="up" href={renderRoute({ page: "sheets" })}>
                ← {t("sheets")}
              </a>
              <h1>{sheet.title ?? sheet.spreadsheetId}</h1>
              <p>
                <span class={`chip sheet-${sheet.state.toLowerCase()}`}>{sayValue(language, sheet.state)}</span>{" "}
                <a href={renderRoute({ page: "unit", unit: sheet.unit.code })}>{sheet.unit.name}</a>
                <SheetLink spreadsheetId={sheet.spreadsheetId} word="openSheet" />
              </p>
              {sheet.viewerCanSync && (
                <p class="buttons">
                  <button type="button" onClick={async () => setMessage((await syncNow(api, id)) ?? t("done"))}>
                    {t("syncNow")}
                  </button>
                </p>
              )}
              <p class="small" role="status">
                {message}
              </p>
            </header>
            {sheet.reason !== null && (
              <section class="panel wide warn" aria-label={t("sheetState")}>
                <p>{sheet.reason}</p>
                {sheet.brakedPass !== null && !sheet.viewerCanRelease && <p class="small">{t("releaseBy")}</p>}
                {sheet.brakedPass !== null && sheet.viewerCanRelease && (
                  <>
                    <p class="small">{t("releaseAsk")}</p>
                    <button
                      type="button"
                      class="primary"
                      onClick={async () =>
                        setMessage((await releaseBrake(api, id, sheet.brakedPass ?? "")) ?? t("done"))
                      }
                    >
                      {t("release")}
                    </button>
                  </>
                )}
              </section>
            )}
            <Conflicts sheet={sheet} />
            <Problems sheet={sheet} />
            <Passes sheet={sheet} />
          </>
        )
      }
    </Answered>
  );
}

function Conflicts({ sheet }: { sheet: Sheet }) {
  const { t } = useWords();
  return (
    <section class="panel wide" aria-labelledby="conflicts">
      <h2 id="conflicts">{t("conflicts")}</h2>
      {sheet.conflicts.length === 0 && <p class="small">{t("noConflicts")}</p>}
      {sheet.conflicts.map((conflict) => (
        <div key={conflict.id}>
          {conflict.item.code && (
            <a href={renderRoute({ page: "item", code: conflict.item.code })}>
              {conflict.item.description ?? conflict.item.title ?? conflict.item.code}
            </a>
          )}
          <ConflictBox conflict={conflict} />
        </div>
      ))}
    </section>
  );
}

function Problems({ sheet }: { sheet: Sheet }) {
  const { t } = useWords();
  if (sheet.problems.length === 0) return null;
  return (
    <section class="panel wide" aria-labelledby="problems">
      <h2 id="problems">{t("problemCount")}</h2>
      <ScrollBox label={t("problemCount")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("tab")}</th>
              <th scope="col">{t("cell")}</th>
              <th scope="col">{t("text")}</th>
              <th scope="col">{t("problem")}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.problems.map(({ tab, cell, text, message }) => (
              <tr key={`${tab} ${cell} ${message}`}>
                <td>{tab}</td>
                <td>{cell}</td>
                <td class="typed">{text}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Passes({ sheet }: { sheet: Sheet }) {
  const { language, t } = useWords();
  return (
    <section class="panel wide" aria-labelledby="passes">
      <h2 id="passes">{t("passes")}</h2>
      <ScrollBox label={t("passes")}>
        <table class="passes">
          <thead>
            <tr>
              <th scope="col">{t("started")}</th>
              <th scope="col">{t("outcome")}</th>
              <th scope="col">{t("rows")}</th>
              <th scope="col">{t("fromSheet")}</th>
              <th scope="col">{t("toSheet")}</th>
              <th scope="col">{t("conflictCount")}</th>
              <th scope="col">{t("problemCount")}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.passes.nodes.map((pass) => (
              <tr key={pass.id}>
                <th scope="row">{showMoment(pass.startedAt)}</th>
                <td>
                  {sayValue(language, pass.outcome)}
                  {pass.reason !== null && <span class="small"> {pass.reason}</span>}
                </td>
                <td>{pass.rowsRead}</td>
                <td>{pass.toStore}</td>
                <td>{pass.toSheet}</td>
                <td>{pass.conflicts}</td>
                <td>{pass.problems}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
