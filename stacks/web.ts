import type { Api } from "./api";
import type { Settings } from "./settings";

/** Apart from web/dist, which local runs serve: these pages know the address of this stage's API. */
const output = ".sst/web";

/** AWS's managed policy "SecurityHeadersPolicy": HTTPS only, no framing, no sniffing of types. */
const securityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03";

/** The pages: files in S3 behind CloudFront. Where the API is and who signs people in is a file beside them. */
export function web(settings: Settings, { gateway }: Api) {
  return new sst.aws.StaticSite("Web", {
    build: {
      command: `npx vite build --config web/vite.config.ts --outDir ../${output} --emptyOutDir && node stacks/write-web-config.mjs ${output}`,
      output,
    },
    environment: {
      WEB_API: $interpolate`${gateway.url}/graphql`,
      WEB_OIDC_ISSUER: settings.oidcIssuer,
      WEB_OIDC_CLIENT_ID: settings.oidcClientId,
      WEB_OIDC_AUDIENCE: settings.oidcAudience,
    },
    transform: {
      cdn: (cdn) => {
        cdn.transform = {
          distribution: (distribution) => {
            distribution.defaultCacheBehavior = $util
              .output(distribution.defaultCacheBehavior)
              .apply((behavior) => ({ ...behavior, responseHeadersPolicyId: securityHeaders }));
          },
        };
      },
    },
    assets: {
      fileOptions: [
        { files: "**", cacheControl: "max-age=31536000,public,immutable" },
        // Names that stay the same from release to release.
        { files: ["index.html", "config.json", "icon.svg"], cacheControl: "max-age=0,must-revalidate" },
      ],
    },
  });
}
