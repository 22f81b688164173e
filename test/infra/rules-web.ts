import { isDeepStrictEqual } from "node:util";
import { only, type Resource, types } from "./resource.ts";
import type { Rule } from "./rules.ts";

/** AWS's managed policy "SecurityHeadersPolicy". */
const securityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03";

function checkPages(resources: readonly Resource[]): string[] {
  const problems: string[] = [];
  const block = only(resources, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "Web").inputs;
  if (!block.blockPublicAcls || !block.blockPublicPolicy || !block.ignorePublicAcls || !block.restrictPublicBuckets) {
    problems.push("the bucket of the pages may be made public");
  }
  const policy = JSON.parse(only(resources, "aws:s3/bucketPolicy:BucketPolicy", "Web").inputs.policy) as {
    Statement: { Effect: string; Action: string[]; Principal: Record<string, unknown> }[];
  };
  for (const { Effect, Action, Principal } of policy.Statement) {
    if (Effect !== "Allow") continue;
    const cloudfront = isDeepStrictEqual(Principal, { Service: ["cloudfront.amazonaws.com"] });
    if (!cloudfront || !isDeepStrictEqual(Action, ["s3:GetObject"])) {
      problems.push(`${JSON.stringify(Principal)} may ${Action} on the bucket of the pages`);
    }
  }
  const behavior = only(resources, types.distribution, "Web").inputs.defaultCacheBehavior;
  if (behavior.viewerProtocolPolicy !== "redirect-to-https") problems.push("pages are served without HTTPS");
  if (behavior.responseHeadersPolicyId !== securityHeaders) problems.push("pages are served without security headers");
  return problems;
}

export const webRules: readonly Rule[] = [{ id: "[I17]", check: checkPages }];
