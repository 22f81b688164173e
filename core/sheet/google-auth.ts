import { GoogleAuth } from "google-auth-library";

/** How this program proves to Google that it is one of its service accounts. */
export type GoogleCredentials =
  /** Workload identity federation: the Lambda role's own signature is exchanged for a token. No key exists. */
  | { readonly kind: "WORKLOAD"; readonly audience: string; readonly serviceAccount: string }
  /** A service account's key file, parsed. */
  | { readonly kind: "KEY"; readonly key: Readonly<Record<string, unknown>> };

/** Reading and writing cells; of files, only what changes.list needs. */
export const googleScopes = [
  "https://www.googleapis.com/auth/spreadsheets",
  "https://www.googleapis.com/auth/drive.metadata.readonly",
];

/** Google's side of the exchange: federated tokens, and tokens of service accounts. */
export interface TokenServices {
  readonly sts: string;
  readonly iamCredentials: string;
}

const google: TokenServices = {
  sts: "https://sts.googleapis.com",
  iamCredentials: "https://iamcredentials.googleapis.com",
};

/**
 * The configuration that `gcloud iam workload-identity-pools create-cred-config --aws` writes; nothing in it is secret.
 * Without the metadata URLs the client takes region and credentials from Lambda's environment.
 */
export function workloadConfig(audience: string, serviceAccount: string, { sts, iamCredentials } = google) {
  return {
    type: "external_account",
    audience,
    subject_token_type: "urn:ietf:params:aws:token-type:aws4_request",
    token_url: `${sts}/v1/token`,
    service_account_impersonation_url: `${iamCredentials}/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`,
    credential_source: {
      environment_id: "aws1",
      regional_cred_verification_url: "https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15",
    },
  } as const;
}

/** One per account for the life of a process: it keeps its token. */
export function makeGoogleAuth(credentials: GoogleCredentials, services: TokenServices = google) {
  const json =
    credentials.kind === "KEY"
      ? credentials.key
      : workloadConfig(credentials.audience, credentials.serviceAccount, services);
  return new GoogleAuth({ credentials: json, scopes: googleScopes });
}
