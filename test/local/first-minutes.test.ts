import { type ExecFileException, execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { welcome } from "../../local/welcome.ts";
import { type LocalRun, startLocalRun } from "../support/local-run.ts";

/** What a newcomer sees of `npm start` and `npm run token`, as processes. */

const dataDir = mkdtempSync(join(tmpdir(), "ledger-first-"));
let run: LocalRun;
beforeAll(async () => {
  run = await startLocalRun(dataDir);
}, 150_000);
afterAll(async () => {
  await run.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const node = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<Ended>((resolve) => {
    const options = { env: { ...process.env, ...env }, timeout: 60_000 };
    execFile(process.execPath, [...args], options, (error: ExecFileException | null, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

const portOf = (url: string) => new URL(url).port;

describe("npm start", () => {
  it("[B15] tells what to open, how to get in and how to stop, and ends with ready", () => {
    const port = portOf(run.url);
    expect(run.output()).toContain(
      `${welcome({
        url: run.url,
        google: run.google,
        sheets: [],
        account: "ledger-sync@local.invalid",
        dataDir,
        localIssuer: true,
        settings: `PORT=${port} DATA_DIR=${dataDir} `,
      })}\nready ${run.url}\n`,
    );
  });

  it("[B15] every address it tells answers", async () => {
    const addresses = [...run.output().matchAll(/http:\/\/\S+/g)].map(([address]) => address);
    const answers = await Promise.all(
      [...new Set(addresses)].map(async (address) => {
        const response = await fetch(address, { headers: { accept: "text/html" } });
        return [address, response.status, response.headers.get("content-type")?.split(";")[0]];
      }),
    );
    expect(answers).toEqual([
      [`${run.url}/`, 200, "text/html"],
      [`${run.url}/graphql`, 200, "text/html"],
      [`${run.google}/sheets`, 200, "text/html"],
      [run.url, 200, "text/html"],
    ]);
  });

  it("[B16] a port in use, a directory in use and a wrong setting are told with what to do, without a trace", async () => {
    const port = portOf(run.url);
    const other = mkdtempSync(join(tmpdir(), "ledger-first-"));
    const start = (env: Readonly<Record<string, string>>) =>
      node(["local/main.ts"], { DEMO: "0", PORT: "0", GOOGLE_PORT: "0", DATA_DIR: other, ...env });
    const takenApi = await start({ PORT: port });
    const takenGoogle = await start({ GOOGLE_PORT: portOf(run.google) });
    const takenData = await start({ DATA_DIR: dataDir });
    const wrong = await start({ PORT: "many" });
    const googleAlone = await node(["local/google/main.ts"], { GOOGLE_PORT: portOf(run.google) });
    rmSync(other, { recursive: true, force: true });
    const inUse = (name: string, taken: string) =>
      `port ${taken} is in use, perhaps by another npm start. Choose another, e.g. ${name}=${Number(taken) + 100}.\n端口 ${taken} 不能用或已被占用：请换一个，或先停掉占用它的程序。\n`;
    expect([takenApi, takenGoogle, googleAlone, takenData, wrong]).toEqual([
      { code: 1, stdout: "", stderr: inUse("PORT", port) },
      { code: 1, stdout: "", stderr: inUse("GOOGLE_PORT", portOf(run.google)) },
      { code: 1, stdout: "", stderr: inUse("GOOGLE_PORT", portOf(run.google)) },
      {
        code: 1,
        stdout: "",
        stderr: [
          `store.unavailable: ${dataDir}/dynamodb cannot be opened; is another process using it?`,
          "Another npm start on the same DATA_DIR? Stop it, or set DATA_DIR to another directory.",
          "数据目录正被另一个 npm start 使用：请先停掉它，或换一个 DATA_DIR。",
          "",
        ].join("\n"),
      },
      { code: 1, stdout: "", stderr: "PORT=many: must be a whole number from 0 to 65535\n" },
    ]);
  }, 120_000);
});

describe("npm run token", () => {
  it("[B17] prints a token that the running API accepts, and nothing else", async () => {
    const { code, stdout, stderr } = await node(
      ["local/token.ts", "--unit", "cn", "--role", "admin", "--subject", "li"],
      { DATA_DIR: dataDir },
    );
    expect({ code, stderr, lines: stdout.split("\n").length }).toEqual({ code: 0, stderr: "", lines: 2 });
    const token = stdout.trim();
    expect(decodeJwt(token)).toMatchObject({ sub: "li", unit: "cn", role: "ADMIN" });
    expect(await run.ask(token, "{ viewer { subject role unit { code } } }")).toEqual({
      viewer: { subject: "li", role: "ADMIN", unit: { code: "cn" } },
    });
  });

  it("[B17] says how it is used when unit or role are missing, unknown or misspelt", async () => {
    const usage = "usage: npm run token -- --unit CODE --role CLERK|LEADER|VERIFIER|VIEWER|ADMIN [--subject NAME]\n";
    const answers = await Promise.all(
      [[], ["--unit", "cn"], ["--unit", "cn", "--role", "KING"], ["--unti", "cn"]].map((words) =>
        node(["local/token.ts", ...words], { DATA_DIR: dataDir }),
      ),
    );
    expect(answers).toEqual([
      { code: 2, stdout: "", stderr: usage },
      { code: 2, stdout: "", stderr: usage },
      { code: 2, stdout: "", stderr: usage },
      { code: 2, stdout: "", stderr: `Unknown option '--unti'\n${usage}` },
    ]);
  });
});

describe("npm run bureau", () => {
  it("[B6] finds this machine's API by itself, and [B12] leaves files where the person is, not where npm runs it", async () => {
    const away = mkdtempSync(join(tmpdir(), "ledger-away-"));
    const bureau = (...words: string[]) =>
      node(["local/bureau.ts", ...words], { PORT: portOf(run.url), INIT_CWD: away });
    expect(await bureau("list")).toEqual({ code: 0, stdout: "没有表格\n", stderr: "" });
    expect(await bureau("export", "cn", "--format", "csv")).toEqual({
      code: 0,
      stdout: "已导出 0 条问题到 cn.csv\n",
      stderr: "",
    });
    expect(readdirSync(away)).toEqual(["cn.csv"]);
    rmSync(away, { recursive: true, force: true });
  });
});
