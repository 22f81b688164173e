import { missingCredentials, userOf } from "./auth.ts";
import { routeDrive } from "./drive/routes.ts";
import { DriveError, errorBody, GoogleError, notFound } from "./errors.ts";
import { parseBody } from "./parse-body.ts";
import { prepareSheets } from "./prepare-sheets.ts";
import type { Prepared, World } from "./prepared.ts";
import { driveInput } from "./prepared.ts";
import { routeSheets } from "./sheets-routes.ts";

/**
 * One request against the store, at a given time and with a given seed: the same request gives the same result, ids
 * and all, which is what makes replaying a journal possible. Everything here is synchronous, so a request is atomic.
 */

export interface GoogleRequest {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** The raw query, without `?`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, JSON text, or absent. */
  readonly body?: unknown;
}

export interface GoogleResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; undefined for 204. Must not be changed by who receives it. */
  readonly body: unknown;
}

/** Drive has its own words for every failure. */
export const isDrivePath = (path: string) => path.startsWith("/drive/");

function prepareDrive(world: World, request: GoogleRequest, query: URLSearchParams): Prepared | undefined {
  const route = routeDrive(request.method, request.path);
  if (route === undefined) return undefined;
  const { fileId: id, kind } = route;
  return {
    name: `drive ${request.method} ${request.path.slice("/drive/v3".length)}`,
    drive: true,
    write: kind !== "read",
    ...(id === undefined ? {} : { spreadsheetId: id }),
    run: (moment) => {
      const input = driveInput(world, query, parseBody(request.body, true), moment);
      const body = route.run(input);
      const edited = input.made.length > 0 || id === undefined ? input.made : [id];
      const changed = kind === "edit" ? edited : [];
      return { status: body === undefined ? 204 : 200, body, changed };
    },
  };
}

/** Who asks and for what; throws 401 and 404 in the words of the API concerned. */
export function prepare(world: World, request: GoogleRequest): { readonly user: string; readonly call: Prepared } {
  const query = new URLSearchParams(request.query ?? "");
  const drive = isDrivePath(request.path);
  const user = userOf(request.headers?.authorization, query.get("access_token"));
  if (user === undefined) throw missingCredentials(drive);
  if (drive) {
    const call = prepareDrive(world, request, query);
    if (call === undefined) throw new DriveError(404, "Not Found", { reason: "notFound" });
    return { user, call };
  }
  const call = request.path.startsWith("/v4/spreadsheets") ? routeSheets(request.method, request.path) : undefined;
  if (call === undefined) throw notFound();
  return { user, call: prepareSheets(world, call, query, request.body) };
}

/** Any failure as an answer; what is no failure of Google's is a bug and goes to `onBug`. */
export function failureAnswer(
  error: unknown,
  drive: boolean,
  onBug: (error: unknown) => void,
): { status: number; body: object } {
  if (error instanceof GoogleError || error instanceof DriveError) return errorBody(error);
  onBug(error);
  return errorBody(
    drive
      ? new DriveError(500, "Internal Error", { reason: "internalError" })
      : new GoogleError("INTERNAL", "Internal error encountered."),
  );
}
