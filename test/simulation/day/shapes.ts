import type { DayOptions } from "./day.ts";

/** The days that are simulated. Google is said to tell of an edit after about three minutes. */

const toldAfterMs = 3 * 60_000;

/** The whole province system: 2,500 bureaus, five accounts, all at their sheets in the ten minutes before 17:00. */
export const wholeDay: DayOptions = {
  bureaus: 2_500,
  rowsEach: 12,
  accounts: 5,
  seed: 1,
  changeDelayMs: toldAfterMs,
  shape: {
    hours: 24,
    work: [
      [8.5, 12],
      [14, 18],
    ],
    editsPerBureau: 8,
    apiChangesPerBureau: 2,
    rush: { endHour: 17, minutes: 10 },
    lostShare: 0.005,
    commands: { everySeconds: 20, minutes: 40 },
  },
};

/**
 * Small enough for every run of the tests, and yet more than one account may ask for: 100 bureaus in two minutes, where
 * Google grants an account 60 reads a minute.
 */
export const twoHours: DayOptions = {
  bureaus: 100,
  rowsEach: 6,
  accounts: 1,
  seed: 1,
  changeDelayMs: toldAfterMs,
  shape: {
    hours: 2,
    work: [[0, 2]],
    editsPerBureau: 2,
    apiChangesPerBureau: 1,
    rush: { endHour: 1, minutes: 2 },
    lostShare: 0.08,
    commands: { everySeconds: 20, minutes: 10 },
  },
};
