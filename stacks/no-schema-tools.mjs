// Stands in for @graphql-tools/schema in bundles. Apollo would make a schema from text with it; ours is made already, and
// 140 KB less are read at every start.
export function makeExecutableSchema() {
  throw new Error("@graphql-tools/schema is not bundled: give Apollo a schema instead of text");
}
