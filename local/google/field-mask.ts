/**
 * Field masks: `a.b`, `a/b`, `a(b,c)`, `*`. A mask is a tree; `true` takes everything below. Its names come from a
 * request, so its trees have no prototype that a name such as `constructor` could reach.
 */

export type Mask = true | { readonly [field: string]: Mask };

const emptyTree = () => Object.create(null) as Record<string, Mask>;
/** Deeper than any message of the API. */
const maxDepth = 20;

function insert(tree: Record<string, Mask>, path: readonly string[], leaf: Mask): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    const old = tree[head];
    if (leaf === true || old === undefined) tree[head] = old === true ? true : leaf;
    else if (old !== true)
      for (const [key, value] of Object.entries(leaf)) insert(old as Record<string, Mask>, [key], value);
    return;
  }
  const next = tree[head];
  if (next === true) return;
  const branch = (next ?? emptyTree()) as Record<string, Mask>;
  tree[head] = branch;
  insert(branch, rest, leaf);
}

function parseList(text: string, start: number, depth: number): { tree: Record<string, Mask>; at: number } | undefined {
  const tree = emptyTree();
  let at = start;
  for (;;) {
    const match = /[^,()]*/y;
    match.lastIndex = at;
    const name = match.exec(text)![0].trim();
    at = match.lastIndex;
    const path = name.split(/[./]/).map((step) => step.trim());
    if (path.length > maxDepth || path.some((step) => !/^(?:[A-Za-z][A-Za-z0-9_]*|\*)$/.test(step))) return undefined;
    const camel = path.map((step) => step.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
    if (text[at] === "(") {
      if (depth > maxDepth) return undefined;
      const inner = parseList(text, at + 1, depth + 1);
      if (inner === undefined || text[inner.at] !== ")") return undefined;
      insert(tree, camel, inner.tree);
      at = inner.at + 1;
    } else insert(tree, camel, true);
    if (text[at] !== ",") return { tree, at };
    at++;
  }
}

/** undefined: the text is not a mask. `*` alone is everything. */
export function parseMask(text: string): Mask | undefined {
  if (text.trim() === "*") return true;
  const parsed = parseList(text, 0, 0);
  if (parsed === undefined || parsed.at !== text.length) return undefined;
  return parsed.tree;
}

export function sub(mask: Mask | undefined, field: string): Mask | undefined {
  if (mask === undefined || mask === true) return mask;
  return mask[field] ?? mask["*"];
}

export function wants(mask: Mask, field: string): boolean {
  return mask === true || mask[field] !== undefined || mask["*"] !== undefined;
}

/** Keeps what the mask names. Lists keep their length, and a message of which nothing is left stays as `{}`. */
export function applyMask(value: unknown, mask: Mask): unknown {
  if (mask === true || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((element) => applyMask(element, mask));
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const below = mask[key] ?? mask["*"];
    if (below !== undefined && inner !== undefined) kept[key] = applyMask(inner, below);
  }
  return kept;
}

/** Copies what the mask names from `source` to `target`; named but absent in `source` clears. */
export function assignMask(target: unknown, source: unknown, mask: Mask): unknown {
  if (mask === true) return source;
  const from = (typeof source === "object" && source !== null ? source : {}) as Record<string, unknown>;
  const result: Record<string, unknown> = typeof target === "object" && target !== null ? { ...target } : {};
  const keys =
    mask["*"] === undefined ? Object.keys(mask) : [...new Set([...Object.keys(result), ...Object.keys(from)])];
  for (const key of keys) {
    const value = assignMask(result[key], from[key], mask[key] ?? mask["*"] ?? true);
    if (value === undefined || value === null) delete result[key];
    else result[key] = value;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}
