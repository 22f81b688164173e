import type { Item, Workflow } from "../../../core/ledger/item.ts";
import type { KindName } from "../../../core/ledger/kind.ts";
import { kindOf } from "../../../core/ledger/kinds.ts";
import type { Link } from "../../../core/ledger/link.ts";
import type { Unit } from "../../../core/ledger/unit.ts";

/** Plain ledger things for rollup tests; every part can be replaced. */

const written = "2023-11-01T02:00:00.000Z";

export function unitAt(path: string): Unit {
  const codes = path.split("/").filter((code) => code !== "");
  const code = codes.at(-1) ?? "";
  const level = (["INDUSTRY", "PROVINCE", "PREFECTURE", "COUNTY"] as const)[codes.length - 1] ?? "SUBCOUNTY";
  const parent = codes.at(-2) ?? null;
  return { format: 1, code, name: code, level, parent, path, closurePolicy: null, version: 1 };
}

export const freshWorkflow: Workflow = {
  state: "REGISTERED",
  resolution: "NORMAL",
  standing: false,
  nextReviewOn: null,
  cycle: 1,
  returnCount: 0,
  extendCount: 0,
  submittedBy: null,
  submittedAt: null,
  verifiedBy: null,
  verifiedAt: null,
  closedOn: null,
  reason: null,
  mergedInto: null,
  transferTo: null,
};

export function itemOf(
  kind: KindName,
  code: string,
  unit: string,
  texts: Readonly<Record<string, string>> = {},
  workflow: Partial<Workflow> = {},
): Item {
  const known = new Set(kindOf(kind).columns.map(({ field }) => field));
  const unknown = Object.keys(texts).filter((field) => !known.has(field));
  if (unknown.length > 0) throw new Error(`${kind} has no ${unknown.join(", ")}`);
  return {
    format: 1,
    kind,
    code,
    unit,
    originUnit: unit,
    version: 1,
    revision: 1,
    texts: { ...texts },
    ahead: {},
    workflow: kind === "problem" ? { ...freshWorkflow, ...workflow } : null,
    topicCode: null,
    conflicts: [],
    row: null,
    archivedAt: null,
    referenceDate: "2023-10-01",
    createdAt: written,
    updatedAt: written,
    lastChange: null,
  };
}

/** A spreadsheet of a unit with a live tab for each kind. */
export function linkOf(unit: string, kinds: readonly KindName[], spreadsheetId = `sheet-${unit}`): Link {
  return {
    format: 1,
    spreadsheetId,
    unit,
    title: null,
    state: "ACTIVE",
    reason: null,
    releasedPass: null,
    brakedPass: null,
    tabs: kinds.map((kind, tabId) => ({ tabId, title: kind, kind, role: "LIVE", headers: {}, rows: 0, oddities: "" })),
    aliases: {},
    referenceDate: null,
    createdAt: written,
    lastPass: null,
    revision: 1,
  };
}
