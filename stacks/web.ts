import type { Api } from "./api";
import type { Settings } from "./settings";

const directory = "web";

/** The pages: files in S3 behind CloudFront, built by `npm run build:web`. */
export function web(settings: Settings, { gateway }: Api) {
  return new sst.aws.StaticSite("Web", {
    build: { command: "npm run build:web", output: `${directory}/dist` },
    environment: {
      VITE_API_URL: gateway.url,
      VITE_OIDC_ISSUER: settings.oidcIssuer,
      VITE_OIDC_AUDIENCE: settings.oidcAudience,
    },
  });
}
