import { badRequest } from "./errors.ts";
import { readEnum } from "./schema.ts";
import type { Render } from "./values.ts";

/** Query parameters, typed. Unknown ones are refused as the API's front end does. */

const standard = new Set([
  ..."$.xgafv access_token alt callback fields $fields key oauth_token prettyPrint quotaUser upload_protocol uploadType".split(
    " ",
  ),
]);

export function checkParameters(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (standard.has(name) || known.includes(name)) continue;
    const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
    throw badRequest(description, [{ description }]);
  }
}

/** `true`, `True`, `1` … as the front end takes them. */
export function readFlag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  if (text === null || /^(?:false|0)$/i.test(text)) return false;
  if (/^(?:true|1|)$/i.test(text)) return true;
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const description = `Invalid value at '${field}' (TYPE_BOOL), ${JSON.stringify(text)}`;
  throw badRequest(description, [{ field, description }]);
}

export const renderParameters = ["valueRenderOption", "dateTimeRenderOption", "majorDimension"];

export function readRender(source: (name: string) => string | undefined, prefix = ""): Render {
  const name = (base: string) => (prefix === "" ? base : `${prefix}${base[0]!.toUpperCase()}${base.slice(1)}`);
  const snake = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const [value, dateTime] = [name("valueRenderOption"), name("dateTimeRenderOption")];
  return {
    value: readEnum("ValueRenderOption", snake(value), source(value), "FORMATTED_VALUE" as Render["value"]),
    dateTime: readEnum(
      "DateTimeRenderOption",
      snake(dateTime),
      source(dateTime),
      "SERIAL_NUMBER" as Render["dateTime"],
    ),
    majorDimension: readEnum(
      "Dimension",
      "major_dimension",
      source("majorDimension"),
      "ROWS" as Render["majorDimension"],
    ),
  };
}
