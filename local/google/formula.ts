import { parse, tokenize } from "@borgar/fx";

/** Formula text to a tree, by a library; `{` arrays, `A2:A` and Chinese sheet names included. */

export type Ast =
  | { readonly type: "Literal"; readonly value: string | number | boolean }
  | { readonly type: "ErrorLiteral"; readonly value: string }
  | { readonly type: "ReferenceIdentifier"; readonly value: string; readonly kind: string }
  | { readonly type: "ArrayExpression"; readonly elements: readonly (readonly Ast[])[] }
  | {
      readonly type: "UnaryExpression" | "BinaryExpression";
      readonly operator: string;
      readonly arguments: readonly Ast[];
    }
  | {
      readonly type: "CallExpression";
      readonly callee: { readonly name: string };
      readonly arguments: readonly (Ast | null)[];
    }
  | { readonly type: "LambdaExpression" | "LetExpression" };

/** Formulas kept parsed; a sheet has far fewer different ones. */
const cacheSize = 20_000;
const cache = new Map<string, Ast | undefined>();

export function formulaTokens(formula: string) {
  return tokenize(formula, { allowTernary: true });
}

/** undefined: not a formula ("Formula parse error."). */
export function parseFormula(formula: string): Ast | undefined {
  if (cache.has(formula)) return cache.get(formula);
  let tree: Ast | undefined;
  try {
    tree = parse(formulaTokens(formula)) as unknown as Ast;
  } catch {
    tree = undefined;
  }
  if (cache.size >= cacheSize) cache.clear();
  cache.set(formula, tree);
  return tree;
}
