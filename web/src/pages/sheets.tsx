import { usePages } from "../api.ts";
import { showMoment } from "../dates.ts";
import { Answered } from "../parts/asked.tsx";
import { More } from "../parts/more.tsx";
import { ScrollBox } from "../parts/scroll-box.tsx";
import { type SheetLine, type SheetsAnswer, sheetsQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { sayValue, useWords } from "../words.ts";

/** Spreadsheets asked for at once. */
const pageSheets = 50;

/** Every spreadsheet the viewer may see and how its last pass went. */
export function Sheets() {
  const { language, t } = useWords();
  const asked = usePages<SheetsAnswer, SheetLine>(sheetsQuery, { first: pageSheets }, (answer) => answer.spreadsheets);
  return (
    <>
      <header class="page-head">
        <h1>{t("sheets")}</h1>
      </header>
      <Answered asked={asked}>
        {({ nodes, more }) => (
          <section class="panel wide" aria-label={t("sheets")}>
            <Health sheets={nodes} />
            {nodes.length === 0 ? (
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
                    {[...nodes].sort(worstFirst).map((sheet) => (
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
            <More more={more} />
          </section>
        )}
      </Answered>
    </>
  );
}

const states = ["BRAKED", "QUARANTINED", "UNREACHABLE", "PAUSED", "ACTIVE"];

/** What needs a person stands first. */
function worstFirst(a: SheetLine, b: SheetLine): number {
  return states.indexOf(a.state) - states.indexOf(b.state) || a.unit.code.localeCompare(b.unit.code);
}

/** How many spreadsheets are in each state. */
function Health({ sheets }: { sheets: readonly SheetLine[] }) {
  const { language } = useWords();
  const counted = states
    .map((state) => ({ state, count: sheets.filter((sheet) => sheet.state === state).length }))
    .filter(({ count }) => count > 0);
  return (
    <ul class="chips health">
      {counted.map(({ state, count }) => (
        <li key={state} class={`chip sheet-${state.toLowerCase()}`}>
          {sayValue(language, state)} {count}
        </li>
      ))}
    </ul>
  );
}
