import { GoogleError } from "./errors.ts";

/** Requests per minute. "Read requests" and "write requests" each count per project and per user of the project. */

export interface Quotas {
  /** Off: nothing is counted. */
  enabled: boolean;
  readPerMinute: number;
  writePerMinute: number;
  readPerMinutePerUser: number;
  writePerMinutePerUser: number;
}

/** The numbers of the Sheets API limits page. */
export const googleQuotas: Readonly<Quotas> = {
  enabled: false,
  readPerMinute: 300,
  writePerMinute: 300,
  readPerMinutePerUser: 60,
  writePerMinutePerUser: 60,
};

const minuteMs = 60_000;
const projectNumber = "123456789012";

export interface QuotaMeter {
  /** Counts one request; throws 429 when the minute is used up. Nothing is counted then. */
  count(kind: "Read" | "Write", user: string, now: number): void;
}

/** The 429 of a used up minute. */
export function exceeded(kind: "Read" | "Write", perUser: boolean, value: number): GoogleError {
  const limit = `${kind} requests per minute${perUser ? " per user" : ""}`;
  const message =
    `Quota exceeded for quota metric '${kind} requests' and limit '${limit}' of service 'sheets.googleapis.com' ` +
    `for consumer 'project_number:${projectNumber}'.`;
  return new GoogleError("RESOURCE_EXHAUSTED", message, [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "RATE_LIMIT_EXCEEDED",
      domain: "googleapis.com",
      metadata: {
        service: "sheets.googleapis.com",
        consumer: `projects/${projectNumber}`,
        quota_limit: `${kind}RequestsPerMinutePer${perUser ? "User" : "Project"}`,
        quota_limit_value: String(value),
        quota_location: "global",
        quota_metric: `sheets.googleapis.com/${kind.toLowerCase()}_requests`,
        quota_unit: `1/min/{project}${perUser ? "/{user}" : ""}`,
      },
    },
    {
      "@type": "type.googleapis.com/google.rpc.Help",
      links: [
        {
          description: "Request a higher quota limit.",
          url: "https://cloud.google.com/docs/quotas/help/request_increase",
        },
      ],
    },
  ]);
}

export function makeQuotaMeter(quotas: Quotas): QuotaMeter {
  const counts = new Map<string, { minute: number; used: number }>();
  const used = (key: string, minute: number) => {
    const slot = counts.get(key);
    return slot?.minute === minute ? slot.used : 0;
  };
  return {
    count(kind, user, now) {
      if (!quotas.enabled) return;
      const minute = Math.floor(now / minuteMs);
      const perUser = kind === "Read" ? quotas.readPerMinutePerUser : quotas.writePerMinutePerUser;
      const perProject = kind === "Read" ? quotas.readPerMinute : quotas.writePerMinute;
      const [userKey, projectKey] = [`${kind} ${user}`, kind];
      if (used(userKey, minute) >= perUser) throw exceeded(kind, true, perUser);
      if (used(projectKey, minute) >= perProject) throw exceeded(kind, false, perProject);
      for (const key of [userKey, projectKey]) counts.set(key, { minute, used: used(key, minute) + 1 });
    },
  };
}
