import type { Unit } from "../ledger/unit.ts";
import type { Store } from "../store/store.ts";

/**
 * Where a unit stands and which spreadsheets it keeps: a copy of the tree in records of one unit each, so that a run
 * need not read the whole tree and every link to count one unit again.
 */
export interface Place {
  readonly path: string;
  /** Names of the units right below. */
  readonly childNames: readonly string[];
  readonly spreadsheetIds: readonly string[];
}

const placePartition = "rollup-place";

export async function getPlace(store: Store, unit: string): Promise<Place | null> {
  const record = await store.getRecord(placePartition, unit);
  return record === null ? null : (JSON.parse(record.value) as Place);
}

/** The places of all units as the tree and the links say now. */
export async function surveyPlaces(store: Store): Promise<ReadonlyMap<string, Place>> {
  const [units, links] = await Promise.all([store.listUnits(), store.listLinks()]);
  const places = units.map((unit: Unit): [string, Place] => [
    unit.code,
    {
      path: unit.path,
      childNames: units.filter(({ parent }) => parent === unit.code).map(({ name }) => name),
      spreadsheetIds: links.filter((link) => link.unit === unit.code).map((link) => link.spreadsheetId),
    },
  ]);
  return new Map(places);
}

/** The surveyed places that are stored differently or not at all. */
export async function changedPlaces(
  store: Store,
  surveyed: ReadonlyMap<string, Place>,
): Promise<ReadonlyMap<string, Place>> {
  const known = new Map<string, string>();
  let after: string | undefined;
  do {
    const page = await store.listRecords(placePartition, { first: 1_000, ...(after === undefined ? {} : { after }) });
    for (const { key, value } of page.rows) known.set(key, value);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return new Map([...surveyed].filter(([unit, place]) => known.get(unit) !== JSON.stringify(place)));
}

/** Call it when the units have been counted: a place that is stored no longer makes its unit new. */
export async function putPlaces(store: Store, places: ReadonlyMap<string, Place>): Promise<void> {
  for (const [unit, place] of places) {
    await store.putRecord(
      { partition: placePartition, key: unit, value: JSON.stringify(place), expiresAt: null },
      "ANY",
    );
  }
}

const surveyPartition = "rollup-survey";

/** The day of the last survey, null before the first. */
export async function surveyDay(store: Store): Promise<string | null> {
  return (await store.getRecord(surveyPartition, "day"))?.value ?? null;
}

export async function putSurveyDay(store: Store, day: string): Promise<void> {
  await store.putRecord({ partition: surveyPartition, key: "day", value: day, expiresAt: null }, "ANY");
}
