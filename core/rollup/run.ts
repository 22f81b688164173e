import { dayInChina } from "../ledger/calendar.ts";
import type { World } from "../ledger/code.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { clearDueDays, listDueDays } from "./due-days.ts";
import { putLastRun } from "./last-run.ts";
import { clearMarkers, listMarkers } from "./mark.ts";
import { changedPlaces, getPlace, type Place, putPlaces, putSurveyDay, surveyDay, surveyPlaces } from "./place.ts";
import { LostRace, type Recounted, recount } from "./recount.ts";
import { markSummariesDue } from "./summary-link.ts";

export interface RunReport extends Omit<Recounted, "units"> {
  /** True when another run wrote at the same time; everything is left to the next run. */
  readonly gaveWay: boolean;
}

const nothing: Recounted = { counted: 0, folded: 0, changed: 0, units: [] };

export interface RunDeps {
  readonly store: Store;
  readonly world: World;
  readonly log: Log;
}

/** Counts again what changed since the last run, whatever day has come, and notes how far it got. */
export function makeRun({ store, world, log }: RunDeps): () => Promise<RunReport> {
  /** The day of the last survey, as far as this process knows. */
  let surveyedOn: string | null = null;

  return async () => {
    const startMs = world.nowMs();
    const today = dayInChina(startMs);
    const [markers, dueDays] = await Promise.all([listMarkers(store), listDueDays(store, today)]);
    const places = new Map<string, Place>();
    let survey = markers.some(({ links }) => links);
    for (const unit of new Set([...markers, ...dueDays].map((due) => due.unit))) {
      const place = await getPlace(store, unit);
      if (place === null) survey = true;
      else places.set(unit, place);
    }
    surveyedOn ??= await surveyDay(store);
    let news: ReadonlyMap<string, Place> = new Map();
    if (survey || surveyedOn !== today) {
      news = await changedPlaces(store, await surveyPlaces(store));
      for (const [unit, place] of news) places.set(unit, place);
    }
    try {
      const { units, ...report } = places.size === 0 ? nothing : await recount(store, world, places);
      if (units.length > 0) await markSummariesDue(store, new Set(units));
      await putPlaces(store, news);
      await clearMarkers(store, markers, startMs);
      await clearDueDays(store, dueDays);
      if (surveyedOn !== today) await putSurveyDay(store, today);
      surveyedOn = today;
      await putLastRun(store, new Date(startMs).toISOString());
      if (places.size > 0) log.info("rollup.done", { ...report, ms: world.nowMs() - startMs });
      return { ...report, gaveWay: false };
    } catch (error) {
      if (!(error instanceof LostRace)) throw error;
      log.info("rollup.gaveWay", { unit: error.message });
      return { counted: places.size, folded: 0, changed: 0, gaveWay: true };
    }
  };
}
