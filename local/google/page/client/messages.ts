import { ServiceFailure } from "./failure.ts";

const SHOWN_MS = 6000;

/** A line at the foot of the page that goes away by itself. */
export function say(text: string, kind: "info" | "error" = "info"): void {
  document.querySelector(".message")?.remove();
  const line = document.createElement("div");
  line.className = `message ${kind}`;
  line.setAttribute("role", kind === "error" ? "alert" : "status");
  line.textContent = text;
  document.body.append(line);
  setTimeout(() => line.remove(), SHOWN_MS);
}

/** Shows a refusal of the service. Anything else is a bug and goes on to the console. */
export function sayFailure(failure: unknown): void {
  if (failure instanceof ServiceFailure) say(failure.message, "error");
  else {
    say("页面出错，请刷新后重试", "error");
    throw failure;
  }
}
