/** What differs between two installations, read once from the environment (or `.env.<stage>`, which SST loads). */
export interface Settings {
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  /** The pages' own name at the identity provider: a public client, authorization code with PKCE. */
  readonly oidcClientId: string;
  /** Origins whose pages may call the API. Empty: no browser may. */
  readonly webOrigins: string[];
  readonly alarmEmail: string | undefined;
  /** E-mail addresses of the Google service accounts, comma-separated; each is one shard. */
  readonly googleServiceAccounts: string;
  /** `//iam.googleapis.com/projects/…/providers/…`; empty: the secret GoogleServiceAccountKeys is used. */
  readonly googleWorkloadAudience: string;
}

/** Throws with the names of all missing settings at once. */
export function readSettings(stage: string): Settings {
  const missing: string[] = [];
  const need = (name: string) => {
    const value = process.env[name];
    if (!value) missing.push(name);
    return value ?? "";
  };
  const settings: Settings = {
    oidcIssuer: need("OIDC_ISSUER"),
    oidcAudience: need("OIDC_AUDIENCE"),
    oidcClientId: need("OIDC_CLIENT_ID"),
    webOrigins: (process.env.WEB_ORIGINS ?? "").split(",").filter(Boolean),
    alarmEmail: stage === "production" ? need("ALARM_EMAIL") : process.env.ALARM_EMAIL,
    googleServiceAccounts: need("GOOGLE_SERVICE_ACCOUNTS"),
    googleWorkloadAudience: process.env.GOOGLE_WORKLOAD_AUDIENCE ?? "",
  };
  if (missing.length > 0) throw new Error(`settings missing for stage ${stage}: ${missing.join(", ")}`);
  return settings;
}
