import { closurePolicyOf } from "../core/ledger/scope.ts";
import type { ClosurePolicy, Unit } from "../core/ledger/unit.ts";
import type { Store } from "../core/store/store.ts";

/** The unit tree in memory: one query, kept for a few seconds, because every request asks it who may see what. */

/** A unit added elsewhere is known here at the latest after this time; asking for an unknown code reloads at once. */
const treeAgeMs = 5_000;

export interface UnitTree {
  readonly all: readonly Unit[];
  byCode(code: string): Unit | undefined;
  childrenOf(code: string): readonly Unit[];
  /** The unit and everything below it, from the top down. */
  within(path: string): readonly Unit[];
  policyOf(unit: Unit): ClosurePolicy;
}

export interface UnitTrees {
  get(): Promise<UnitTree>;
  /** The newest tree: after a change, or when a code is unknown. */
  reload(): Promise<UnitTree>;
}

export function makeUnitTrees(store: Store, nowMs: () => number): UnitTrees {
  let current: { readonly at: number; readonly tree: Promise<UnitTree> } | null = null;
  const reload = () => {
    const tree = store.listUnits().then(makeUnitTree);
    const entry = { at: nowMs(), tree };
    current = entry;
    tree.catch(() => {
      if (current === entry) current = null;
    });
    return tree;
  };
  return {
    get: () => (current !== null && nowMs() - current.at < treeAgeMs ? current.tree : reload()),
    reload,
  };
}

function makeUnitTree(all: readonly Unit[]): UnitTree {
  const byCode = new Map(all.map((unit) => [unit.code, unit]));
  const children = new Map<string, Unit[]>();
  for (const unit of all) {
    if (unit.parent === null) continue;
    const siblings = children.get(unit.parent);
    if (siblings === undefined) children.set(unit.parent, [unit]);
    else siblings.push(unit);
  }
  const find = (code: string) => byCode.get(code);
  return {
    all,
    byCode: find,
    childrenOf: (code) => children.get(code) ?? [],
    within: (path) => all.filter((unit) => unit.path.startsWith(path)),
    policyOf: (unit) => closurePolicyOf(unit, find),
  };
}
