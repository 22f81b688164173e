import type { Figure } from "../../core/rollup/figure.ts";
import type { IndicatorKey } from "../../core/rollup/indicators.ts";

/**
 * What the article says of its eight units, and what that makes of the whole. Read as `npm start` shows it: `—` is not
 * reported, `≥` at least, `*` a total of which some part is not reported. 海西 and 大连 have a county below them that
 * keeps no ledger, so all their figures are partial. A zero is no word of the article: who lists problems knows how many
 * of them were closed.
 */
const table = `
key                   cn     qh-haixi  ah-xuancheng  gx-beihai  gd-zhongshan  dl    sc-liangshan  jx-jian-yongxin  nx-guyuan
TOPICS                79*    —         —             22         13            40*   —             —                4
ACTIVITIES            ≥1432* 24*       9             44         —             44*   ≥1300         —                11
SURVEYS               104*   5*        —             44         —             44*   —             —                11
VISITS                12*    12*       —             —          —             —     —             —                —
FORUMS                7*     7*        —             —          —             —     —             —                —
RECEPTIONS            9*     —         9             —          —             —     —             —                —
ONSITE_OFFICES        9*     —         9             —          —             —     —             —                —
OPINIONS              170*   18*       —             —          —             —     152           —                —
PROBLEMS              272*   —         10            —          38            149*  75            —                —
PROBLEMS_DEVELOPMENT  5*     —         5             —          —             —     0             —                —
PROBLEMS_LIVELIHOOD   78*    —         3             —          —             —     75            —                —
PROBLEMS_RISK         1*     —         1             —          —             —     0             —                —
PROBLEMS_OTHER        1*     —         1             —          —             —     0             —                —
MEASURES              ≥108*  —         48            —          —             —     ≥60           —                —
ON_SITE               215*   2*        0             —          20            149*  44            —                —
CLOSED                10*    —         10            —          0             0*    0             —                —
OPEN                  65*    16*       0             —          18            0*    31            —                —
REGULATIONS           15*    —         15            —          —             —     —             —                —
REGULATIONS_NEW       —      —         —             —          —             —     —             —                —
REGULATIONS_REVISED   —      —         —             —          —             —     —             —                —
REPORTS               22*    —         —             22         —             —     —             —                —
POLICIES              14*    —         —             —          —             —     —             —                14
OUTCOMES              20*    —         —             —          6             —     —             —                14
TRANSFORMED           —      —         —             —          —             —     —             —                —
STANDARDS             21*    —         —             —          —             —     —             —                21
CASES                 5*     —         —             —          2             —     —             —                3
CASES_POSITIVE        1*     —         —             —          1             —     —             —                —
CASES_NEGATIVE        1*     —         —             —          1             —     —             —                —
`;

const [[, ...units] = [], ...rows] = table
  .trim()
  .split("\n")
  .map((line) => line.split(/\s+/));

export const articleUnits: readonly string[] = units;
export const articleKeys = rows.map(([key]) => key) as readonly IndicatorKey[];

/** Of each unit, by code: the stated figures by key. */
export const articleFigures: Readonly<Record<string, Readonly<Partial<Record<IndicatorKey, Figure>>>>> =
  Object.fromEntries(
    units.map((unit, at) => [
      unit,
      Object.fromEntries(rows.map(([key, ...cells]) => [key, readFigure(cells[at] ?? "")])),
    ]),
  );

function readFigure(text: string): Figure {
  const match = /^(≥?)(\d+)(\*?)$/.exec(text);
  if (match === null) return { value: null, qualifier: "EQ", partial: false };
  return { value: Number(match[2]), qualifier: match[1] === "" ? "EQ" : "GE", partial: match[3] !== "" };
}
