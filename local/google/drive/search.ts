import { DriveError } from "../errors.ts";
import type { FileRecord } from "../file.ts";
import { showTime } from "./show.ts";

/** The `q` of files.list: terms with and, or, not and brackets. */

type Test = (file: FileRecord) => boolean;

const invalidQuery = () =>
  new DriveError(400, "Invalid Value", { reason: "invalid", location: "q", locationType: "parameter" });

const tokenPattern = /\s*(?:([()])|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(!=|<=|>=|=|<|>)|([A-Za-z_][A-Za-z0-9_]*))/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  tokenPattern.lastIndex = 0;
  let at = 0;
  while (text.slice(at).trim() !== "") {
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(text);
    if (match === null) throw invalidQuery();
    found.push(match[0].trim());
    at = tokenPattern.lastIndex;
  }
  return found;
}

const unquote = (token: string) => token.slice(1, -1).replace(/\\(.)/g, "$1");
const isText = (token: string | undefined): token is string => token !== undefined && /^['"]/.test(token);

function fieldOf(file: FileRecord, name: string): string | undefined {
  switch (name) {
    case "name":
    case "title":
      return file.name;
    case "mimeType":
      return file.mimeType;
    case "modifiedTime":
      return showTime(file.shown.modifiedAt);
    case "createdTime":
      return showTime(file.createdAt);
    case "fullText":
      return file.name;
    default:
      throw invalidQuery();
  }
}

function compare(name: string, operator: string, value: string): Test {
  return (file) => {
    const field = fieldOf(file, name)!;
    const isTime = name.endsWith("Time");
    const [a, b] = isTime ? [Date.parse(field), Date.parse(value)] : [field.toLowerCase(), value.toLowerCase()];
    switch (operator) {
      case "=":
        return isTime ? a === b : field === value || (name === "name" && a === b);
      case "!=":
        return a !== b;
      case "contains":
        return field.toLowerCase().includes(value.toLowerCase());
      case "<":
        return a < b;
      case "<=":
        return a <= b;
      case ">":
        return a > b;
      case ">=":
        return a >= b;
      default:
        throw invalidQuery();
    }
  };
}

function parseTerm(list: string[]): Test {
  const head = list.shift();
  if (head === "(") {
    const inner = parseOr(list);
    if (list.shift() !== ")") throw invalidQuery();
    return inner;
  }
  if (head?.toLowerCase() === "not") {
    const inner = parseTerm(list);
    return (file) => !inner(file);
  }
  if (isText(head)) {
    if (list.shift()?.toLowerCase() !== "in") throw invalidQuery();
    const collection = list.shift();
    const value = unquote(head);
    if (collection === "parents") return (file) => file.parents.includes(value);
    if (collection === "owners") return (file) => file.owner === value;
    const roles =
      collection === "writers"
        ? ["owner", "writer"]
        : collection === "readers"
          ? ["owner", "writer", "reader"]
          : undefined;
    if (roles === undefined) throw invalidQuery();
    return (file) => file.permissions.some((one) => one.emailAddress === value && roles.includes(one.role));
  }
  if (head === undefined || !/^[A-Za-z]/.test(head)) throw invalidQuery();
  const operator = list.shift()?.toLowerCase();
  const value = list.shift();
  if (operator === undefined || value === undefined) throw invalidQuery();
  if (head === "trashed" || head === "starred" || head === "sharedWithMe") {
    if (operator !== "=" && operator !== "!=") throw invalidQuery();
    const wanted = (value.toLowerCase() === "true") === (operator === "=");
    return (file) => (head === "trashed" ? file.trashed : false) === wanted || head === "sharedWithMe";
  }
  if (!isText(value)) throw invalidQuery();
  if (!["name", "title", "mimeType", "modifiedTime", "createdTime", "fullText"].includes(head)) throw invalidQuery();
  return compare(head, operator, unquote(value));
}

function parseAnd(list: string[]): Test {
  let test = parseTerm(list);
  while (list[0]?.toLowerCase() === "and") {
    list.shift();
    const [left, right] = [test, parseTerm(list)];
    test = (file) => left(file) && right(file);
  }
  return test;
}

function parseOr(list: string[]): Test {
  let test = parseAnd(list);
  while (list[0]?.toLowerCase() === "or") {
    list.shift();
    const [left, right] = [test, parseAnd(list)];
    test = (file) => left(file) || right(file);
  }
  return test;
}

/** Brackets and `not`s of one search: far more than anyone writes, far fewer than the stack takes. */
const maxNesting = 100;

export function parseSearch(text: string | null): Test {
  if (text === null || text.trim() === "") return () => true;
  const list = tokens(text);
  if (list.filter((token) => token === "(" || token.toLowerCase() === "not").length > maxNesting) throw invalidQuery();
  const test = parseOr(list);
  if (list.length > 0) throw invalidQuery();
  return test;
}
