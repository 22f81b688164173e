import { defineCommand } from "../command.ts";
import { type Connection, listAll } from "../list-all.ts";
import { textTable } from "../text-table.ts";
import { levelWords, wordOf } from "../words.ts";

const units = `query Units($after: String) {
  units(first: 100, after: $after) { nodes { code name level parent { code } } pageInfo { hasNextPage endCursor } }
}`;

interface UnitNode {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: { readonly code: string } | null;
}

export const unitsCommand = defineCommand({
  name: "units",
  does: "列出本单位和下级单位 · the units you see, as a tree",
  takes: {},
  example: "",
  async run(_, { api }) {
    const nodes = await listAll(api, units, {}, (answer: { units: Connection<UnitNode> }) => answer.units);
    const depths = new Map<string, number>();
    const rows = nodes.map(({ code, name, level, parent }) => {
      const above = parent === null ? undefined : depths.get(parent.code);
      const depth = above === undefined ? 0 : above + 1;
      depths.set(code, depth);
      return [code, "　".repeat(depth) + name, wordOf(levelWords, level)];
    });
    return { ok: true, text: textTable([["代码", "单位", "层级"], ...rows]) };
  },
});
