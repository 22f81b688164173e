import { badRequest } from "./errors.ts";
import type { Mask } from "./field-mask.ts";
import schemaText from "./schema.json" with { type: "json" };

/**
 * The message types of the API, from its discovery document (schema.json: message -> field -> type), and the check of
 * a request body against them in the words of the API's front end. Wrong types are refused before anything is looked at.
 */

const messages = schemaText as unknown as Record<string, Record<string, string>>;

export const enums: Record<string, readonly string[]> = {
  Dimension: ["DIMENSION_UNSPECIFIED", "ROWS", "COLUMNS"],
  MergeType: ["MERGE_ALL", "MERGE_COLUMNS", "MERGE_ROWS"],
  PasteType: [
    ..."PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION".split(" "),
    "PASTE_CONDITIONAL_FORMATTING",
  ],
  PasteOrientation: ["NORMAL", "TRANSPOSE"],
  SortOrder: ["SORT_ORDER_UNSPECIFIED", "ASCENDING", "DESCENDING"],
  DeveloperMetadataVisibility: ["DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED", "DOCUMENT", "PROJECT"],
  DeveloperMetadataLocationType: [
    ..."DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED ROW COLUMN SHEET SPREADSHEET".split(" "),
  ],
  DeveloperMetadataLocationMatchingStrategy: [
    ..."DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED EXACT_LOCATION INTERSECTING_LOCATION".split(" "),
  ],
  ValueInputOption: ["INPUT_VALUE_OPTION_UNSPECIFIED", "RAW", "USER_ENTERED"],
  ValueRenderOption: ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"],
  DateTimeRenderOption: ["SERIAL_NUMBER", "FORMATTED_STRING"],
  InsertDataOption: ["OVERWRITE", "INSERT_ROWS"],
  SheetType: ["SHEET_TYPE_UNSPECIFIED", "GRID", "OBJECT", "DATA_SOURCE"],
  HorizontalAlign: ["HORIZONTAL_ALIGN_UNSPECIFIED", "LEFT", "CENTER", "RIGHT"],
  VerticalAlign: ["VERTICAL_ALIGN_UNSPECIFIED", "TOP", "MIDDLE", "BOTTOM"],
  WrapStrategy: [..."WRAP_STRATEGY_UNSPECIFIED OVERFLOW_CELL LEGACY_WRAP CLIP WRAP".split(" ")],
  NumberFormatType: [
    ..."NUMBER_FORMAT_TYPE_UNSPECIFIED TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC".split(" "),
  ],
  ColumnType: [
    ..."COLUMN_TYPE_UNSPECIFIED DOUBLE CURRENCY PERCENT DATE TIME DATE_TIME TEXT BOOLEAN DROPDOWN FILES_CHIP".split(
      " ",
    ),
    ..."PEOPLE_CHIP FINANCE_CHIP PLACE_CHIP RATINGS_CHIP".split(" "),
  ],
  ConditionType: [
    ..."CONDITION_TYPE_UNSPECIFIED NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ".split(" "),
    ..."NUMBER_EQ NUMBER_NOT_EQ NUMBER_BETWEEN NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH".split(
      " ",
    ),
    ..."TEXT_ENDS_WITH TEXT_EQ TEXT_IS_EMAIL TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE".split(" "),
    ..."DATE_ON_OR_AFTER DATE_BETWEEN DATE_NOT_BETWEEN DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK".split(
      " ",
    ),
    ..."CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ DATE_NOT_EQ FILTER_EXPRESSION".split(" "),
  ],
};

interface Violation {
  readonly field?: string;
  readonly description: string;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const shown = (value: unknown) =>
  typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value).slice(0, 200);

function wrongType(path: string, type: string, value: unknown): Violation {
  return { field: path, description: `Invalid value at '${path}' (${type}), ${shown(value)}` };
}

function readScalar(type: string, value: unknown): unknown {
  switch (type) {
    case "string":
      return typeof value === "string" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : undefined;
    case "double": {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      return typeof number === "number" && Number.isFinite(number) ? number : undefined;
    }
    default: {
      const number = typeof value === "string" && /^-?[0-9]+$/.test(value) ? Number(value) : value;
      const fits = typeof number === "number" && Number.isInteger(number) && Math.abs(number) <= 0x7fffffff;
      return fits ? number : undefined;
    }
  }
}

const typeNames: Record<string, string> = {
  string: "TYPE_STRING",
  bool: "TYPE_BOOL",
  double: "TYPE_DOUBLE",
  int32: "TYPE_INT32",
};

function check(value: unknown, type: string, path: string, found: Violation[]): unknown {
  if (type === "any" || type === "map") return value;
  if (type.startsWith("list ")) return checkList(value, type.slice(5), path, found);
  if (type.startsWith("enum ")) {
    const name = type.slice(5);
    if (typeof value === "string" && enums[name]!.includes(value)) return value;
    found.push(wrongType(path, `type.googleapis.com/google.apps.sheets.v4.${name}`, value));
    return undefined;
  }
  const scalarName = typeNames[type];
  if (scalarName === undefined) return checkMessage(value, type, path, found);
  if (Array.isArray(value)) {
    const at = path.slice(0, Math.max(0, path.lastIndexOf(".")));
    const name = path.slice(path.lastIndexOf(".") + 1);
    found.push({
      field: at,
      description: `Invalid JSON payload received. Unknown name "${name}" at '${at}': Proto field is not repeating, cannot start list.`,
    });
    return undefined;
  }
  const read = readScalar(type, value);
  if (read === undefined) found.push(wrongType(path, scalarName, value));
  return read;
}

function checkList(value: unknown, inner: string, path: string, found: Violation[]): unknown {
  if (inner === "list any") {
    const wrong = (at: string, element: unknown) =>
      found.push(wrongType(at, "type.googleapis.com/google.protobuf.ListValue", element));
    if (!Array.isArray(value)) wrong(path, value);
    else for (const [index, row] of value.entries()) if (!Array.isArray(row)) wrong(`${path}[${index}]`, row);
    return value;
  }
  const list = Array.isArray(value) ? value : [value];
  return list.map((element, index) => check(element, inner, `${path}[${index}]`, found));
}

function checkMessage(value: unknown, name: string, path: string, found: Violation[]): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    found.push(wrongType(path, `type.googleapis.com/google.apps.sheets.v4.${name}`, value));
    return undefined;
  }
  const fields = messages[name]!;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const field = fields[key] === undefined ? key.replace(/_([a-z])/g, (_, c: string) => c.toUpperCase()) : key;
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (type === undefined) {
      found.push({
        ...(path === "" ? {} : { field: path }),
        description: `Invalid JSON payload received. Unknown name ${JSON.stringify(key)}${path === "" ? "" : ` at '${path}'`}: Cannot find field.`,
      });
    } else if (inner !== null)
      result[field] = check(inner, type, path === "" ? snake(field) : `${path}.${snake(field)}`, found);
  }
  return result;
}

/** The body as the message, `null` fields gone; throws the front end's INVALID_ARGUMENT. `root` prefixes paths. */
export function readMessage(name: string, body: unknown, root = ""): Record<string, unknown> {
  const found: Violation[] = [];
  const message = checkMessage(body ?? {}, name, root, found);
  if (found.length > 0) throw badRequest(found.map((violation) => violation.description).join("\n"), found);
  return message as Record<string, unknown>;
}

/** One enumerated query parameter. */
export function readEnum<T extends string>(name: string, path: string, value: string | undefined, absent: T): T {
  if (value === undefined) return absent;
  if (enums[name]!.includes(value)) return value as T;
  const violation = wrongType(path, `type.googleapis.com/google.apps.sheets.v4.${name}`, value);
  throw badRequest(violation.description, [violation]);
}

/** The first path of a mask that the message does not have. */
export function unknownPath(name: string, mask: Mask, prefix = ""): string | undefined {
  if (mask === true) return undefined;
  const fields = messages[name];
  for (const [key, below] of Object.entries(mask)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (key === "*") continue;
    const type = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (type === undefined) return path;
    if (type === "map" || type === "any") continue;
    const inner = unknownPath(type.replace(/^(?:list )+/, ""), below, path);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
