/** Where the API is and who signs people in; written beside the pages when they are deployed. */
export type Config =
  | { readonly api: string; readonly signIn: "local" }
  | {
      readonly api: string;
      readonly signIn: "oidc";
      readonly issuer: string;
      readonly clientId: string;
      readonly audience?: string;
      readonly scope?: string;
    };

export async function readConfig(): Promise<Config> {
  const response = await fetch("./config.json", { cache: "no-cache" });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as Config;
}
