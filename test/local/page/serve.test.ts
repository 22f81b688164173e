import { describe, expect, it } from "vitest";
import { servePage } from "../../../local/google/page/serve.ts";

const get = (path: string, method = "GET") => servePage({ method, path });

describe("paths of the page", () => {
  it("[U1] the list, the page and their scripts are served; every other path is left to others", async () => {
    const types = async (path: string) => {
      const answer = await get(path);
      return answer && [answer.status, answer.headers["content-type"]];
    };
    expect(await types("/sheets")).toEqual([200, "text/html; charset=utf-8"]);
    expect(await types("/sheets/1AbC-_x?gid=0")).toEqual([200, "text/html; charset=utf-8"]);
    expect(await types("/sheets/assets/sheet-page.js")).toEqual([200, "text/javascript; charset=utf-8"]);
    expect(await types("/sheets/assets/page.css")).toEqual([200, "text/css; charset=utf-8"]);
    expect(await get("/")).toMatchObject({ status: 302, headers: { location: "/sheets" } });
    expect(await types("/v4/spreadsheets/x")).toBeNull();
    expect(await types("/sheetsx")).toBeNull();
  });

  it("[U1] nothing outside the page's own files can be asked for, and nothing can be written", async () => {
    expect((await get("/sheets/assets/..%2Fserve.ts"))?.status).toBe(404);
    expect((await get("/sheets/assets/../serve.ts"))?.status).toBe(404);
    expect((await get("/sheets/assets/toString"))?.status).toBe(404);
    expect((await get("/sheets/x", "POST"))?.status).toBe(405);
  });

  it("[U1] no script or style sheet comes from another host", async () => {
    const sheet = (await get("/sheets/x"))?.body ?? "";
    const links = [...sheet.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toEqual(["data:,", "/sheets/assets/page.css", "/sheets/assets/sheet-page.js", "/sheets"]);
  });
});
