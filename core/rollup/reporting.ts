import { dayInChina } from "../ledger/calendar.ts";
import { figure } from "./figure.ts";
import type { Figures } from "./fold.ts";

/**
 * Who has reported, counted and added up like everything else although it starts anew with each month: figures hold
 * from their day on, and whoever reads them in a later month knows that nobody has reported since.
 */

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** Whether a unit has reported in the month of a day. @param changedAt newest change of its ledger, ISO. */
export function hasReported(changedAt: string | null, day: string): boolean {
  return changedAt !== null && dayInChina(Date.parse(changedAt)) >= firstOfMonth(day);
}

/** Of a unit that is expected to report, its share of 应报单位 and 已报单位. */
export function ownReporting(changedAt: string | null, day: string): Figures {
  return { UNITS_EXPECTED: figure(1), UNITS_REPORTED: figure(Number(hasReported(changedAt, day))) };
}

/** The part of figures that tells who has reported. */
export function reportingIn({ UNITS_EXPECTED, UNITS_REPORTED }: Figures): Figures {
  return {
    ...(UNITS_EXPECTED === undefined ? {} : { UNITS_EXPECTED }),
    ...(UNITS_REPORTED === undefined ? {} : { UNITS_REPORTED }),
  };
}

/** What figures that hold from a day on say on a later one. */
export function figuresOn(figures: Figures, from: string, day: string): Figures {
  const reported = figures.UNITS_REPORTED;
  if (reported === undefined || firstOfMonth(from) >= firstOfMonth(day)) return figures;
  return { ...figures, UNITS_REPORTED: { ...reported, value: 0 } };
}
