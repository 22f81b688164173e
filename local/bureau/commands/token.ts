import { defineCommand } from "../command.ts";
import { roleWords, wordOf } from "../words.ts";

const viewer = "query Viewer { viewer { subject role unit { code name } } }";

interface Found {
  readonly viewer: { readonly subject: string; readonly role: string; readonly unit: { code: string; name: string } };
}

export const token = defineCommand({
  name: "token",
  does: "查看现用令牌的身份 · whose token is in use; help token tells how to get one",
  takes: {},
  example: "",
  notes: [
    "本机（npm start）：不用令牌，默认是 cn 的管理员 ADMIN；换身份用 --as，例如 --as LEADER@qh-haixi。",
    "要把令牌交给别的程序：npm run token -- --unit qh-haixi --role LEADER 会打印一个，有效一天。",
    "部署在 AWS：令牌由本单位的身份提供方（OpenID Connect）签发，登录总览页的那个账号即可；",
    "取得访问令牌（access token）后 export TOKEN=…，并用 --url 指定 API 地址。",
    "",
    "This machine: none is needed; you are ADMIN of cn, or whom --as says. npm run token prints one for other programs.",
    "On AWS: an access token of your identity provider with the claims unit and role, in TOKEN or --token, and --url.",
  ],
  async run(_, { api }) {
    const found = await api.ask<Found>(viewer, {});
    const { subject, role, unit } = found.viewer;
    return {
      ok: true,
      text: `${subject}：${unit.name}（${unit.code}）的${wordOf(roleWords, role)} ${role}，服务 ${api.url}`,
    };
  },
});
