import { relationOf } from "../../core/ledger/scope.ts";
import { pageArguments, pageOfAll } from "../connection.ts";
import { visibleUnit } from "../context.ts";
import type { QueryResolvers, UnitResolvers } from "../generated.ts";
import { listByIndex } from "../item-list.ts";
import { encodeNodeId } from "../node-id.ts";
import { listProblemItems } from "../problem-items.ts";
import { unitEntries } from "./entry.ts";
import { unitRollup } from "./rollup.ts";

export const Unit: UnitResolvers = {
  id: ({ code }) => encodeNodeId("Unit", code),
  parent: (unit, _, { units, viewer }) => {
    const parent = unit.parent === null ? undefined : units.byCode(unit.parent);
    return parent !== undefined && relationOf(viewer, parent.path) !== "OUTSIDE" ? parent : null;
  },
  children: (unit, args, { units }) => pageOfAll(units.childrenOf(unit.code), ({ code }) => code, pageArguments(args)),
  closurePolicy: (unit, _, { units }) => units.policyOf(unit),
  researchTopics: (unit, { archived, ...page }, context) =>
    listByIndex(
      context,
      { kind: "topic", unit, descendants: false, archived: archived ?? false, matches: null },
      pageArguments(page),
    ),
  problemItems: (unit, { filter, orderBy, ...page }, context) =>
    listProblemItems(context, { ...filter, unit: unit.code }, orderBy ?? null, page),
  entries: unitEntries,
  spreadsheets: async (unit, _, context) => (await context.links()).filter((link) => link.unit === unit.code),
  summarySpreadsheet: async (unit, _, { summaries }) => (await summaries()).get(unit.code) ?? null,
  rollup: unitRollup,
};

export const unitQueries: Pick<QueryResolvers, "viewer" | "unit" | "units"> = {
  viewer: (_, __, { viewer }) => viewer,
  unit: (_, { code }, context) => visibleUnit(context, code),
  units: (_, args, { units, viewer }) => pageOfAll(units.within(viewer.path), ({ path }) => path, pageArguments(args)),
};
