import { kinds } from "../../core/ledger/kinds.ts";
import { systemHeaders } from "../../core/sheet/header-words.ts";

/** What the API calls a field, by the header that a clerk knows. */

/** Beside the columns: the system's own, and what steps of the procedure change. */
const others: Readonly<Record<string, string>> = {
  "#code": systemHeaders.code,
  "#state": systemHeaders.state,
  "#notice": systemHeaders.notice,
  state: "状态",
  unit: "责任单位",
  transferTo: "拟转办单位",
};

/** The header of a kind's own, the field's name for a kind or field that is not known here. */
export function fieldHeaderOf(kind: string, field: string): string {
  const columns = kinds.find(({ name }) => name === kind)?.columns ?? [];
  return columns.find((column) => column.field === field)?.header ?? field;
}

/** `问题清单` for `problem`. */
export function kindWord(kind: string): string {
  return kinds.find(({ name }) => name === kind)?.tab ?? kind;
}

/** The headers of a kind's columns that are the clerk's. */
export function headersOf(kind: string): readonly string[] {
  const columns = kinds.find(({ name }) => name === kind)?.columns ?? [];
  return columns.filter(({ writes }) => writes !== "SYSTEM").map(({ header }) => header);
}

/** @param code of the item whose field it is: a field may have another header in another kind of entry. */
export function fieldWord(field: string, code: string | null): string {
  const kind = kinds.find(({ prefix }) => code?.startsWith(prefix));
  return kind?.columns.find((column) => column.field === field)?.header ?? others[field] ?? field;
}
