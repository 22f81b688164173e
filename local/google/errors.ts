/**
 * Failures in the words of the real service. Sheets answers `{error:{code,message,status,details?}}`; Drive answers
 * `{error:{code,message,errors:[{message,domain,reason,locationType?,location?}]}}`.
 */

export type Status =
  | "INVALID_ARGUMENT"
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "ABORTED"
  | "FAILED_PRECONDITION"
  | "RESOURCE_EXHAUSTED"
  | "INTERNAL"
  | "UNIMPLEMENTED"
  | "UNAVAILABLE";

const codes: Record<Status, number> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
};

export class GoogleError extends Error {
  readonly code: number;
  readonly status: Status;
  readonly details: readonly object[] | undefined;
  constructor(status: Status, message: string, details?: readonly object[]) {
    super(message);
    this.name = "GoogleError";
    this.code = codes[status];
    this.status = status;
    this.details = details;
  }
}

export interface DriveReason {
  readonly reason: string;
  readonly domain?: string;
  readonly location?: string;
  readonly locationType?: string;
}

/** A Drive failure: the same idea in the older error format. */
export class DriveError extends Error {
  readonly code: number;
  readonly reason: DriveReason;
  constructor(code: number, message: string, reason: DriveReason) {
    super(message);
    this.name = "DriveError";
    this.code = code;
    this.reason = reason;
  }
}

export function invalid(message: string): GoogleError {
  return new GoogleError("INVALID_ARGUMENT", message);
}

/** The violations of a request that does not fit its message type, as the API front end words them. */
export function badRequest(
  message: string,
  violations: readonly { field?: string; description: string }[],
): GoogleError {
  return new GoogleError("INVALID_ARGUMENT", message, [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations: violations },
  ]);
}

export const notFound = () => new GoogleError("NOT_FOUND", "Requested entity was not found.");
export const forbidden = () => new GoogleError("PERMISSION_DENIED", "The caller does not have permission");

const unauthenticatedText =
  "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid " +
  "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";

export const unauthenticated = () =>
  new GoogleError("UNAUTHENTICATED", unauthenticatedText, [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "CREDENTIALS_MISSING",
      domain: "googleapis.com",
      metadata: { service: "sheets.googleapis.com" },
    },
  ]);

export const driveFileNotFound = (id: string) =>
  new DriveError(404, `File not found: ${id}.`, { reason: "notFound", location: "fileId", locationType: "parameter" });

export function errorBody(error: GoogleError | DriveError): { status: number; body: object } {
  if (error instanceof DriveError) {
    const { reason, domain = "global", ...where } = error.reason;
    return {
      status: error.code,
      body: {
        error: {
          code: error.code,
          message: error.message,
          errors: [{ message: error.message, domain, reason, ...where }],
        },
      },
    };
  }
  const { code, message, status, details } = error;
  return { status: code, body: { error: { code, message, status, ...(details === undefined ? {} : { details }) } } };
}
