import type { ItemLine } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { categoryWords, historyWords, pick, useWords } from "../words.ts";
import { ScrollBox } from "./scroll-box.tsx";

/** Problem items one below the other; on a narrow screen each is a card. */
export function ItemTable({ items }: { items: readonly ItemLine[] }) {
  const { language, t } = useWords();
  return (
    <ScrollBox label={t("items")}>
      <table class="items">
        <thead>
          <tr>
            <th scope="col">{t("description")}</th>
            <th scope="col">{t("unit")}</th>
            <th scope="col">{t("category")}</th>
            <th scope="col">{t("due")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <th scope="row">
                <a href={renderRoute({ page: "item", code: item.code })}>{item.description}</a>
              </th>
              <td data-label={t("unit")} class="unit">
                {item.unit.name}
              </td>
              <td data-label={t("category")}>{pick(language, categoryWords[item.category ?? ""]) || "—"}</td>
              <td data-label={t("due")} class="day">
                {item.due === null ? "—" : (item.due.date ?? item.due.text)}
              </td>
              <td data-label={t("state")}>
                <StateChip item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

export function StateChip({ item }: { item: Pick<ItemLine, "state" | "stateText" | "overdue"> }) {
  const { language, t } = useWords();
  // The sheet's own words say more than the state; they are Chinese only.
  const text = language === "zh" ? item.stateText : pick(language, historyWords[item.state]);
  return (
    <span class="chips inline">
      <span class={`chip state-${item.state.toLowerCase()}`}>{text}</span>
      {item.overdue && <span class="chip late">{t("overdue")}</span>}
    </span>
  );
}
