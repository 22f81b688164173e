import { useState } from "preact/hooks";
import { useAsk } from "../api.ts";
import { showMoment } from "../dates.ts";
import { Answered } from "../parts/asked.tsx";
import { ScrollBox } from "../parts/scroll-box.tsx";
import { type SheetsAnswer, sheetsQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { sayValue, useWords } from "../words.ts";

/** Spreadsheets asked for at once. */
const pageSheets = 50;

/** Every spreadsheet the viewer may see and how its last pass went. */
export function Sheets() {
  const { language, t } = useWords();
  const [after, setAfter] = useState<string | null>(null);
  const asked = useAsk<SheetsAnswer>(sheetsQuery, { first: pageSheets, after });
  return (
    <>
      <header class="page-head">
        <h1>{t("sheets")}</h1>
      </header>
      <Answered asked={asked}>
        {({ spreadsheets }) => (
          <section class="panel wide" aria-label={t("sheets")}>
            {spreadsheets.nodes.length === 0 ? (
              <p>{t("noSheets")}</p>
            ) : (
              <ScrollBox label={t("sheets")}>
                <table class="items">
                  <thead>
                    <tr>
                      <th scope="col">{t("spreadsheet")}</th>
                      <th scope="col">{t("unit")}</th>
                      <th scope="col">{t("sheetState")}</th>
                      <th scope="col">{t("lastPass")}</th>
                      <th scope="col">{t("rows")}</th>
                      <th scope="col">{t("conflictCount")}</th>
                      <th scope="col">{t("problemCount")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {spreadsheets.nodes.map((sheet) => (
                      <tr key={sheet.spreadsheetId}>
                        <th scope="row">
                          <a href={renderRoute({ page: "sheet", id: sheet.spreadsheetId })}>
                            {sheet.title ?? sheet.spreadsheetId}
                          </a>
                        </th>
                        <td data-label={t("unit")}>{sheet.unit.name}</td>
                        <td data-label={t("sheetState")}>
                          <span class={`chip sheet-${sheet.state.toLowerCase()}`}>
                            {sayValue(language, sheet.state)}
                          </span>
                        </td>
                        <td data-label={t("lastPass")}>
                          {sheet.lastPass === null
                            ? t("never")
                            : `${showMoment(sheet.lastPass.startedAt)} ${sayValue(language, sheet.lastPass.outcome)}`}
                        </td>
                        <td data-label={t("rows")}>{sheet.lastPass?.rowsRead ?? "—"}</td>
                        <td data-label={t("conflictCount")}>{sheet.lastPass?.conflicts ?? "—"}</td>
                        <td data-label={t("problemCount")}>{sheet.lastPass?.problems ?? "—"}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            )}
            {spreadsheets.pageInfo.hasNextPage && (
              <button type="button" onClick={() => setAfter(spreadsheets.pageInfo.endCursor)}>
                {t("more")}
              </button>
            )}
          </section>
        )}
      </Answered>
    </>
  );
}
