import { badRequest, DriveError, invalid } from "./errors.ts";

/** The JSON of a request, within what the API's front end takes. */

const maxBytes = 10 * 1024 * 1024;
/** Messages in messages: the limit of the front end's JSON reader. */
const maxDepth = 100;

function isTooDeep(value: unknown, left: number): boolean {
  if (value === null || typeof value !== "object") return false;
  if (left === 0) return true;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (isTooDeep(inner, left - 1)) return true;
  }
  return false;
}

function unreadable(text: string): Error {
  const description = `Invalid JSON payload received. Unexpected token.\n${text.slice(0, 60).split("\n")[0]}\n^`;
  return badRequest(description, [{ description }]);
}

/** Parsed JSON is taken as it is, text is read, nothing is undefined. */
export function parseBody(body: unknown, drive: boolean): unknown {
  let value = body;
  if (typeof body === "string") {
    if (body.trim() === "") return undefined;
    if (body.length > maxBytes || (body.length * 3 > maxBytes && Buffer.byteLength(body) > maxBytes)) {
      throw drive
        ? new DriveError(413, "Request Too Large", { reason: "uploadTooLarge" })
        : invalid(`Request payload size exceeds the limit: ${maxBytes} bytes.`);
    }
    try {
      value = JSON.parse(body);
    } catch {
      throw drive ? new DriveError(400, "Parse Error", { reason: "parseError" }) : unreadable(body);
    }
  }
  if (isTooDeep(value, maxDepth)) {
    throw drive
      ? new DriveError(400, "Parse Error", { reason: "parseError" })
      : invalid("Invalid JSON payload received. Message too deep. Max recursion depth reached.");
  }
  return value;
}
