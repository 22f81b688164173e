/** Every number with a meaning, once, with its unit and where it comes from. */
export const limits = {
  /** Days that 立行立改 allows from the day a problem was found: a week, the shortest term that offices track. */
  immediateDays: 7,
  /** Characters in one cell that are taken over. Google allows 50,000; one database item holds 400 KB (AWS service quotas). */
  cellChars: 10_000,
  /** Characters in all synced cells of one row, so that an item with its bases and newest changes stays below 400 KB. */
  rowChars: 20_000,
  /** Rows of one table that are synced. */
  tableRows: 50_000,
  /** Columns looked at in a tab. */
  tableColumns: 200,
  /** Rows from the top in which a header may begin. */
  headerSearchRows: 30,
  /** Changes kept on the item itself before older ones move to rows of their own, and their size in characters. */
  inlineChanges: 10,
  inlineChangeChars: 8_000,
  /** Parts into which the rows of a tab are hashed, so that a pass loads only the parts that changed. */
  baseBuckets: 64,
  /** A lease on a spreadsheet. */
  leaseSeconds: 390,
  /**
   * Renewed when less is left: a request to Google may wait 120 s for its turn (quota-bucket.ts) and take 180 s (Sheets
   * API limits), and must end within the lease.
   */
  leaseRenewSeconds: 305,
  /** Missing rows that pull the brake: more than this many and more than this share of the known rows. */
  brakeMissingRows: 5,
  brakeMissingShare: 0.2,
  /** Rows changed on the sheet at once that pull the brake: more than this many and more than this share. */
  brakeChangedRows: 20,
  brakeChangedShare: 0.8,
  /** Repair rounds after a write landed in the wrong place, before the spreadsheet is quarantined. */
  repairRounds: 3,
  /** A deleted row is archived only after good reads this far apart. */
  missingConfirmMs: 1_000,
  /** How long after a write a read that shows what it replaced may be an old one (over 40 s were seen, googleapis/google-api-nodejs-client#1865). */
  staleReadMs: 120_000,
  /** GraphQL pages. */
  pageSize: 100,
  pageSizeDefault: 20,
  /** Items in one batch mutation. */
  batchItems: 25,
  /** Bytes of one GraphQL request body. */
  requestBytes: 256 * 1024,
  /** DynamoDB: keys in one BatchGetItem, requests in one BatchWriteItem (API reference). */
  batchGetKeys: 100,
  batchWriteItems: 25,
  /** Bytes of one database row, names included (DynamoDB service quotas: 400 KB). */
  rowBytes: 400 * 1024,
  /** Characters of a journal kept on the lease's own row, and of each part when it is longer. */
  journalInlineChars: 4_000,
  journalPartChars: 100_000,
  /** Attempts to get the rest of a batch that DynamoDB answered in part, and the first wait between them. */
  batchAttempts: 8,
  batchWaitMs: 25,
  /** Connecting to the database, and its answer to one request; the client repeats what times out. */
  storeConnectMs: 2_000,
  storeAnswerMs: 10_000,
  /** Days for which the record of a pass is kept. */
  passDays: 400,
} as const;
