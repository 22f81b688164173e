import type { DraftContext } from "./draft.ts";
import type { Mask } from "./field-mask.ts";
import type { Message } from "./requests/request.ts";
import type { SheetsCall } from "./sheets-routes.ts";
import type { Area, ShowOptions } from "./show-spreadsheet.ts";

/** What a method of Sheets v4 is called with. */

export interface SheetsInput {
  readonly call: SheetsCall;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly mask: Mask | undefined;
  readonly context: DraftContext;
  readonly owner: string;
}

export function showOptions(
  { mask, context, owner }: SheetsInput,
  includeGridData: boolean,
  areas?: readonly Area[],
): ShowOptions {
  return { user: context.caller.user, owner, now: context.now, includeGridData, mask, areas };
}

export const fromQuery = (query: URLSearchParams) => (name: string) => query.get(name) ?? undefined;

export const fromBody = (body: Message) => (name: string) => body[name] as string | undefined;
