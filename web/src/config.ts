import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** Where the API is, where spreadsheets open, and who signs people in; written beside the pages when they are deployed. */
export type Config = {
  readonly api: string;
  /** What stands before a spreadsheet's id in its address; absent: spreadsheets are not linked. */
  readonly sheets?: string;
} & (
  | { readonly signIn: "local" }
  | {
      readonly signIn: "oidc";
      readonly issuer: string;
      readonly clientId: string;
      readonly audience?: string;
      readonly scope?: string;
    }
);

export const ConfigContext = createContext<Config>({ api: "", signIn: "local" });

/** The address of a spreadsheet, null where pages do not know where spreadsheets open. */
export function useSheetAddress(): (spreadsheetId: string) => string | null {
  const { sheets } = useContext(ConfigContext);
  return (spreadsheetId) => (sheets === undefined ? null : sheets + encodeURIComponent(spreadsheetId));
}

export async function readConfig(): Promise<Config> {
  const response = await fetch("./config.json", { cache: "no-cache" });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as Config;
}
