import { DriveError } from "../errors.ts";
import type { FileRecord } from "../file.ts";
import { accessOf } from "../store.ts";
import type { DriveInput } from "./context.ts";
import { maskAnswer, readCount } from "./context.ts";
import { parseSearch } from "./search.ts";
import { briefFile, showFile } from "./show.ts";

/** Drive v3 files.list: search, order, pages. */

type Compare = (a: FileRecord, b: FileRecord) => number;

const orders = new Map<string, Compare>([
  ["name", (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)],
  ["createdTime", (a, b) => a.createdAt - b.createdAt],
  ["modifiedTime", (a, b) => a.shown.modifiedAt - b.shown.modifiedAt],
]);

/** Documented keys by which all files here are alike: nothing is starred, shared or viewed at a time of its own. */
for (const alike of ["folder", "quotaBytesUsed", "sharedWithMeTime", "starred", "viewedByMeTime"])
  orders.set(alike, () => 0);
orders.set("name_natural", orders.get("name")!);
orders.set("recency", orders.get("modifiedTime")!);
orders.set("modifiedByMeTime", orders.get("modifiedTime")!);
const newestFirst: Compare = (a, b) => b.shown.modifiedAt - a.shown.modifiedAt;

/** "A comma-separated list of sort keys", each with an optional `desc`. */
function readOrder(text: string | null): Compare {
  if (text === null || text.trim() === "") return newestFirst;
  const keys = text.split(",").map((key): Compare => {
    const [name = "", direction, ...rest] = key.trim().split(/\s+/);
    const order = orders.get(name);
    if (order === undefined || rest.length > 0 || (direction !== undefined && direction !== "desc"))
      throw new DriveError(400, "Invalid Value", { reason: "invalid", location: "orderBy", locationType: "parameter" });
    return direction === "desc" ? (a, b) => order(b, a) : order;
  });
  return (a, b) => keys.reduce((found, order) => (found === 0 ? order(a, b) : found), 0);
}

export function listFiles(input: DriveInput): unknown {
  const test = parseSearch(input.query.get("q"));
  const size = readCount(input, "pageSize", 100, 1000);
  const all = [...input.store.files.values()].filter((file) => accessOf(file, input.user) > 0 && test(file));
  all.sort(readOrder(input.query.get("orderBy")));
  const start = readPageToken(input.query.get("pageToken"));
  const page = all.slice(start, start + size);
  const next = start + size < all.length ? { nextPageToken: `~!!~${start + size}` } : {};
  const answer = {
    kind: "drive#fileList",
    incompleteSearch: false,
    ...next,
    files: page.map((file) => showFile(file, input.user)),
  };
  return maskAnswer(input, answer, { kind: true, incompleteSearch: true, nextPageToken: true, files: briefFile });
}

function readPageToken(token: string | null): number {
  if (token === null) return 0;
  const match = /^~!!~(\d{1,9})$/.exec(token);
  if (match === null)
    throw new DriveError(400, "Invalid Value", { reason: "invalid", location: "pageToken", locationType: "parameter" });
  return Number(match[1]);
}
