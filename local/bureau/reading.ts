import { spreadsheetIdIn } from "../../core/sheet/spreadsheet-id.ts";
import { type ApiClient, ApiRefusal } from "./api-client.ts";
import { type ReadingShown, readingFields } from "./doctor-report.ts";

/** A spreadsheet as it stands now, and what its bureau has said about it. */

const readingQuery = `query Reading($spreadsheetId: String!) {
  spreadsheet(spreadsheetId: $spreadsheetId) { aliases { kind header field } reading { ${readingFields} } }
}`;

export interface Found {
  readonly reading: ReadingShown;
  readonly aliases: readonly { readonly kind: string; readonly header: string; readonly field: string | null }[];
}

/** Errors: ApiRefusal when it is not linked. */
export async function readSpreadsheet(api: ApiClient, spreadsheet: string): Promise<Found> {
  const spreadsheetId = spreadsheetIdIn(spreadsheet);
  const answer = await api.ask<{ readonly spreadsheet: Found | null }>(readingQuery, { spreadsheetId });
  if (answer.spreadsheet === null) throw new ApiRefusal(notLinked);
  return answer.spreadsheet;
}

export const notLinked = "NOT_FOUND: No such spreadsheet. 没有关联这个表格。";
