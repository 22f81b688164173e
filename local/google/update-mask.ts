import { invalid } from "./errors.ts";
import type { Mask } from "./field-mask.ts";
import { parseMask } from "./field-mask.ts";
import { unknownPath } from "./schema.ts";

/** The `fields` of an update: "At least one field must be specified"; paths must exist in the message. */
export function readMask(message: string, fields: unknown): Mask {
  if (typeof fields !== "string" || fields === "")
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  const unknown = mask === undefined ? fields : unknownPath(message, mask);
  if (mask === undefined || unknown !== undefined) {
    throw invalid(`Invalid field mask: ${unknown ?? fields} is not a field of ${message}.`);
  }
  return mask;
}
