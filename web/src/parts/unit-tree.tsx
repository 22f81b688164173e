import { useEffect, useState } from "preact/hooks";
import { useAsk } from "../api.ts";
import { lightOf } from "../light.ts";
import {
  type Ancestors,
  type AncestorsAnswer,
  ancestorsQuery,
  lightKeys,
  type TreeAnswer,
  type TreeNode,
  treeQuery,
} from "../queries.ts";
import { renderRoute } from "../route.ts";
import { useWords } from "../words.ts";
import { Answered } from "./asked.tsx";
import { Light } from "./light.tsx";

/** The units the viewer may see, with a lamp each; branches are asked for when they are opened. */
export function UnitTree({ root, current }: { root: string; current: string | null }) {
  const asked = useAsk<TreeAnswer>(treeQuery, { unit: root, keys: lightKeys });
  const above = useAsk<AncestorsAnswer>(current === null ? null : ancestorsQuery, { unit: current });
  const way = wayTo(above.data?.unit ?? null);
  return (
    <Answered asked={asked}>
      {({ rollup }) => (
        <ul class="tree">
          <li>
            <NodeLine node={rollup} current={current} />
            <Branches nodes={rollup.children} current={current} way={way} />
          </li>
        </ul>
      )}
    </Answered>
  );
}

/** The units above the one that is looked at, whose branches stand open. */
function wayTo(unit: Ancestors | null): ReadonlySet<string> {
  const codes = new Set<string>();
  for (let at = unit?.parent; at; at = at.parent) codes.add(at.code);
  return codes;
}

interface BranchesProps {
  readonly nodes: readonly TreeNode[];
  readonly current: string | null;
  readonly way: ReadonlySet<string>;
}

function Branches({ nodes, ...rest }: BranchesProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <Branch key={node.unit.code} node={node} {...rest} />
      ))}
    </ul>
  );
}

function Branch({ node, current, way }: Omit<BranchesProps, "nodes"> & { readonly node: TreeNode }) {
  const { t } = useWords();
  const { unit } = node;
  const onTheWay = way.has(unit.code);
  const [open, setOpen] = useState(onTheWay);
  useEffect(() => {
    if (onTheWay) setOpen(true);
  }, [onTheWay]);
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
        <Answered asked={asked}>
          {({ rollup }) => <Branches nodes={rollup.children} current={current} way={way} />}
        </Answered>
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
