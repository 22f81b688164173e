import { useState } from "preact/hooks";
import { useAsk } from "../api.ts";
import { lightOf } from "../light.ts";
import { lightKeys, type TreeAnswer, type TreeNode, treeQuery } from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Answered } from "./asked.tsx";
import { Light } from "./light.tsx";

/** The units the viewer may see, with a lamp each; branches are asked for when they are opened. */
export function UnitTree({ root, current }: { root: string; current: string | null }) {
  const asked = useAsk<TreeAnswer>(treeQuery, { unit: root, keys: lightKeys });
  return (
    <Answered asked={asked}>
      {({ rollup }) => (
        <ul class="tree">
          <li>
            <NodeLine node={rollup} current={current} />
            <Branches nodes={rollup.children} current={current} />
          </li>
        </ul>
      )}
    </Answered>
  );
}

function Branches({ nodes, current }: { nodes: readonly TreeNode[]; current: string | null }) {
  return (
    <ul>
      {nodes.map((node) => (
        <Branch key={node.unit.code} node={node} current={current} />
      ))}
    </ul>
  );
}

function Branch({ node, current }: { node: TreeNode; current: string | null }) {
  const { t } = useWords();
  const { unit } = node;
  const [open, setOpen] = useState(current?.startsWith(`${unit.code}-`) ?? false);
  const inner = unit.children.nodes.length > 0;
  const asked = useAsk<TreeAnswer>(inner && open ? treeQuery : null, { unit: unit.code, keys: lightKeys });
  return (
    <li>
      {inner && (
        <button
          type="button"
          class="twist"
          aria-expanded={open}
          aria-label={`${open ? t("collapse") : t("expand")} ${unit.name}`}
          onClick={() => setOpen(!open)}
        >
          {open ? "▾" : "▸"}
        </button>
      )}
      <NodeLine node={node} current={current} />
      {inner && open && (
        <Answered asked={asked}>{({ rollup }) => <Branches nodes={rollup.children} current={current} />}</Answered>
      )}
    </li>
  );
}

function NodeLine({ node, current }: { node: TreeNode; current: string | null }) {
  const { unit } = node;
  return (
    <a href={renderRoute({ page: "unit", unit: unit.code })} aria-current={unit.code === current ? "page" : undefined}>
      <Light light={lightOf(node.indicators)} />
      {unit.name}
    </a>
  );
}
