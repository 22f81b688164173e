#!/usr/bin/env node
// What SST believes is the pulumi binary. Runs the program that SST generated under Pulumi's own MockMonitor, accepts
// every resource as if it had been created, and records it. Plain JavaScript: it lives among Pulumi's internals
// (`runtime/mocks`, `runtime/settings`), whose version SST pins.
import { execSync } from "node:child_process";
import crypto from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ACCOUNT = "123456789012";

function mocks(region) {
  const arnPath = {
    "aws:lambda/function:Function": "function:",
    "aws:dynamodb/table:Table": "table/",
    "aws:iam/role:Role": "role/",
    "aws:cloudwatch/logGroup:LogGroup": "log-group:",
  };
  const statement = (s) => ({
    Effect: s.effect ?? "Allow",
    Action: s.actions,
    Resource: s.resources,
    Condition: s.conditions,
    Principal: s.principals && Object.fromEntries(s.principals.map((p) => [p.type, p.identifiers])),
  });
  return {
    newResource({ type, name, inputs, custom }) {
      if (!custom) return { state: inputs };
      const service = type.split(/[:/]/)[1];
      const physical = inputs.name ?? name;
      const arn = `arn:aws:${service}:${service === "iam" ? "" : region}:${ACCOUNT}:${arnPath[type] ?? ""}${physical}`;
      const extra = {
        lambda: { invokeArn: `${arn}/invocations`, qualifiedArn: `${arn}:1`, version: "1" },
        sqs: { url: `https://sqs.${region}.amazonaws.com/${ACCOUNT}/${physical}` },
        apigatewayv2: {
          executionArn: `arn:aws:execute-api:${region}:${ACCOUNT}:${name}`,
          apiEndpoint: `https://${name}.execute-api.${region}.amazonaws.com`,
        },
        index: { base64: Buffer.alloc(32, 7).toString("base64") }, // random:index/randomBytes, the key of resource.enc
      }[service];
      return { id: `${name}-id`, state: { name: physical, arn, ...extra, ...inputs } };
    },
    call({ token, inputs }) {
      if (token === "command:local:run") {
        // The pages are really built, as the provider would.
        const { dir: cwd, environment } = inputs;
        const env = { ...process.env, ...environment };
        return { ...inputs, stdout: execSync(inputs.command, { cwd, env, encoding: "utf8", stdio: "pipe" }) };
      }
      const answer = {
        "aws:index/getPartition:getPartition": { partition: "aws" },
        "aws:index/getRegion:getRegion": { region, name: region, id: region },
        "aws:index/getCallerIdentity:getCallerIdentity": { accountId: ACCOUNT },
        "aws:iam/getPolicyDocument:getPolicyDocument": {
          json: JSON.stringify({ Version: "2012-10-17", Statement: (inputs.statements ?? []).map(statement) }),
        },
      }[token];
      if (!answer) {
        console.error(`the offline engine has no answer for ${token}`); // Pulumi loses the message of what is thrown here.
        throw new Error(token);
      }
      return { ...inputs, ...answer };
    },
  };
}

const SECRET = "4dabf18193072939515e22adb298388d"; // Pulumi's marker of a wrapped (secret, asset, ...) value
function unwrap(value) {
  if (Array.isArray(value)) return value.map(unwrap);
  if (value === null || typeof value !== "object") return value;
  if (value[SECRET]) return unwrap(value.value ?? value.path ?? value.urn ?? null);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unwrap(v)]));
}

async function pulumi(args) {
  const flag = (name) => args[args.indexOf(name) + 1];
  const work = fileURLToPath(process.env.PULUMI_BACKEND_URL);
  const [, app, stage] = (args[0] === "stack" ? args[2] : flag("--stack")).split("/");
  const saveState = (resources) =>
    writeFileSync(
      path.join(work, ".pulumi/stacks", app, `${stage}.json`),
      JSON.stringify({
        version: 3,
        checkpoint: {
          stack: `organization/${app}/${stage}`,
          latest: { manifest: { time: new Date(0), magic: "", version: "" }, resources },
        },
      }),
    );
  if (args[0] === "stack" && args[1] === "init") return saveState([]);
  if (args[0] !== "preview") throw new Error(`offline pulumi refuses "${args.join(" ")}"`);

  crypto.randomBytes = (size) => Buffer.alloc(size, 1); // SST ends physical names in random letters: make them repeatable
  const require = createRequire(path.join(process.env.OFFLINE_ROOT, ".sst/platform/package.json"));
  const { runtime } = require("@pulumi/pulumi");
  const { MockMonitor } = require("@pulumi/pulumi/runtime/mocks");
  const config = Object.fromEntries(
    args.flatMap((arg, i) => (arg === "--config" ? [args[i + 1].split(/=(.*)/s, 2)] : [])),
  );
  const seen = new Map();
  class Recorder extends MockMonitor {
    registerResource(req, done) {
      super.registerResource(req, (error, res) => {
        if (!error)
          seen.set(res.getUrn(), {
            urn: res.getUrn(),
            type: req.getType(),
            name: req.getName(),
            parent: req.getParent(),
            custom: req.getCustom(),
            inputs: unwrap(req.getObject()?.toJavaScript() ?? {}),
            outputs: {},
            protect: req.getProtect(),
            retainOnDelete: req.getRetainondelete(),
          });
        done(error, res);
      });
    }
    registerResourceOutputs(req, done) {
      seen.get(req.getUrn()).outputs = unwrap(req.getOutputs()?.toJavaScript() ?? {});
      done(null, {});
    }
  }
  await runtime.setMocks({}, app, stage, false);
  require("@pulumi/pulumi/runtime/settings").setMockOptions(
    new Recorder(mocks(config["aws:region"])),
    app,
    stage,
    false,
    "organization",
  );
  const log = (event) =>
    appendFileSync(flag("--event-log"), `${JSON.stringify({ sequence: 0, timestamp: 0, ...event })}\n`);
  const fail = (error) => {
    log({ diagnosticEvent: { severity: "error", message: String(error?.message ?? error), color: "never" } });
    console.error(error); // goes to .sst/log/pulumi.err.log
    process.exit(1);
  };
  process
    .on("uncaughtException", fail)
    .on("unhandledRejection", fail)
    .once("beforeExit", () => {
      const all = [...seen.values()].sort((a, b) => (!a.parent ? -1 : !b.parent ? 1 : a.urn < b.urn ? -1 : 1)); // the stack first
      writeFileSync(process.env.OFFLINE_OUT, JSON.stringify(all, null, 1));
      saveState(all.filter((r) => !r.custom).map(({ name, protect, retainOnDelete, ...state }) => state)); // SST writes sst-env.d.ts from this
      log({
        summaryEvent: {
          maybeCorrupt: false,
          durationSeconds: 0,
          resourceChanges: { create: all.length },
          PolicyPacks: {},
        },
      });
    });
  const main = readFileSync(path.join(work, "Pulumi.yaml"), "utf8").match(/^main: (.*)$/m)[1];
  await runtime.runInPulumiStack(async () => (await import(pathToFileURL(main))).default).catch(fail);
}

await pulumi(process.argv.slice(2));
