import type { ApiClient } from "./api-client.ts";

/** A spreadsheet is reached only when its owner has shared it. Which account Google shares it with is found out by itself. */
export async function sharingHint(api: ApiClient): Promise<string> {
  const { serviceAccounts } = await api.ask<{ readonly serviceAccounts: readonly string[] }>(
    "query SharedWith { serviceAccounts }",
    {},
  );
  return `表格要共享给 ${serviceAccounts.join(" 或 ")}，权限为编辑者`;
}
