import type { Argument } from "./command.ts";

/** Every command that is about one spreadsheet takes it in the same way. */
export const spreadsheetArgument = {
  value: "SPREADSHEET",
  says: "表格编号，或浏览器里的整个网址 · id of the spreadsheet, or its whole address",
  required: true,
  positional: true,
} as const satisfies Argument;
