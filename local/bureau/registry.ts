import type { Command } from "./command.ts";
import { add } from "./commands/add.ts";
import { columns } from "./commands/columns.ts";
import { conflicts } from "./commands/conflicts.ts";
import { doctor } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { history } from "./commands/history.ts";
import { link } from "./commands/link.ts";
import { list } from "./commands/list.ts";
import { pause, resume } from "./commands/pause.ts";
import { preview } from "./commands/preview.ts";
import { release } from "./commands/release.ts";
import { restore } from "./commands/restore.ts";
import { settle } from "./commands/settle.ts";
import { summaryLink } from "./commands/summary-link.ts";
import { sync } from "./commands/sync.ts";
import { tabs } from "./commands/tabs.ts";
import { token } from "./commands/token.ts";
import { unitsCommand } from "./commands/units.ts";

/** Every command, in the order in which a bureau meets them. */
export const chapters: readonly (readonly [title: string, commands: readonly Command[]])[] = [
  ["接入 · onboarding", [add, unitsCommand, link, doctor, columns, tabs, preview, sync]],
  ["日常 · from day to day", [list, conflicts, settle, release, pause, resume, history, restore]],
  ["汇总 · figures", [exportCommand, summaryLink]],
  ["身份 · who you are", [token]],
];

export const commands: readonly Command[] = chapters.flatMap(([, list]) => list);
