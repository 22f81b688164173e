import { failureSentence } from "./failure.ts";
import { bearerToken, bindUserName } from "./user-name.ts";

/** The start page: the spreadsheets that Drive lists, newest first. */

type DriveFile = { readonly id: string; readonly name: string; readonly modifiedTime?: string };

const list = document.getElementById("files") as HTMLElement;

async function readFiles(): Promise<DriveFile[]> {
  const files: DriveFile[] = [];
  let pageToken = "";
  do {
    const query = new URLSearchParams({
      q: "mimeType='application/vnd.google-apps.spreadsheet' and trashed=false",
      orderBy: "modifiedTime desc",
      pageSize: "1000",
      fields: "nextPageToken,files(id,name,modifiedTime)",
      ...(pageToken ? { pageToken } : {}),
    });
    const answer = await fetch(`/drive/v3/files?${query}`, {
      headers: { authorization: `Bearer ${bearerToken()}` },
    });
    const body = await answer.json().catch(() => null);
    if (!answer.ok) throw new Error(failureSentence(answer.status, body));
    files.push(...((body.files ?? []) as DriveFile[]));
    pageToken = body.nextPageToken ?? "";
  } while (pageToken !== "");
  return files;
}

async function create(): Promise<void> {
  const answer = await fetch("/v4/spreadsheets", {
    method: "POST",
    headers: { authorization: `Bearer ${bearerToken()}`, "content-type": "application/json" },
    body: JSON.stringify({ properties: { title: "未命名表格", locale: "zh_CN" } }),
  });
  const body = await answer.json().catch(() => null);
  if (answer.ok) location.href = `/sheets/${encodeURIComponent(body.spreadsheetId)}`;
  else list.textContent = failureSentence(answer.status, body);
}

async function draw(): Promise<void> {
  const files = await readFiles();
  list.replaceChildren(
    ...files.map((file) => {
      const link = document.createElement("a");
      link.href = `/sheets/${encodeURIComponent(file.id)}`;
      const name = document.createElement("span");
      name.textContent = file.name;
      const time = document.createElement("time");
      time.textContent = file.modifiedTime ? new Date(file.modifiedTime).toLocaleString("zh-CN") : "";
      link.append(name, time);
      return link;
    }),
  );
  if (files.length === 0) list.textContent = "还没有表格。";
  document.body.dataset.ready = "true";
}

bindUserName(document.getElementById("user-name") as HTMLInputElement);
document.getElementById("user-name")?.addEventListener("change", () => void draw());
document.getElementById("create")?.addEventListener("click", () => void create());
draw().catch((failure: unknown) => {
  list.textContent = failure instanceof Error && failure.message ? failure.message : "无法读取表格列表";
});
