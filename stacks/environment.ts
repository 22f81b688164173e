import type { Settings } from "./settings";
import type { Table } from "./table";

/** Environment of every function that touches the table. */
export function storeEnvironment(table: Table) {
  return { TABLE_NAME: table.name };
}

/** Environment of every function that talks to Google. */
export function googleEnvironment(settings: Settings) {
  return {
    GOOGLE_SERVICE_ACCOUNTS: settings.googleServiceAccounts,
    GOOGLE_WORKLOAD_AUDIENCE: settings.googleWorkloadAudience,
  };
}
