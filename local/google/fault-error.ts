import type { Status } from "./errors.ts";
import { DriveError, driveFileNotFound, forbidden, GoogleError, notFound } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { exceeded, googleQuotas } from "./quota.ts";

/** The failure that a fault asks for, in the words of the API concerned. */

export interface FailedCall {
  readonly drive: boolean;
  readonly write: boolean;
  readonly spreadsheetId?: string | undefined;
}

const sheetsWords: Partial<Record<Status, string>> = {
  UNAVAILABLE: "The service is currently unavailable.",
  INTERNAL: "Internal error encountered.",
  ABORTED: "The operation was aborted.",
  UNAUTHENTICATED:
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid " +
    "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
};

function sheetsError(status: Status, write: boolean): GoogleError {
  switch (status) {
    case "NOT_FOUND":
      return notFound();
    case "PERMISSION_DENIED":
      return forbidden();
    case "RESOURCE_EXHAUSTED":
      return write
        ? exceeded("Write", true, googleQuotas.writePerMinutePerUser)
        : exceeded("Read", true, googleQuotas.readPerMinutePerUser);
    default:
      return new GoogleError(status, sheetsWords[status] ?? "Request contains an invalid argument.");
  }
}

/** Code, message, reason and domain, as the Drive guide "Resolve errors" lists them. */
const driveWords: Partial<Record<Status, readonly [number, string, string, string]>> = {
  UNAUTHENTICATED: [401, "Invalid Credentials", "authError", "global"],
  PERMISSION_DENIED: [
    403,
    "The user does not have sufficient permissions for this file.",
    "insufficientFilePermissions",
    "global",
  ],
  RESOURCE_EXHAUSTED: [429, "Rate Limit Exceeded", "rateLimitExceeded", "usageLimits"],
  INTERNAL: [500, "Internal Error", "internalError", "global"],
  UNAVAILABLE: [503, "Backend Error", "backendError", "global"],
  ABORTED: [409, "Conflict", "conflict", "global"],
};

function driveError(status: Status, fileId: string | undefined): DriveError {
  if (status === "NOT_FOUND") return driveFileNotFound(fileId ?? "");
  const [code, message, reason, domain] = driveWords[status] ?? [400, "Bad Request", "badRequest", "global"];
  return new DriveError(code, message, { reason, domain });
}

const rateWords = {
  rateLimitExceeded: "Rate Limit Exceeded",
  userRateLimitExceeded: "User Rate Limit Exceeded",
};

export function faultError(fault: Fault, { drive, write, spreadsheetId }: FailedCall): GoogleError | DriveError {
  const { status = "UNAVAILABLE", reason } = fault;
  if (!drive) return sheetsError(status, write);
  if (reason !== undefined) return new DriveError(403, rateWords[reason], { reason, domain: "usageLimits" });
  return driveError(status, spreadsheetId);
}
