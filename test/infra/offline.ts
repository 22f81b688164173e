/**
 * Runs the real `sst diff` with no network and no account. Two things SST needs from outside are stood in for: the AWS
 * control plane (below: bootstrap parameter, state bucket) and the Pulumi engine (engine.mjs). What this shows: SST
 * evaluates, bundles and registers these resources. What it does not: that AWS accepts them.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { lock } from "./lock.ts";
import type { Resource } from "./resource.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const engine = fileURLToPath(new URL("./engine.mjs", import.meta.url));
const home = path.join(root, ".sst/offline");
const cli = path.join(root, "node_modules/.bin/sst");

/** Settings of a made-up installation; `example` names only. */
export const exampleSettings = {
  OIDC_ISSUER: "https://issuer.example.org",
  OIDC_AUDIENCE: "grassroots-ledger",
  OIDC_CLIENT_ID: "ledger-pages",
  WEB_ORIGINS: "https://ledger.example.org",
  ALARM_EMAIL: "operator@example.org",
  GOOGLE_SERVICE_ACCOUNTS: "ledger-1@example.iam.gserviceaccount.com,ledger-2@example.iam.gserviceaccount.com",
  GOOGLE_WORKLOAD_AUDIENCE:
    "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/aws/providers/ledger",
};
export const exampleSecrets = { WebhookToken: "example-webhook-token" };

function answerAsAws(req: IncomingMessage, res: ServerResponse): void {
  let body = "";
  req.on("data", (chunk) => {
    body += chunk;
  });
  req.on("end", () => {
    const target = req.headers["x-amz-target"];
    if (target === "AmazonSSM.GetParameter") {
      const { Name } = JSON.parse(body) as { Name: string };
      const bootstrap = { version: 99, asset: "sst-asset", state: "sst-state", assetEcrRegistryId: "123456789012" };
      const passphrase = Buffer.alloc(32, 1).toString("base64");
      const Value = Name === "/sst/bootstrap" ? JSON.stringify(bootstrap) : passphrase;
      res.setHeader("content-type", "application/x-amz-json-1.1");
      res.end(JSON.stringify({ Parameter: { Name, Type: "String", Value } }));
    } else if (!target && req.method === "GET") {
      res.writeHead(404, { "content-type": "application/xml" }).end("<Error><Code>NoSuchKey</Code></Error>");
    } else res.writeHead(400).end(`offline: ${req.method} ${req.url} ${target} is not answered`);
  });
}

function environment(extra: Record<string, string>): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS|SST|PULUMI|VITEST|NODE_OPTIONS)/.test(name));
  return {
    ...Object.fromEntries(own),
    PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
    XDG_CONFIG_HOME: home,
    SST_TELEMETRY_DISABLED: "1",
    SST_SKIP_DEPENDENCY_CHECK: "1",
    NO_BUN: "1",
    ...extra,
  };
}

/** SST's platform (about 295 MB) is fetched once and kept in `.sst`. */
export function installPlatform(): void {
  if (existsSync(path.join(root, ".sst/platform/node_modules/@pulumi/aws"))) return;
  const { status, stdout, stderr } = spawnSync(cli, ["install"], {
    cwd: root,
    env: environment({ SST_STAGE: "test" }),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`sst install failed\n${stdout}${stderr}`);
}

interface Given {
  readonly secrets?: Record<string, string>;
  readonly settings?: Record<string, string>;
  /** Where a copy of the built bundles is wanted; the originals are overwritten by the next run. */
  readonly keepBundlesIn?: string;
}

/** SST keeps its artifacts in one place, so one run at a time; others wait for it. */
export async function evaluate(stage: string, given: Given = {}): Promise<readonly Resource[]> {
  mkdirSync(home, { recursive: true });
  const unlock = await lock(path.join(home, "lock"));
  try {
    installPlatform();
    const resources = await run(stage, given);
    if (given.keepBundlesIn !== undefined) {
      for (const folder of ["artifacts", "functions"]) {
        cpSync(path.join(root, ".sst", folder), path.join(given.keepBundlesIn, folder), { recursive: true });
      }
    }
    return resources;
  } finally {
    unlock();
  }
}

async function run(stage: string, given: Given): Promise<readonly Resource[]> {
  const aws = createServer(answerAsAws);
  await new Promise<void>((ready) => aws.listen(0, "127.0.0.1", ready));
  const out = path.join(home, `${stage}.json`);
  mkdirSync(path.join(home, "sst/bin"), { recursive: true });
  rmSync(out, { force: true });
  writeFileSync(path.join(home, "sst/bin/pulumi"), `#!/bin/sh\nexec "${process.execPath}" "${engine}" "$@"\n`, {
    mode: 0o755,
  });
  const secrets = Object.entries(given.secrets ?? exampleSecrets);
  const child = spawn(cli, ["diff", "--stage", stage], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environment({
      SST_AWS_NO_PROFILE: "1",
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_ACCESS_KEY_ID: "offline",
      AWS_SECRET_ACCESS_KEY: "offline",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      OFFLINE_ROOT: root,
      OFFLINE_OUT: out,
      ...Object.fromEntries(secrets.map(([name, value]) => [`SST_SECRET_${name}`, value])),
      ...(given.settings ?? exampleSettings),
    }),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((done) => child.on("close", done));
  aws.close();
  if (code !== 0) throw new Error(`sst diff --stage ${stage} exited with ${code}\n${output}`);
  return JSON.parse(readFileSync(out, "utf8")) as Resource[];
}
