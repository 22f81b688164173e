import { ownDimensions, setAt } from "../draft.ts";
import { invalid } from "../errors.ts";
import { listGroups, showGroup } from "../groups.ts";
import type { Dimension } from "../state.ts";
import { readMask } from "../update-mask.ts";
import { dimensionsOf, readLinesInGrid } from "./dimensions.ts";
import type { Handler } from "./request.ts";

/** addDimensionGroup, deleteDimensionGroup, updateDimensionGroup. A group is one more in the depth of its lines. */

const maxDepth = 8;

const deepen =
  (by: 1 | -1): Handler =>
  (draft, { range }) => {
    const { sheet, axis, start, end } = readLinesInGrid(draft, range);
    const list = ownDimensions(draft, sheet, dimensionsOf(axis));
    for (let index = start; index < end; index++) {
      const { depth: old = 0, ...rest } = list[index] ?? {};
      const depth = old + by;
      if (depth < 0) throw invalid("There is no group to delete over the whole of the range.");
      if (depth > maxDepth) throw invalid(`Groups can be at most ${maxDepth} deep.`);
      const next: Dimension = depth === 0 ? rest : { ...rest, depth };
      setAt(list, index, Object.keys(next).length === 0 ? undefined : next);
    }
    return { dimensionGroups: listGroups(list).map((group) => showGroup(group, axis, sheet.id)) };
  };

export const addDimensionGroup = deepen(1);
export const deleteDimensionGroup = deepen(-1);

/** "When this property is updated, all dimensions within it are set to hidden if this field is true, or set to visible". */
export const updateDimensionGroup: Handler = (draft, { dimensionGroup = {}, fields }) => {
  readMask("DimensionGroup", fields);
  const { sheet, axis, start, end } = readLinesInGrid(draft, dimensionGroup.range);
  const list = ownDimensions(draft, sheet, dimensionsOf(axis));
  const found = listGroups(list).find(
    (group) => group.start === start && group.end === end && group.depth === (dimensionGroup.depth ?? group.depth),
  );
  if (found === undefined) throw invalid("There is no group with this range and depth.");
  const collapsed = dimensionGroup.collapsed === true;
  for (let index = start; index < end; index++) {
    const { hidden: _, ...rest } = list[index]!;
    list[index] = collapsed ? { ...rest, hidden: true } : rest;
  }
  const { collapsed: before = [], ...first } = list[start]!;
  const after = [...before.filter((depth) => depth !== found.depth), ...(collapsed ? [found.depth] : [])];
  list[start] = after.length === 0 ? first : { ...first, collapsed: after };
  return {};
};
