import { usePages } from "../api.ts";
import { Answered } from "../parts/asked.tsx";
import { StateChip } from "../parts/item-table.tsx";
import { More } from "../parts/more.tsx";
import { Procedure } from "../parts/procedure.tsx";
import { type InboxAnswer, type InboxItem, inboxQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";

/** Items asked for at once. */
const pageItems = 50;
/** What the inbox is for; who could only send an item back is not the one who is waited for, and does not see it here. */
const decisions = new Set(["VERIFY", "FILE", "RETURN"]);

/** Items that claim to be done and wait for the viewer's decision. */
export function Inbox() {
  const { t } = useWords();
  const asked = usePages<InboxAnswer, InboxItem>(inboxQuery, { first: pageItems }, (answer) => answer.problemItems);
  return (
    <>
      <header class="page-head">
        <h1>{t("inbox")}</h1>
        <p class="small">{t("inboxHint")}</p>
      </header>
      <Answered asked={asked}>
        {({ nodes, more }) => (
          <>
            {nodes.length === 0 && more === null && <p class="panel wide">{t("inboxEmpty")}</p>}
            <ul class="cards">
              {nodes.map((item) => (
                <li key={item.code} class="panel">
                  <h2>
                    <a href={renderRoute({ page: "item", code: item.code })}>{item.description}</a>
                  </h2>
                  <p class="small">
                    {item.unit.name} · {t("due")} {item.due?.text ?? "—"} · {t("completedOn")} {item.completedOn ?? "—"}
                  </p>
                  <StateChip item={item} />
                  {item.progress && <p>{item.progress}</p>}
                  <Procedure item={{ ...item, actions: item.actions.filter((action) => decisions.has(action)) }} />
                </li>
              ))}
            </ul>
            <More more={more} />
          </>
        )}
      </Answered>
    </>
  );
}
