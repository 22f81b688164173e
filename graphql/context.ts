import DataLoader from "dataloader";
import type { ExecutionResult } from "graphql";
import { dayInChina } from "../core/ledger/calendar.ts";
import type { World } from "../core/ledger/code.ts";
import type { Author } from "../core/ledger/edit.ts";
import type { Item } from "../core/ledger/item.ts";
import type { Link, PassRecord } from "../core/ledger/link.ts";
import {
  mayOperate,
  type Operation,
  type Permission,
  type Relation,
  relationOf,
  type Viewer,
} from "../core/ledger/scope.ts";
import type { Unit } from "../core/ledger/unit.ts";
import type { Log } from "../core/log.ts";
import type { Present, Rollups } from "../core/rollup/rollup.ts";
import { listSummaryLinks } from "../core/rollup/summary-link.ts";
import type { PassRef, Store } from "../core/store/store.ts";
import type { Sync } from "../core/sync/sync.ts";
import { bearerOf, type Claims, type VerifyToken } from "./auth.ts";
import { apiError } from "./errors.ts";
import { type ItemLoader, makeItemLoader } from "./item-loader.ts";
import { makeUnitTrees, type UnitTree, type UnitTrees } from "./units.ts";

/** What the API needs of the rest of the house. Built once a process, by functions/wiring.ts or local/main.ts. */
export interface Services {
  readonly store: Store;
  readonly sync: Sync;
  readonly rollups: Rollups;
  readonly world: World;
  readonly log: Log;
  readonly verifyToken: VerifyToken;
  /** Google accounts that spreadsheets are shared with. */
  readonly accounts: readonly string[];
  /** What GET /healthz tells: table, Google, last pass. */
  health(): Promise<{ readonly ok: boolean; readonly [detail: string]: unknown }>;
}

/** How far a request has come. An object of its own, because Apollo copies the context of every request. */
export interface Progress {
  /** It was a well-formed GraphQL request, whatever becomes of its query. */
  understood: boolean;
  /** Gives or throws what its execution came to when that is not just data; null: nothing of the kind. */
  failed: (() => ExecutionResult) | null;
}

/** One request: who asks, and what was already read for it. */
export interface GraphqlContext {
  readonly services: Services;
  readonly progress: Progress;
  readonly viewer: Viewer;
  readonly units: UnitTree;
  readonly trees: UnitTrees;
  /** Moment of the request, ISO, and the date in China. */
  readonly now: string;
  readonly today: string;
  readonly items: ItemLoader;
  readonly passes: DataLoader<PassRef, PassRecord | null, string>;
  /** unit -> the spreadsheet that shows its figures; read once a request. */
  summaries(): Promise<ReadonlyMap<string, string>>;
  /** Present figures; which run was the last is asked once a request. */
  present(): Promise<Present>;
  /** All links, read once a request. */
  links(): Promise<readonly Link[]>;
  /** After a link was written. */
  forgetLinks(): void;
}

export type ContextMaker = (authorization: string | undefined) => Promise<GraphqlContext>;

/** Errors: UNAUTHENTICATED with status 401. */
export function makeContextMaker(services: Services): ContextMaker {
  const { store, world, verifyToken } = services;
  const trees = makeUnitTrees(store, () => world.nowMs());
  return async (authorization) => {
    const token = bearerOf(authorization);
    const claims = token === null ? null : await verifyToken(token);
    if (claims === null) throw apiError("UNAUTHENTICATED", "A valid bearer token is required. 请先登录。", 401);
    return makeContext(services, trees, claims);
  };
}

export async function makeContext(services: Services, trees: UnitTrees, claims: Claims): Promise<GraphqlContext> {
  const { store, world, rollups } = services;
  let units = await trees.get();
  if (units.byCode(claims.unit) === undefined) units = await trees.reload();
  const unit = units.byCode(claims.unit);
  if (unit === undefined) throw apiError("UNAUTHENTICATED", "The token names no known unit. 令牌中的单位不存在。", 401);
  const viewer: Viewer = { ...claims, path: unit.path, level: unit.level };
  const nowMs = world.nowMs();
  let links: Promise<readonly Link[]> | null = null;
  let summaries: Promise<ReadonlyMap<string, string>> | null = null;
  let present: Promise<Present> | null = null;
  return {
    services,
    progress: { understood: false, failed: null },
    trees,
    units,
    viewer,
    now: new Date(nowMs).toISOString(),
    today: dayInChina(nowMs),
    items: makeItemLoader(store, (item) => {
      const owner = units.byCode(item.unit);
      return owner !== undefined && relationOf(viewer, owner.path) !== "OUTSIDE";
    }),
    passes: new DataLoader((refs: readonly PassRef[]) => store.getPasses(refs), {
      cacheKeyFn: ({ spreadsheetId, passId }) => `${spreadsheetId} ${passId}`,
    }),
    summaries: () => {
      summaries ??= listSummaryLinks(store).then(
        (all) => new Map(all.map(({ unit: code, spreadsheetId }) => [code, spreadsheetId])),
      );
      return summaries;
    },
    present: () => {
      present ??= rollups.present();
      return present;
    },
    links: () => {
      links ??= store.listLinks();
      return links;
    },
    forgetLinks: () => {
      links = null;
      summaries = null;
    },
  };
}

export function relationTo(context: GraphqlContext, unitCode: string): Relation {
  const unit = context.units.byCode(unitCode);
  return unit === undefined ? "OUTSIDE" : relationOf(context.viewer, unit.path);
}

export function permission(context: GraphqlContext, unitCode: string, operation: Operation): Permission {
  return mayOperate(context.viewer.role, relationTo(context, unitCode), operation);
}

/** The unit, or null when it does not exist or the viewer may not see it: the same for both. */
export async function visibleUnit(context: GraphqlContext, code: string): Promise<Unit | null> {
  const known = context.units.byCode(code) ?? (await freshUnit(context, code));
  return known !== undefined && relationOf(context.viewer, known.path) !== "OUTSIDE" ? known : null;
}

/** Another process may have added it since the tree was read. At most one reload a request. */
const reloaded = new WeakMap<GraphqlContext, Promise<UnitTree>>();
async function freshUnit(context: GraphqlContext, code: string): Promise<Unit | undefined> {
  let tree = reloaded.get(context);
  if (tree === undefined) {
    tree = context.trees.reload();
    reloaded.set(context, tree);
  }
  return (await tree).byCode(code);
}

/** The item, or null when it does not exist or the viewer may not see it: the same for both. */
export function visibleItem(context: GraphqlContext, code: string): Promise<Item | null> {
  return context.items.loadVisible(code);
}

export function unitOf(context: GraphqlContext, code: string): Unit {
  const unit = context.units.byCode(code);
  if (unit === undefined) throw new Error(`an item names a unit that is not in the tree: ${code}`);
  return unit;
}

export function authorOf(context: GraphqlContext, reason?: string): Author {
  const author: Author = { side: "API", actor: context.viewer.subject, at: context.now };
  return reason === undefined ? author : { ...author, reason };
}
