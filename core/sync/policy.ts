import type { ClaimReading } from "../ledger/claim.ts";
import { applyClaim, claimFields } from "../ledger/claim-step.ts";
import { createItem } from "../ledger/create.ts";
import type { Author, Edited } from "../ledger/edit.ts";
import type { Item } from "../ledger/item.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import { closurePolicyOf } from "../ledger/scope.ts";
import { closingWords, stateText } from "../ledger/state-text.ts";
import type { Unit } from "../ledger/unit.ts";
import type { RowPolicy } from "./round-plan.ts";

export interface PolicyInput {
  readonly spreadsheetId: string;
  /** The unit the spreadsheet is linked to. */
  readonly unit: Unit;
  readonly unitByCode: (code: string) => Unit | undefined;
  readonly referenceDate: string;
  readonly author: Author;
}

/** Pure: what the ledger makes of merged cells. A status word that did not change asks for nothing again. */
export function makeRowPolicy({ spreadsheetId, unit, unitByCode, referenceDate, author }: PolicyInput): RowPolicy {
  const wordsFor = (owner: Unit) => closingWords(owner, closurePolicyOf(owner, unitByCode), unitByCode);
  return {
    afterMerge(merged, changedFields, by) {
      let edited: Edited = merged;
      const messages: string[] = [];
      for (const field of claimFields) {
        if (merged.item.kind !== "problem" || !changedFields.includes(field)) continue;
        const claimed = applyClaim(
          edited.item,
          readClaim(edited.item, field),
          { closing: field === "closedClaim" },
          by,
        );
        if ("problem" in claimed) messages.push(claimed.problem);
        else edited = { item: claimed.item, changes: [...edited.changes, ...claimed.changes] };
      }
      return { edited, messages };
    },
    stateText: (item) => stateText(item, wordsFor(unitByCode(item.unit) ?? unit)),
    create: ({ kind, code, texts, tabId, presence }) =>
      createItem(
        {
          kind,
          code,
          unit: unit.code,
          texts,
          topicCode: null,
          row: { spreadsheetId, tabId, presence, missingSince: null },
          referenceDate,
        },
        author,
      ),
  };
}

function readClaim(item: Item, field: string): ClaimReading | null {
  const column = columnOf(kindOf(item.kind), field);
  return column.type.parse(item.texts[field] ?? "", { referenceDate: item.referenceDate }).value as ClaimReading | null;
}
