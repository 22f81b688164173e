import type { IndexValues } from "../ledger/index-values.ts";
import type { Change, Item, ProblemState } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import type { Journal, Link, PassRecord } from "../ledger/link.ts";
import type { Unit } from "../ledger/unit.ts";

/**
 * What the engine asks of any store. Reads that decide a write are strongly consistent unless they use an index.
 * Every write is conditional: on a revision, or on the fence of a lease. A lost condition is a value, not an error.
 * Errors of every method: AppError `store.unavailable`; `store.format` for a record of an unknown format;
 * `cursor.malformed` for a page cursor that this query did not give; `item.tooLarge` for a row over 400 KB.
 */

export type Written<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly current: T | null };

export interface Page<T> {
  readonly rows: readonly T[];
  /** Pass to the same query to go on; null at the end. */
  readonly next: string | null;
}

export interface PageRequest {
  readonly first: number;
  readonly after?: string;
}

export interface ItemQuery extends PageRequest {
  readonly kind: KindName;
  /** Path of the unit whose items are wanted, in the order: path, state, due date, code. */
  readonly path: string;
  readonly descendants: boolean;
  /** Only with descendants false: items in this state. */
  readonly state?: ProblemState;
  /** Only archived items, which are in no other list. */
  readonly archived?: boolean;
}

export interface Lease {
  readonly spreadsheetId: string;
  readonly owner: string;
  /** Grows by one with every acquisition. */
  readonly fence: number;
  readonly expiresAtMs: number;
}

/** Digests of the agreed rows of a tab: one per bucket. A row's bucket follows from its code alone. */
export interface BaseRoot {
  readonly spreadsheetId: string;
  readonly tabId: number;
  readonly fence: number;
  /** bucket number -> digest of its rows. */
  readonly digests: Readonly<Record<number, string>>;
}

/** code -> digest of the row as both sides last agreed on it. */
export type BaseBucket = Readonly<Record<string, string>>;

export interface Store {
  /** The whole tree, ordered by path. One query. */
  listUnits(): Promise<readonly Unit[]>;
  putUnit(unit: Unit, expectedVersion: number): Promise<Written<Unit>>;

  /** Absent codes are absent from the map. At most 100 keys a request; any number here. */
  getItems(codes: readonly string[], consistency: "STRONG" | "EVENTUAL"): Promise<ReadonlyMap<string, Item>>;
  /**
   * Stores the item and its new history entries in one write, if its stored revision still is `expectedRevision`
   * (0: it must not exist). The stored item has revision expectedRevision + 1 and `lastChange` set.
   */
  putItem(item: Item, index: IndexValues, changes: readonly Change[], expectedRevision: number): Promise<Written<Item>>;
  listItems(query: ItemQuery): Promise<Page<Item>>;
  listTopicItems(topicCode: string, page: PageRequest): Promise<Page<Item>>;
  /** Open items of a province in the order of their due dates, up to and including `dueUntil` (ISO date). Codes only. */
  listOpenByDue(
    province: string,
    dueUntil: string,
    page: PageRequest,
  ): Promise<Page<{ readonly code: string; readonly due: string }>>;
  /** Newest first. */
  listChanges(code: string, page: PageRequest): Promise<Page<Change>>;

  /** Spreadsheets that have items waiting to be shown. */
  listDirtySpreadsheets(): Promise<readonly string[]>;
  listDirtyCodes(spreadsheetId: string): Promise<readonly string[]>;
  listFlaggedCodes(spreadsheetId: string): Promise<readonly string[]>;

  getLink(spreadsheetId: string): Promise<Link | null>;
  listLinks(): Promise<readonly Link[]>;
  putLink(link: Link, expectedRevision: number): Promise<Written<Link>>;
  putPass(pass: PassRecord): Promise<void>;
  getPass(spreadsheetId: string, passId: string): Promise<PassRecord | null>;
  /** In the order of the references; null for what does not exist. Eventually consistent. */
  getPasses(refs: readonly PassRef[]): Promise<readonly (PassRecord | null)[]>;
  /** Newest first: pass ids sort by time. */
  listPasses(spreadsheetId: string, page: PageRequest): Promise<Page<PassRecord>>;

  /**
   * null when somebody else holds it. The same owner gets it again at once, with a new fence: after a crash it need not
   * wait, and two passes that must exclude each other need different owners.
   */
  acquireLease(spreadsheetId: string, owner: string, nowMs: number, leaseMs: number): Promise<Lease | null>;
  /** null when it was lost. */
  renewLease(lease: Lease, nowMs: number, leaseMs: number): Promise<Lease | null>;
  releaseLease(lease: Lease): Promise<void>;

  getBaseRoot(spreadsheetId: string, tabId: number): Promise<BaseRoot | null>;
  getBaseBuckets(
    spreadsheetId: string,
    tabId: number,
    buckets: readonly number[],
  ): Promise<ReadonlyMap<number, BaseBucket>>;
  /** Writes the given buckets, then the root. False when a newer fence has written: this worker must stop. */
  putBase(root: BaseRoot, buckets: ReadonlyMap<number, BaseBucket>): Promise<boolean>;

  getJournal(spreadsheetId: string): Promise<Journal | null>;
  /** False when a newer fence has written. null clears it. */
  putJournal(spreadsheetId: string, fence: number, journal: Journal | null): Promise<boolean>;

  /** Small named records with a revision: page tokens, units to roll up, mutation keys, snapshots … `value` is JSON text. */
  getRecord(partition: string, key: string): Promise<StoreRecord | null>;
  putRecord(record: Omit<StoreRecord, "revision">, expectedRevision: number | "ANY"): Promise<Written<StoreRecord>>;
  deleteRecord(partition: string, key: string, expectedRevision: number): Promise<boolean>;
  /** In the order of keys; `prefix` limits them; `newestFirst` turns the order round. */
  listRecords(
    partition: string,
    query: PageRequest & { readonly prefix?: string; readonly newestFirst?: boolean },
  ): Promise<Page<StoreRecord>>;
}

export interface PassRef {
  readonly spreadsheetId: string;
  readonly passId: string;
}

export interface StoreRecord {
  readonly partition: string;
  readonly key: string;
  readonly value: string;
  readonly revision: number;
  /** Unix seconds after which DynamoDB may delete it; null keeps it. */
  readonly expiresAt: number | null;
}
