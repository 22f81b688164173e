import { endOfDay } from "../../core/ledger/calendar.ts";
import type { KindName } from "../../core/ledger/kind.ts";
import type { Unit } from "../../core/ledger/unit.ts";
import { entryKindBehind, kindsBehind } from "../../core/rollup/behind.ts";
import { itemsBehind } from "../../core/rollup/drill.ts";
import { figureText } from "../../core/rollup/figure.ts";
import { indicatorFigure, quotientOf } from "../../core/rollup/fold.ts";
import { type IndicatorKey, indicatorKeys, isQuotient, lookOf } from "../../core/rollup/indicators.ts";
import type { Rolled } from "../../core/rollup/rollup.ts";
import type { Difference } from "../../core/rollup/snapshot.ts";
import { pageArguments } from "../connection.ts";
import { type GraphqlContext, visibleUnit } from "../context.ts";
import { badInput, notFound } from "../errors.ts";
import type { FigureChange, IndicatorResolvers, QueryResolvers, RollupResolvers, UnitResolvers } from "../generated.ts";
import type { ItemConnectionParent, RollupParent } from "../parents.ts";

/** Points of one series, days. */
const seriesLimit = 100;

export const rollupQuery: NonNullable<QueryResolvers["rollup"]> = async (_, { unit, asOf }, context) => {
  const found = await visibleUnit(context, unit);
  if (found === null) throw notFound("unit");
  return rollupOfUnit(found, asOf ?? null, context);
};

export const unitRollup: NonNullable<UnitResolvers["rollup"]> = (unit, { asOf }, context) =>
  rollupOfUnit(unit, asOf ?? null, context);

function rollupOfUnit(unit: Unit, asOf: string | null, context: GraphqlContext): RollupParent {
  const day = pastDay(asOf, context);
  let rolled: Promise<Rolled | null> | null = null;
  const read = async () =>
    day === null ? (await context.present()).rollupOf(unit.code) : context.services.rollups.rollupOf(unit.code, day);
  return {
    unit,
    asOf: day,
    rolled: () => {
      rolled ??= read();
      return rolled;
    },
  };
}

/** null for today: the figures of today are those of now. */
function pastDay(asOf: string | null, { today }: GraphqlContext): string | null {
  if (asOf !== null && asOf > today) throw badInput("asOf lies in the future");
  return asOf === null || asOf === today ? null : asOf;
}

export const Rollup: RollupResolvers = {
  unit: ({ unit }) => unit,
  asOf: async ({ asOf, rolled }, _, context) =>
    asOf === null ? ((await rolled())?.asOf ?? context.now) : endOfDay(asOf),
  indicators: (rollup, { keys }) => {
    const show = (rolled: Rolled | null) => {
      const figures = rolled?.total ?? {};
      return (keys ?? indicatorKeys).map((key) => ({ rollup, key, figures, figure: indicatorFigure(figures, key) }));
    };
    const rolled = rollup.rolled();
    // A list of units has them already: no promise for each.
    return rolled instanceof Promise ? rolled.then(show) : show(rolled);
  },
  children: async ({ unit, asOf }, _, context) => {
    const rolled =
      asOf === null
        ? await (await context.present()).childrenOf(unit.code)
        : await context.services.rollups.childrenOf(unit.code, asOf);
    const byCode = new Map(rolled.map((child): [string, Rolled] => [child.unit, child]));
    return context.units
      .childrenOf(unit.code)
      .map((child) => ({ unit: child, asOf, rolled: () => byCode.get(child.code) ?? null }));
  },
  series: async ({ unit, asOf }, { key, last }, context) => {
    if (last < 1 || last > seriesLimit) throw badInput(`last must be from 1 to ${seriesLimit}`);
    const points = await context.services.rollups.series(unit.code, key, last, asOf ?? undefined);
    return points.map(({ date, figure }) => ({
      at: date === context.today ? context.now : endOfDay(date),
      value: figure.value,
    }));
  },
  missingUnits: async ({ unit, asOf }, _, context) => {
    const codes = await context.services.rollups.missingUnits(unit.code, asOf ?? undefined);
    return codes.map((code) => context.units.byCode(code)).filter((found) => found !== undefined);
  },
  versions: async ({ unit, asOf }, _, { services }) => {
    const versions = asOf === null ? [] : await services.rollups.versions(unit.code, asOf);
    return versions.map(({ version, at, difference }) => ({ version, at, changes: changesOf(difference) }));
  },
};

/** What only serves as a part of rates is shown nowhere. */
export function changesOf(difference: readonly Difference[]): FigureChange[] {
  const shown = new Set<string>(indicatorKeys);
  return difference
    .filter(({ key }) => shown.has(key))
    .map(({ key, before, after }) => ({
      key: key as FigureChange["key"],
      before: figureText(before, "COUNT"),
      after: figureText(after, "COUNT"),
    }));
}

export const Indicator: IndicatorResolvers = {
  key: ({ key }) => key,
  value: ({ figure }) => figure.value,
  qualifier: ({ figure }) => figure.qualifier,
  partial: ({ figure }) => figure.partial,
  text: ({ key, figure }) => figureText(figure, lookOf(key)),
  fraction: ({ key, figures }) => {
    if (!isQuotient(key)) return null;
    const { part, whole } = quotientOf(figures, key);
    if (part.value === null || whole.value === null) return null;
    const text = `${figureText(part, "COUNT")}/${figureText(whole, "COUNT")}`;
    return { part: part.value, whole: whole.value, text };
  },
  items: ({ rollup, key }, args, context) =>
    kindsBehind(key).includes("problem") ? behind(rollup, key, "problem", args, context) : null,
  topics: ({ rollup, key }, args, context) =>
    kindsBehind(key).includes("topic") ? behind(rollup, key, "topic", args, context) : null,
  entries: ({ rollup, key }, args, context) => {
    const kind = entryKindBehind(key);
    return kind === null ? null : behind(rollup, key, kind, args, context);
  },
};

async function behind(
  { unit, asOf }: RollupParent,
  key: IndicatorKey,
  kind: KindName,
  args: Parameters<typeof pageArguments>[0],
  context: GraphqlContext,
): Promise<ItemConnectionParent> {
  const page = pageArguments(args);
  const { rows, next, cursors } = await itemsBehind(
    context.services.store,
    { path: unit.path, key, kind, asOf: asOf ?? context.today },
    { first: page.first, ...(page.after === undefined ? {} : { after: page.after }) },
  );
  return {
    nodes: rows,
    cursorOf: (item) => cursors.get(item) ?? "",
    hasNextPage: next !== null,
    hasPreviousPage: page.after !== undefined,
    endCursor: next ?? undefined,
    totalCount: null,
  };
}
