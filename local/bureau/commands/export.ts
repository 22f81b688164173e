import { exportFormats } from "../../../core/rollup/export-file.ts";
import { defineCommand } from "../command.ts";
import { exportLedger } from "../export-ledger.ts";

export const exportCommand = defineCommand({
  name: "export",
  does: "把问题清单和汇总导出为文件 · a unit's items and figures, and those below it, as a file",
  takes: {
    unit: { value: "UNIT", says: "单位代码 · code of the unit", required: true, positional: true },
    format: {
      value: "FORMAT",
      says: "格式，默认 xlsx；csv 只含问题清单 · xlsx by default; csv holds the items only",
      choices: exportFormats,
    },
    out: { value: "FILE", says: "文件名，默认 UNIT.FORMAT · name of the file" },
  },
  example: "--unit qh-haixi --format xlsx --out 海西州.xlsx",
  async run({ unit, format = "xlsx", out = `${unit}.${format}` }, { api, writeFile, progress }) {
    const { content, items } = await exportLedger(api, { unit, format }, (count) => progress(`已取 ${count} 条…`));
    try {
      await writeFile(out, content);
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      return { ok: false, text: `${out} cannot be written (${why}). 写不了这个文件，请用 --out 换一个位置。` };
    }
    return { ok: true, text: `已导出 ${items} 条问题到 ${out}` };
  },
});
