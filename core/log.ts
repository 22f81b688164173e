/**
 * Three levels. error: a person should look. info: a change of state, one line a pass. debug: the rest.
 * Fields are counts, codes and ids, never cell values or personal data.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  error(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  debug(event: string, fields?: LogFields): void;
}

export const silentLog: Log = { error: () => {}, info: () => {}, debug: () => {} };
