import { passWith } from "../../core/sync/moments.ts";
import { sortBy } from "../../support/ledger-sheet.ts";
import type { SyncWorld } from "../../support/sync-world.ts";

/** What puts the spreadsheet s1 out of step, as it happens to bureaus. */

/** A script of the bureau sorts the sheet before each of our writes. Gives the pass to release. */
export async function quarantine(world: SyncWorld): Promise<string> {
  const item = (await world.items("s1")).find(({ texts }) => texts.description === "第1个示例问题");
  await world.apiSet(item?.code ?? "", { owner: "接口的人" });
  let turns = 0;
  const turn = () => sortBy(world, "序号", turns++ % 2 === 0 ? "DESCENDING" : "ASCENDING");
  await passWith(world, { "before writeRows 1": turn, "before writeRows 2": turn, "before writeRows 3": turn });
  return brakedPass(world, "QUARANTINED");
}

export const quarantined = "写入多次落到别的行，已停止；请检查表格后解除";

export function deleteHeader(world: SyncWorld): void {
  const range = { sheetId: 7, dimension: "ROWS", startIndex: 0, endIndex: 1 };
  world.google.edit("s1", [{ deleteDimension: { range } }]);
}

export const headerGone =
  "工作表“问题清单”里找不到表头，请恢复表头（问题描述、问题类别、整改措施、责任部门、责任人、整改时限）";

/** Gives the pass to release. */
export async function brake(world: SyncWorld): Promise<string> {
  deleteHeader(world);
  await world.pass("s1");
  return brakedPass(world, "BRAKED");
}

async function brakedPass({ store }: SyncWorld, wanted: string): Promise<string> {
  const link = await store.getLink("s1");
  if (link?.state !== wanted || link.brakedPass === null) throw new Error(`${link?.state}, not ${wanted}`);
  return link.brakedPass;
}

/** As the poll does when Drive says that the file is gone: nothing else of the link changes. */
export async function suspend({ store }: SyncWorld): Promise<void> {
  const link = await store.getLink("s1");
  if (link === null) throw new Error("not linked");
  await store.putLink({ ...link, state: "UNREACHABLE", reason: "表格已被删除" }, link.revision);
}
