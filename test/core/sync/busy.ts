import { deleteRow, type } from "../../support/ledger-sheet.ts";
import { type Ledger, settledLedger } from "./ledger.ts";
import { type Picture, picture } from "./picture.ts";

/** A ledger on which one pass has all kinds of work, and what of its end must not depend on how that pass went. */

/** Something of everything: edits of both sides, a new row on either, a deletion, a conflict, an unreadable cell. */
export async function busyLedger(seed = 1): Promise<Ledger> {
  const ledger = await settledLedger(5, { seed });
  const { world } = ledger;
  await world.apiSet(ledger.code(1), { owner: "接口的人", remark: "=1+1" });
  await world.apiSet(ledger.code(2), { remark: "接口的备注" });
  await world.apiCreate("s1", { description: "接口登记的问题" });
  type(world, "第2个示例问题", "备注", "表格的备注");
  type(world, "第3个示例问题", "整改时限", "不知道");
  type(world, "第3个示例问题", "责任部门", "市场科");
  world.google.write("s1", "问题清单!A7", [[6, "表格登记的问题", "民生"]]);
  deleteRow(world, 5);
  return ledger;
}

/** Without versions, times and the order of conflicts: those may differ by how often a pass was begun anew. */
export async function meaning(ledger: Ledger): Promise<Picture> {
  const names = new Map<string, string>();
  const lines: Record<string, string> = {};
  const byText = new Map<string, string>();
  const drawn = await picture(ledger.world, names);
  for (const [line, text] of Object.entries(drawn)) {
    const description = /^item (#\d+) description$/.exec(line);
    if (description?.[1] !== undefined) byText.set(description[1], text);
  }
  for (const [line, text] of Object.entries(drawn)) {
    if (/^history #\d+ [\d.]+$/.test(line)) continue;
    const named = (part: string) => part.replace(/#\d+/g, (name) => byText.get(name) ?? name);
    lines[named(line).replace(/conflict (\w+)\.\d+/, "conflict $1")] = named(text).replace(/ version \d+/, "");
  }
  return lines;
}

export async function historyTexts(ledger: Ledger): Promise<string[]> {
  const names = new Map<string, string>();
  return Object.entries(await picture(ledger.world, names))
    .filter(([line]) => line.startsWith("history"))
    .map(([, text]) => text)
    .sort();
}
