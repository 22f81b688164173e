/** What every function has in common. */
export const functionDefaults = {
  runtime: "nodejs24.x",
  architecture: "arm64",
  logging: { retention: "3 months", format: "json" },
  nodejs: { esbuild: { mainFields: ["module", "main"] } },
  transform: {
    // SST 4.17.1 lets the account root assume every function's role (`!dev` on an Output is never true); only Lambda may.
    role: (args) => {
      args.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
      return undefined;
    },
  },
} as const satisfies Partial<sst.aws.FunctionArgs>;
