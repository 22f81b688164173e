import { usePages } from "../api.ts";
import { Answered } from "../parts/asked.tsx";
import { ConflictBox } from "../parts/conflict-box.tsx";
import { History } from "../parts/history.tsx";
import { StateChip } from "../parts/item-table.tsx";
import { NotFound } from "../parts/not-found.tsx";
import { Procedure } from "../parts/procedure.tsx";
import { ScrollBox } from "../parts/scroll-box.tsx";
import { type HistoryLine, type ItemAnswer, itemQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { categoryWords, pick, resolutionWords, sourceWords, useWords } from "../words.ts";

/** Changes asked for at once. */
const pageChanges = 50;

/** One problem item: what it is, what is done about it, what the clerk typed, and how it came to be so. */
export function ItemPage({ code }: { code: string }) {
  const { t } = useWords();
  const asked = usePages<ItemAnswer, HistoryLine>(
    itemQuery,
    { code, first: pageChanges },
    ({ problemItem }) => problemItem?.history ?? null,
  );
  return (
    <Answered asked={asked}>
      {({ first: { problemItem: item }, nodes: changes, more }) =>
        item === null ? (
          <NotFound />
        ) : (
          <>
            <header class="page-head">
              <a class="up" href={renderRoute({ page: "figure", unit: item.unit.code, key: "PROBLEMS" })}>
                ← {item.unit.name}
              </a>
              <h1 class="long">{item.description}</h1>
              <StateChip item={item} />
            </header>
            {item.actions.length > 0 && (
              <section class="panel wide" aria-labelledby="procedure">
                <h2 id="procedure">{t("procedure")}</h2>
                <Procedure item={item} />
              </section>
            )}
            <Conflicts item={item} />
            <div class="columns">
              <Facts item={item} />
              <section class="panel" aria-labelledby="measures">
                <h2 id="measures">{t("measures")}</h2>
                {item.measures.length === 0 ? (
                  <p class="small">{t("noMeasures")}</p>
                ) : (
                  <ol>
                    {item.measures.map(({ no, text }) => (
                      <li key={no}>{text}</li>
                    ))}
                  </ol>
                )}
                <h2>{t("progress")}</h2>
                <p>{item.progress ?? t("noMeasures")}</p>
              </section>
            </div>
            <Cells item={item} />
            <History
              lines={changes}
              more={more}
              headers={new Map(item.cells.map(({ field, header }) => [field, header]))}
            />
          </>
        )
      }
    </Answered>
  );
}

type Item = NonNullable<ItemAnswer["problemItem"]>;

function Conflicts({ item }: { item: Item }) {
  const { t } = useWords();
  const open = item.conflicts.filter(({ settledAt }) => settledAt === null);
  if (open.length === 0) return null;
  return (
    <section class="panel wide warn" aria-labelledby="conflicts">
      <h2 id="conflicts">{t("conflicts")}</h2>
      {open.map((conflict) => (
        <ConflictBox key={conflict.id} conflict={conflict} />
      ))}
    </section>
  );
}

function Facts({ item }: { item: Item }) {
  const { language, t } = useWords();
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t("category"), pick(language, categoryWords[item.category ?? ""])],
    [t("source"), pick(language, sourceWords[item.source ?? ""])],
    [
      t("due"),
      item.due === null
        ? null
        : item.due.date === null || item.due.date === item.due.text
          ? item.due.text
          : `${item.due.date} ${t("dueTyped").replace("{text}", item.due.text)}`,
    ],
    [t("leader"), item.leader],
    [t("department"), item.department],
    [t("owner"), item.owner],
    [t("topic"), item.topic?.title],
    [t("originUnit"), item.originUnit.code === item.unit.code ? null : item.originUnit.name],
    [t("resolution"), pick(language, resolutionWords[item.resolution])],
    [t("completedOn"), item.completedOn],
    [t("closedOn"), item.closedOn],
    [t("returnCount"), item.returnCount > 0 ? String(item.returnCount) : null],
    [t("cycle"), item.cycle > 1 ? String(item.cycle) : null],
    [t("reason"), item.reason],
    [t("remark"), item.remark],
    [t("code"), item.code],
  ];
  return (
    <section class="panel" aria-label={t("description")}>
      <dl class="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {item.spreadsheet && (
          <div>
            <dt>{t("spreadsheet")}</dt>
            <dd>
              <a href={renderRoute({ page: "sheet", id: item.spreadsheet.spreadsheetId })}>
                {item.spreadsheet.title ?? item.spreadsheet.spreadsheetId}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Cells({ item }: { item: Item }) {
  const { t } = useWords();
  const hints = item.cells.some(({ problem }) => problem !== null);
  return (
    <section class="panel wide" aria-labelledby="cells">
      <h2 id="cells">{t("cells")}</h2>
      <ScrollBox label={t("cells")}>
        <table class="cells">
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("text")}</th>
              {hints && <th scope="col">{t("problem")}</th>}
            </tr>
          </thead>
          <tbody>
            {item.cells.map(({ field, header, text, problem }) => (
              <tr key={field}>
                <th scope="row">{header}</th>
                <td class="typed">{text}</td>
                {hints && <td class={problem === null ? "" : "late"}>{problem}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
