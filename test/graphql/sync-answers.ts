import type { PassRecord } from "../../core/ledger/link.ts";
import type { SpreadsheetReading } from "../../core/sync/reading.ts";
import type { PlanPreview } from "../../core/sync/sync.ts";

/** What a sync engine without spreadsheets behind it answers. */

const startMs = Date.parse("2023-11-20T02:00:00Z");

export function aPassOf(spreadsheetId: string, more: Partial<PassRecord> = {}): PassRecord {
  return {
    id: "0000000001",
    spreadsheetId,
    startedAt: new Date(startMs).toISOString(),
    finishedAt: new Date(startMs + 100).toISOString(),
    rowsRead: 3,
    toStore: 1,
    toSheet: 2,
    conflicts: 0,
    problems: 0,
    outcome: "DONE",
    reason: null,
    requests: { read: 1, write: 1 },
    ...more,
  };
}

export function aPreview(spreadsheetId: string): PlanPreview {
  return { spreadsheetId, rowsRead: 3, toStore: 1, toSheet: 2, conflicts: 0, problems: 0, brake: null, lines: [] };
}

export function aReading(): SpreadsheetReading {
  const column = {
    column: "A",
    header: "问题描述",
    field: "description",
    binding: "HEADER" as const,
    confidence: 1,
    writable: true,
    filled: 3,
    unreadable: 0,
    locked: 0,
    lockedWhy: null,
  };
  const tab = {
    tabId: 7,
    title: "问题清单",
    role: "LIVE" as const,
    reason: null,
    kind: "problem" as const,
    headerRow: 2,
    headerDepth: 1,
    rows: 3,
    rowsWithCode: 0,
    insertRow: 6,
    referenceDate: null,
    columns: [column],
    systemColumns: [{ header: "系统编号", column: "B", present: false }],
    problems: [],
    unreadable: [],
  };
  return { title: "示例表格", tabs: [tab] };
}
