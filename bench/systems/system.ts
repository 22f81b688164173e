import type { Target } from "../runner/load.ts";

/** A whole system that a bureau might take instead, with the same rows in it, answering over HTTP. */
export interface System {
  readonly name: string;
  /** 100 items of one county with their topics. */
  readonly list: Target;
  /** Items by county and state, over all counties. */
  readonly counts: Target;
  stop(): Promise<void>;
}

export interface SystemRow {
  readonly code: string;
  readonly county: string;
  readonly state: string;
  readonly description: string;
  readonly due: string;
  readonly topicCode: string;
}

export interface SystemData {
  readonly county: string;
  readonly topics: readonly { readonly code: string; readonly title: string }[];
  readonly items: readonly SystemRow[];
}
