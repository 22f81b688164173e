import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";
import type { Resolution } from "./item.ts";

export const claims = [
  "REGISTERED",
  "IN_PROGRESS",
  "COMPLETE",
  "CLOSED",
  "STANDING",
  "RETURN",
  "REOPEN",
  "VOID",
  "TRANSFER",
] as const;
export type Claim = (typeof claims)[number];

/** What a clerk's status word asks for. Only the verifying unit decides. */
export interface ClaimReading {
  readonly claim: Claim;
  readonly resolution: Resolution;
  readonly standing: boolean;
  /** 0..100 when the word tells how far the work is. */
  readonly percent: number | null;
  readonly text: string;
}

export const claimCell: CellType<ClaimReading> = {
  name: "claim",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const plain = text.trim();
    const claim: Claim = /未|没|否|×/.test(plain)
      ? "REGISTERED"
      : /销号|闭环/.test(plain)
        ? "CLOSED"
        : /完成|是|√/.test(plain)
          ? "COMPLETE"
          : "IN_PROGRESS";
    return { value: { claim, resolution: "NORMAL", standing: false, percent: null, text: plain } };
  },
  render: (value) => value.text,
};
