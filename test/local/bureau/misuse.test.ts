import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { helpOf, overview } from "../../../local/bureau/help.ts";
import { nearest } from "../../../local/bureau/nearest.ts";
import { commands } from "../../../local/bureau/registry.ts";
import { type BureauWorld, startBureauWorld } from "./bureau-world.ts";

let bureau: BureauWorld;
beforeAll(async () => {
  bureau = await startBureauWorld();
  await bureau.world.addUnit("cn");
});
afterAll(() => bureau.close());

const hint = (command: string) => `用法 · usage: npm run bureau -- ${command} --help\n`;

describe("help", () => {
  it("[B1] without a command the overview is shown, as a misuse; when asked for, as an answer", async () => {
    expect(await bureau.run()).toEqual({ exit: 2, out: `${overview()}\n`, err: "" });
    for (const words of [["--help"], ["-h"], ["help"]])
      expect(await bureau.run(...words)).toEqual({ exit: 0, out: `${overview()}\n`, err: "" });
  });

  it("[B1] every command is in the overview, in Chinese and English", () => {
    const lines = overview().split("\n");
    for (const { name, does } of commands) {
      expect(does).toMatch(/^\p{Script=Han}.* · [ -~]+$/u);
      expect(lines.filter((line) => line.trim().replace(/ {2,}/, "|") === `${name}|${does}`)).toHaveLength(1);
    }
  });

  it.each(commands.map(({ name }) => name))("[B1] help of %s, however it is asked for", async (name) => {
    const command = commands.find((each) => each.name === name);
    const answer = { exit: 0, out: `${command === undefined ? "" : helpOf(command)}\n`, err: "" };
    expect(await bureau.run("help", ...name.split(" "))).toEqual(answer);
    expect(await bureau.run(...name.split(" "), "--help")).toEqual(answer);
    expect(await bureau.run(...name.split(" "), "-h", "more", "words")).toEqual(answer);
  });

  it("[B1] the help of a command names all it takes", async () => {
    expect((await bureau.run("help", "settle")).out).toBe(
      [
        "了结一个冲突 · say which value of a conflict stands",
        "",
        "  npm run bureau -- settle CONFLICT [SIDE] [--value TEXT]",
        "  例 · example: npm run bureau -- settle Q29uZmxpY3Q6… --choose SHEET",
        "",
        "  CONFLICT 或 --conflict CONFLICT           冲突编号，conflicts 会列出 · see conflicts",
        "  SIDE 或 --choose SIDE                     以哪边为准 · whose value stands: SHEET API",
        "  --value TEXT                              两边都不对时，另填内容 · a third value instead",
        "  --url URL                                 服务地址，默认为本机 · address of the API, this machine by default",
        "  --token TOKEN                             令牌，也可放在环境变量 TOKEN 里 · bearer token, else the variable TOKEN",
        "  --as ROLE@UNIT                            仅限本机：以某单位某角色的身份 · this machine only: act as a role at a unit",
        "  --help                                    显示用法 · show how it is used",
        "",
      ].join("\n"),
    );
  });
});

describe("misuse", () => {
  it.each([
    [["snyc", "s1"], 'Unknown command "snyc". 没有这个命令；是不是 sync？\n'],
    [["histroy"], 'Unknown command "histroy". 没有这个命令；是不是 history？\n'],
    [["frobnicate"], 'Unknown command "frobnicate". 没有这个命令；全部命令：npm run bureau -- --help\n'],
    [["help", "lsit"], 'Unknown command "lsit". 没有这个命令；是不是 list？\n'],
    [
      ["sync", "--spreadshet", "s1"],
      `Unknown option --spreadshet. 没有这个选项；是不是 --spreadsheet？\n${hint("sync")}`,
    ],
    [
      ["sync", "--colour", "red"],
      `Unknown option --colour. 没有这个选项；有 --spreadsheet --url --token --as --help\n${hint("sync")}`,
    ],
    [["sync"], `SPREADSHEET (--spreadsheet) is missing. 缺少 SPREADSHEET。\n${hint("sync")}`],
    [["sync", ""], `SPREADSHEET (--spreadsheet) is missing. 缺少 SPREADSHEET。\n${hint("sync")}`],
    [["sync", "s1", "s2"], `"s2" is one word too many. 多了一项“s2”。\n${hint("sync")}`],
    [["sync", "--spreadsheet", "s1", "s2"], `"s2" is one word too many. 多了一项“s2”。\n${hint("sync")}`],
    [
      ["list", "--state", "BROKEN"],
      `--state BROKEN: must be one of ACTIVE, BRAKED, QUARANTINED, UNREACHABLE, PAUSED. 取值不对。\n${hint("list")}`,
    ],
    [["list", "--url", "nowhere"], "--url nowhere: not an address. 网址不对。\n"],
    [["list", "--as", "LEADER"], "--as LEADER: write ROLE@UNIT. 请写成 角色@单位代码。\n"],
    [["settle", "c1"], "Give --choose SHEET|API or --value TEXT, one of them. 请在 --choose 与 --value 中给出一个。\n"],
    [
      ["settle", "c1", "SHEET", "--value", "甲"],
      "Give --choose SHEET|API or --value TEXT, one of them. 请在 --choose 与 --value 中给出一个。\n",
    ],
    [["restore", "P1", "--to", "x"], "--to x: must be a version, a whole number. 版本应为整数。\n"],
  ])("[B4] %j", async (words, err) => {
    expect(await bureau.run(...words)).toEqual({ exit: 2, out: "", err });
  });

  it("[B4] a word is suggested only when it is near", () => {
    expect(
      ["sync", "sinc", "synx", "ysnc", "pasue", "relese", "x", "", "synchronise"].map((word) => [
        word,
        nearest(word, ["sync", "pause", "release"]),
      ]),
    ).toEqual([
      ["sync", "sync"],
      ["sinc", "sync"],
      ["synx", "sync"],
      ["ysnc", "sync"],
      ["pasue", "pause"],
      ["relese", "release"],
      ["x", undefined],
      ["", undefined],
      ["synchronise", undefined],
    ]);
  });
});

describe("reaching the API", () => {
  const away = "http://127.0.0.1:9";

  it("[B5] nothing listens on this machine", async () => {
    expect(await bureau.run("list", "--url", away)).toEqual({
      exit: 1,
      out: "",
      err: `Nothing answers at ${away}. 本机服务没有运行：请在另一个窗口执行 npm start，看到 ready 后再试。\n`,
    });
  });

  it("[B5] nothing listens elsewhere", async () => {
    expect(await bureau.run("list", "--token", "t", "--url", "https://ledger.invalid/graphql")).toEqual({
      exit: 1,
      out: "",
      err: "Nothing answers at https://ledger.invalid. 连不上服务，请检查网络和 --url。\n",
    });
  });

  it("[B5] nobody issues a token", async () => {
    const deployed = await startBureauWorld({ issuesTokens: false });
    expect(await deployed.run("list")).toEqual({
      exit: 1,
      out: "",
      err: "No token, and URL issues none. 没有令牌：请先 export TOKEN=…，或加 --token；怎样取得令牌：npm run bureau -- help token\n",
    });
    await deployed.close();
  });

  it("[B5] the token is not accepted", async () => {
    expect(await bureau.run("list", "--token", "e30.e30.e30")).toEqual({
      exit: 1,
      out: "",
      err: "UNAUTHENTICATED: A valid bearer token is required. 请先登录。 怎样取得令牌：npm run bureau -- help token\n",
    });
  });

  it.each([
    [
      401,
      "The token is not accepted: wrong, or expired. 令牌无效或已过期；怎样取得令牌：npm run bureau -- help token\n",
    ],
    [404, "URL is not this API (it answered 404). 这个地址不是台账服务，请检查 --url。\n"],
    [504, "URL did not answer in time (504). 服务没有及时答复；已经开始的同步会在后台做完，稍后用 list 查看。\n"],
  ])("[B5] a gateway answers %i by itself", async (status, err) => {
    const server = createServer((_, response) => response.writeHead(status).end('{"message":"…"}'));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const said = await bureau.run("list", "--token", "t", "--url", url);
    expect({ ...said, err: said.err.replaceAll(url, "URL") }).toEqual({ exit: 1, out: "", err });
    server.close();
  });

  it("[B5] another program's page at the address", async () => {
    const server = createServer((_, response) => response.end("<!doctype html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const err = `${url} is not this API (it answered 200). 这个地址不是台账服务，请检查 --url。\n`;
    expect(await bureau.run("list", "--url", url)).toEqual({ exit: 1, out: "", err });
    expect(await bureau.run("list", "--url", url, "--token", "t")).toEqual({ exit: 1, out: "", err });
    server.close();
  });

  it("[B6] without a token the caller is ADMIN of cn, or whom --as names", async () => {
    await bureau.world.addUnit("dl");
    expect(await bureau.run("token")).toEqual({
      exit: 0,
      out: "admin@cn：cn（cn）的管理员 ADMIN，服务 URL\n",
      err: "",
    });
    for (const url of [bureau.url, `${bureau.url}/`, `${bureau.url}/graphql`, `${bureau.url}/graphql/`])
      expect((await bureau.run("token", "--url", url)).out).toBe("admin@cn：cn（cn）的管理员 ADMIN，服务 URL\n");
    expect((await bureau.run("token", "--as", "leader@dl")).out).toBe(
      "leader@dl：dl（dl）的单位负责人 LEADER，服务 URL\n",
    );
    expect(await bureau.run("token", "--as", "KING@dl")).toEqual({
      exit: 1,
      out: "",
      err: "--as KING@dl: unit and role (CLERK, LEADER, VERIFIER, VIEWER, ADMIN) are needed\n",
    });
  });

  it("[B3] as a process: the exit code, and refusals on stderr", async () => {
    const run = (...words: string[]) =>
      promisify(execFile)(process.execPath, ["local/bureau.ts", ...words], { env: { ...process.env, PORT: "9" } }).then(
        ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
        ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
      );
    expect(await Promise.all([run("--help"), run("list"), run("lsit")])).toEqual([
      { code: 0, stdout: `${overview()}\n`, stderr: "" },
      {
        code: 1,
        stdout: "",
        stderr:
          "Nothing answers at http://127.0.0.1:9. 本机服务没有运行：请在另一个窗口执行 npm start，看到 ready 后再试。\n",
      },
      { code: 2, stdout: "", stderr: 'Unknown command "lsit". 没有这个命令；是不是 list？\n' },
    ]);
  });
});
