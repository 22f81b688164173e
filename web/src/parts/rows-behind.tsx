import type { ComponentChildren } from "preact";
import { usePages } from "../api.ts";
import {
  type EntryLine,
  type FigureEntriesAnswer,
  type FigureTopicsAnswer,
  figureEntriesQuery,
  figureTopicsQuery,
  type TopicLine,
} from "../queries.ts";
import { pick, topicWords, useWords } from "../words.ts";
import { Answered } from "./asked.tsx";
import { More } from "./more.tsx";

/** Rows asked for at once. */
const pageRows = 50;

interface BehindProps {
  readonly unit: string;
  readonly indicator: string;
  /** Whether no other list stands behind the figure: else an empty one is left out. */
  readonly alone: boolean;
}

/** The research topics behind a figure. */
export function TopicsBehind({ unit, indicator, alone }: BehindProps) {
  const { language, t } = useWords();
  const asked = usePages<FigureTopicsAnswer, TopicLine>(
    figureTopicsQuery,
    { unit, key: indicator, first: pageRows },
    ({ rollup }) => rollup.indicators[0]?.list ?? null,
  );
  return (
    <Answered asked={asked}>
      {({ nodes, more }) => (
        <Panel id="topics" title={t("topics")} empty={nodes.length === 0} alone={alone} more={more}>
          {nodes.map(({ code, title, status, unit: { name } }) => (
            <li key={code}>
              <p>{title}</p>
              <p class="small">
                {name} · {pick(language, topicWords[status]) || status}
              </p>
            </li>
          ))}
        </Panel>
      )}
    </Answered>
  );
}

/** The rows of activities, opinions, measures or outcomes behind a figure, as the clerks wrote them. */
export function EntriesBehind({ unit, indicator, alone }: BehindProps) {
  const { t } = useWords();
  const asked = usePages<FigureEntriesAnswer, EntryLine>(
    figureEntriesQuery,
    { unit, key: indicator, first: pageRows },
    ({ rollup }) => rollup.indicators[0]?.list ?? null,
  );
  return (
    <Answered asked={asked}>
      {({ nodes, more }) => (
        <Panel id="entries" title={t("entries")} empty={nodes.length === 0} alone={alone} more={more}>
          {nodes.map(({ code, unit: { name }, cells }) => (
            <li key={code}>
              <p class="small">{name}</p>
              <p class="cells-inline">
                {cells.map(({ field, header, text, problem }) => (
                  <span key={field} class="typed">
                    <span class="small" lang="zh-CN">
                      {header}
                    </span>{" "}
                    {text}
                    {problem !== null && <span class="late"> {problem}</span>}
                  </span>
                ))}
              </p>
            </li>
          ))}
        </Panel>
      )}
    </Answered>
  );
}

function Panel({
  id,
  title,
  empty,
  alone,
  more,
  children,
}: {
  id: string;
  title: string;
  empty: boolean;
  alone: boolean;
  more: (() => void) | null;
  children: ComponentChildren;
}) {
  const { t } = useWords();
  if (empty && more === null && !alone) return null;
  return (
    <section class="panel wide" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {empty && more === null ? <p class="small">{t("noItems")}</p> : <ul class="rows">{children}</ul>}
      <More more={more} />
    </section>
  );
}
