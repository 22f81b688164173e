/** What a newcomer needs to know when everything is up: what to open, and how to get in. */

export interface WelcomeSheet {
  readonly unit: string;
  readonly title: string;
  readonly url: string;
}

export interface WelcomeParts {
  readonly url: string;
  readonly google: string;
  readonly sheets: readonly WelcomeSheet[];
  /** With whom a new spreadsheet must be shared. */
  readonly account: string;
  readonly dataDir: string;
  /** Absent: tokens come from an issuer elsewhere. */
  readonly localIssuer: boolean;
  /** Settings that the other commands must be given too, e.g. `PORT=4100 `. */
  readonly settings: string;
}

const sheetsShown = 12;

export function welcome({ url, google, sheets, account, dataDir, localIssuer, settings }: WelcomeParts): string {
  const shown = sheets.slice(0, sheetsShown);
  const width = Math.max(0, ...shown.map(({ unit }) => unit.length));
  const rest = sheets.length - shown.length;
  return [
    "",
    `dashboard 总览     ${url}/`,
    `GraphiQL           ${url}/graphql`,
    `spreadsheets 表格  ${google}/sheets`,
    ...shown.map(({ unit, title, url: address }) => `  ${unit.padEnd(width)}  ${address}  ${title}`),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
    `  share with 共享给 ${account}`,
    localIssuer
      ? `a token 令牌       ${settings}npm run token -- --unit cn --role ADMIN   (dashboard and GraphiQL get their own)`
      : "a token 令牌       from OIDC_ISSUER",
    `operator 命令行    ${settings}npm run bureau -- list   (--help lists the commands)`,
    `state 数据         ${dataDir}`,
    "Ctrl-C stops; nothing is lost. 按 Ctrl-C 停止，数据不丢。",
    "",
  ].join("\n");
}
