import { registerHooks } from "node:module";

/**
 * One copy of graphql for all contestants. Some are CommonJS and some are not, and two copies do not know each other's
 * schemas. To be called before anything imports graphql.
 */
export function shareGraphql(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== "graphql" && !specifier.startsWith("graphql/")) return next(specifier, context);
      return next(specifier, { ...context, parentURL: import.meta.url, conditions: ["node", "require"] });
    },
  });
}
