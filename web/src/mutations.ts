import type { Api } from "./api.ts";

/** What people can decide on these pages. Each answers the sentence to show when it was refused, or null. */

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** Steps of the closing procedure that these pages offer, with the mutation of each. */
export const steps: Readonly<Record<string, { readonly mutation: string; readonly reason: boolean }>> = {
  START: { mutation: "startProblemItem", reason: false },
  SUBMIT: { mutation: "submitProblemItem", reason: false },
  WITHDRAW: { mutation: "withdrawProblemItem", reason: false },
  VERIFY: { mutation: "verifyProblemItem", reason: false },
  FILE: { mutation: "fileProblemItem", reason: false },
  RETURN: { mutation: "returnProblemItem", reason: true },
  REOPEN: { mutation: "reopenProblemItem", reason: true },
  VOID: { mutation: "voidProblemItem", reason: true },
  RESTORE: { mutation: "restoreProblemItem", reason: false },
};

export function stepDocument(mutation: string): string {
  const input = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation Step($input: ${input}!) { result: ${mutation}(input: $input) { userErrors { code message } } }`;
}

export const settleDocument = `mutation Settle($input: SettleConflictInput!) {
  result: settleConflict(input: $input) { userErrors { code message } }
}`;
export const releaseDocument = `mutation Release($input: ReleaseBrakeInput!) {
  result: releaseBrake(input: $input) { userErrors { code message } }
}`;
export const syncDocument = `mutation SyncNow($input: SyncSpreadsheetInput!) {
  result: syncSpreadsheet(input: $input) { userErrors { code message } }
}`;

async function mutate(api: Api, document: string, input: Readonly<Record<string, unknown>>): Promise<string | null> {
  try {
    const { result } = await api.ask<{ result: Payload }>(document, { input });
    return result.userErrors[0]?.message ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    api.changed();
  }
}

export function takeStep(
  api: Api,
  action: string,
  item: { readonly code: string; readonly version: number },
  reason: string,
): Promise<string | null> {
  const step = steps[action];
  if (step === undefined) throw new Error(`these pages do not offer ${action}`);
  const input = { code: item.code, version: item.version, ...(step.reason ? { reason } : {}) };
  return mutate(api, stepDocument(step.mutation), input);
}

export function settleConflict(api: Api, id: string, choose: "SHEET" | "API"): Promise<string | null> {
  return mutate(api, settleDocument, { id, choose });
}

/** Lets the brake go and makes the pass that it stopped, so that people see at once what comes of it. */
export async function releaseBrake(api: Api, spreadsheetId: string, passId: string): Promise<string | null> {
  return (await mutate(api, releaseDocument, { spreadsheetId, passId })) ?? (await syncNow(api, spreadsheetId));
}

export function syncNow(api: Api, spreadsheetId: string): Promise<string | null> {
  return mutate(api, syncDocument, { spreadsheetId });
}
