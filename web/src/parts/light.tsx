import { type Light as LightName, lights } from "../light.ts";
import { useWords } from "../words.ts";

const marks: Readonly<Record<LightName, string>> = { RED: "!", YELLOW: "△", GREEN: "", BLUE: "✓", GREY: "–" };

/** A coloured lamp with a mark and a word, so that nobody depends on the colour. */
export function Light({ light, word }: { light: LightName; word?: boolean }) {
  const { t } = useWords();
  return (
    <span class="light-with-word">
      <span class={`light ${light.toLowerCase()}`} role="img" aria-label={t(light)} title={t(light)}>
        {marks[light]}
      </span>
      {word && <span aria-hidden="true">{t(light)}</span>}
    </span>
  );
}

/** What the lamps say, once for all that stand without a word. */
export function LightLegend() {
  return (
    <ul class="legend">
      {lights.map((light) => (
        <li key={light}>
          <Light light={light} word />
        </li>
      ))}
    </ul>
  );
}
