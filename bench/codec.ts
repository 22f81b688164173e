import { isDeepStrictEqual } from "node:util";
import { decodeItem } from "../core/store/codec.ts";
import { type Row, textOf } from "../core/store/table-client.ts";
import type { Bench, Findings } from "./bench.ts";
import { buildByHand, parseByHand } from "./codec/hand.ts";
import { itemRow, writeId } from "./data/item-row.ts";
import { makeItems, type StorableItem } from "./data/items.ts";
import { aUnit } from "./data/units.ts";
import { type Contestant, interleave } from "./runner/interleave.ts";
import { loadLibrary } from "./runner/peers.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";

/** A thousand items to rows of the table and back, without the network. */

const count = 1_000;

/** The same item in a library's own terms; it chooses the attributes, the keys are the table's. */
interface PeerCodec {
  build(item: StorableItem["item"], keys: Readonly<Record<string, string>>): Row;
  parse(row: Row): unknown;
}

async function run(progress: Progress): Promise<Findings> {
  const items = makeItems(aUnit("cn/qh/qh-haixi/", "PREFECTURE"), { count, from: 1 });
  const rows = items.map(itemRow);
  for (const [i, item] of items.entries()) {
    const byHand = buildByHand(item, writeId);
    if (
      !isDeepStrictEqual(parseByHand(byHand), decodeItem(rows[i] ?? {})) ||
      textOf(byHand, "doc").length !== textOf(rows[i] ?? {}, "doc").length
    )
      throw new Error(`the floor does not do the same work for ${item.item.code}`);
  }
  const electrodb = (await loadLibrary<{ codec: PeerCodec }>("electrodb", progress)).codec;
  const toolbox = (await loadLibrary<{ codec: PeerCodec }>("dynamodb-toolbox", progress)).codec;
  const keys = rows.map((row) => ({
    pk: textOf(row, "pk"),
    sk: textOf(row, "sk"),
    unitPool: textOf(row, "unitPool"),
    unitKey: textOf(row, "unitKey"),
  }));
  const buildBy = (codec: PeerCodec) => items.map(({ item }, i) => codec.build(item, keys[i] ?? {}));
  const electrodbRows = buildBy(electrodb);
  const toolboxRows = buildBy(toolbox);
  const docs = rows.map((row) => textOf(row, "doc"));

  const building: Contestant[] = [
    { name: "plain hand code", run: () => items.map((item) => buildByHand(item, writeId)) },
    { name: "ours, checked by its schema", run: () => items.map(itemRow) },
    { name: "electrodb", run: () => buildBy(electrodb) },
    { name: "dynamodb-toolbox", run: () => buildBy(toolbox) },
  ];
  const parsing: Contestant[] = [
    { name: "JSON.parse alone", run: () => docs.map((doc) => JSON.parse(doc) as unknown) },
    { name: "plain hand code", run: () => rows.map(parseByHand) },
    { name: "ours", run: () => rows.map(decodeItem) },
    { name: "electrodb", run: () => electrodbRows.map(electrodb.parse) },
    { name: "dynamodb-toolbox", run: () => toolboxRows.map(toolbox.parse) },
  ];
  const sections = [];
  const ratio = new Map<string, number>();
  for (const [title, contestants] of [
    ["build", building],
    ["parse", parsing],
  ] as const) {
    const timed = await interleave(contestants, { reference: "plain hand code", rounds: 15, progress });
    sections.push({
      title: `${title}, ${count} items`,
      rows: timed.map(({ name, cpuMs, ratio }) => ({ contestant: name, "cpu ms": cpuMs, "of hand code": ratio })),
    });
    for (const one of timed) ratio.set(`${title} ${one.name}`, one.ratio.median);
  }
  const built = ratio.get("build ours, checked by its schema") ?? 0;
  const parsed = ratio.get("parse ours") ?? 0;
  return {
    sections,
    targets: [
      { wanted: "build at most 1.2 times plain hand code", found: `${numberText(built)} times`, met: built <= 1.2 },
      { wanted: "parse at most 1.2 times plain hand code", found: `${numberText(parsed)} times`, met: parsed <= 1.2 },
    ],
    notes: [
      "All four make attribute values as DynamoDB takes them; the libraries through the SDK's marshall and unmarshall.",
      "The libraries store the item's members as attributes of their own, ours as one JSON text.",
    ],
  };
}

export const bench: Bench = {
  name: "codec",
  about: "1,000 items built as rows of the table and parsed back",
  run,
};
