import { AppError } from "../core/errors.ts";
import { SettingError } from "./settings.ts";

/** Why a local service could not start, and what to do about it. */

/** null: a defect, of which the developers need the whole trace. */
export function whyNotStarted(error: unknown, env: NodeJS.ProcessEnv): string | null {
  if (error instanceof SettingError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === "EADDRINUSE" || code === "EACCES") {
    const name = String(port) === (env.GOOGLE_PORT || "4001") ? "GOOGLE_PORT" : "PORT";
    const what = code === "EADDRINUSE" ? "is in use, perhaps by another npm start" : "may not be used";
    return `port ${port} ${what}. Choose another, e.g. ${name}=${(port ?? 0) + 100}.\n端口 ${port} 不能用或已被占用：请换一个，或先停掉占用它的程序。`;
  }
  if (error instanceof AppError && error.code === "store.unavailable")
    return `${error.message}\nAnother npm start on the same DATA_DIR? Stop it, or set DATA_DIR to another directory.\n数据目录正被另一个 npm start 使用：请先停掉它，或换一个 DATA_DIR。`;
  return null;
}

export function giveUp(error: unknown): never {
  console.error(whyNotStarted(error, process.env) ?? error);
  process.exit(1);
}
