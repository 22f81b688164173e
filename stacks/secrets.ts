export function secrets() {
  return {
    /** Key of the tokens that Google's push channels carry. */
    webhookToken: new sst.Secret("WebhookToken"),
    /** JSON list of service account keys, one per account: second choice, when workload identity cannot be had. */
    googleServiceAccountKeys: new sst.Secret("GoogleServiceAccountKeys", "[]"),
  };
}

export type Secrets = ReturnType<typeof secrets>;
