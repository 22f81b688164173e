/**
 * Everything the API reference leaves open, one name each. The defaults are the cautious reading: whatever would make
 * life harder for a client. Tests run both ways, because nobody knows which way the real service goes.
 */
export interface Switches {
  /** Does row metadata move with the cells in a sort? "Sorts data in rows": the row itself is not said to move. */
  metadataFollowsSort: boolean;
  /** … with cells that are cut and pasted over whole rows? */
  metadataFollowsCutPaste: boolean;
  /** Does undoing a row's deletion bring its metadata back? */
  undoRestoresMetadata: boolean;
  /** Does a duplicated tab carry copies (with new ids) of the metadata? */
  duplicateSheetCopiesMetadata: boolean;
  /** Does files.copy carry the metadata, ids and all? */
  fileCopyKeepsMetadata: boolean;
  /** A values write through a data filter that matches nothing: no response for it, an empty one, or a failure. */
  dataFilterWithoutMatch: "omit" | "empty" | "fail";
  /** How creating metadata under an id that is in use is refused: "will be unsuccessful" is all that is said. */
  metadataIdInUse: "INVALID_ARGUMENT" | "ALREADY_EXISTS";
  /** updateDeveloperMetadata whose filters match nothing: an empty reply, or a failure of the batch. */
  metadataUpdateWithoutMatch: "empty" | "fail";
  /** updatedData of a write: all of the matched range, or only the box that was written. */
  updatedDataExtent: "range" | "written";
  /** Is a write that leaves every cell of its range alone answered with what stands there? */
  skippedWriteAnswers: boolean;
  /** findReplace compares with what the cell shows, or with what is stored in it. */
  findReplaceMatches: "shown" | "stored";
  /** findReplace counts a replacement by the same text as a change. */
  findReplaceCountsIdentical: boolean;
  /** findReplace reads `=…` in the replacement as a formula, and numbers as numbers. */
  findReplaceParsesReplacement: boolean;
  /** findReplace reaches into hidden rows. */
  findReplaceInHiddenRows: boolean;
  /** Milliseconds from an edit until the change feed, version and modifiedTime show it; edits in between are one entry. */
  changeDelayMs: number;
  /** Milliseconds by which reads may lag behind writes. */
  staleReadMs: number;
  /** Does quotaUser split the per-user quota of one account? */
  quotaUserSplitsQuota: boolean;
  /** Are API writes stopped by a strict validation rule? */
  validationStopsApi: boolean;
  /** Are API writes stopped by a protected range whose editors do not include the caller? */
  protectionStopsApi: boolean;
  /** May a value be stored under a merge, or is a write to a covered cell dropped? */
  mergedCellsKeepValues: boolean;
  /** Do rows and columns that are inserted right after a table, taking after it, become part of it? */
  tablesGrowAtTheirEnd: boolean;
  /** Do rows that are inserted in a table start with FALSE and 0 where its columns are for ticks and ratings? */
  tableRowsArePreset: boolean;
}

export const cautiousSwitches: Readonly<Switches> = {
  metadataFollowsSort: false,
  metadataFollowsCutPaste: false,
  undoRestoresMetadata: false,
  duplicateSheetCopiesMetadata: false,
  fileCopyKeepsMetadata: false,
  dataFilterWithoutMatch: "omit",
  metadataIdInUse: "INVALID_ARGUMENT",
  metadataUpdateWithoutMatch: "empty",
  updatedDataExtent: "range",
  skippedWriteAnswers: true,
  findReplaceMatches: "shown",
  findReplaceCountsIdentical: false,
  findReplaceParsesReplacement: true,
  findReplaceInHiddenRows: true,
  changeDelayMs: 0,
  staleReadMs: 0,
  quotaUserSplitsQuota: false,
  validationStopsApi: false,
  protectionStopsApi: true,
  mergedCellsKeepValues: false,
  tablesGrowAtTheirEnd: false,
  tableRowsArePreset: true,
};
