/** Every question the pages ask, beside the shape of its answer. A test checks all of them against schema.graphql. */

export interface UnitRef {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface Figure {
  readonly key: string;
  readonly value: number | null;
  readonly qualifier: string;
  readonly partial: boolean;
  readonly text: string;
  /** Of a rate or an average. */
  readonly fraction: { readonly part: number; readonly whole: number; readonly text: string } | null;
}

const unitRef = "code name level";
const figure = "key value qualifier partial text fraction { part whole text }";

export const viewerQuery = `query Viewer { viewer { subject role unit { ${unitRef} } } }`;
export interface ViewerAnswer {
  readonly viewer: { readonly subject: string; readonly role: string; readonly unit: UnitRef };
}

export const lightKeys = ["PROBLEMS", "CLOSED", "OVERDUE", "DUE_SOON", "STANDING"];

export interface TreeNode {
  readonly unit: UnitRef & { readonly children: { readonly nodes: readonly { readonly code: string }[] } };
  readonly indicators: readonly Figure[];
}

const treeNode = `unit { ${unitRef} children(first: 1) { nodes { code } } } indicators(keys: $keys) { ${figure} }`;
export const treeQuery = `query Tree($unit: String!, $keys: [IndicatorKey!]) {
  rollup(unit: $unit) { ${treeNode} children { ${treeNode} } }
}`;
export interface TreeAnswer {
  readonly rollup: TreeNode & { readonly children: readonly TreeNode[] };
}

/** Levels above a unit that the tree opens for it; no bureau's tree is deeper. */
const above = Array(7)
  .fill(0)
  .reduce((inner: string) => `parent { code ${inner} }`, "");
export const ancestorsQuery = `query Ancestors($unit: String!) { unit(code: $unit) { code ${above} } }`;
export interface Ancestors {
  readonly code: string;
  readonly parent?: Ancestors | null;
}
export interface AncestorsAnswer {
  readonly unit: Ancestors | null;
}

export const overviewQuery = `query Overview($unit: String!, $before: Date, $compared: [IndicatorKey!]) {
  unit(code: $unit) { ${unitRef} summarySpreadsheet parent { ${unitRef} } children(first: 1) { nodes { code } } }
  rollup(unit: $unit) {
    asOf
    indicators { ${figure} }
    missingUnits { ${unitRef} }
  }
  before: rollup(unit: $unit, asOf: $before) { indicators(keys: $compared) { ${figure} } }
}`;
export interface OverviewAnswer {
  readonly unit:
    | (UnitRef & {
        readonly summarySpreadsheet: string | null;
        readonly parent: UnitRef | null;
        readonly children: { readonly nodes: readonly { readonly code: string }[] };
      })
    | null;
  readonly rollup: {
    readonly asOf: string;
    readonly indicators: readonly Figure[];
    readonly missingUnits: readonly UnitRef[];
  };
  readonly before: { readonly indicators: readonly Figure[] };
}

export const trendQuery = `query Trend($unit: String!, $last: Int!) {
  rollup(unit: $unit) {
    problems: series(key: PROBLEMS, last: $last) { at value }
    closed: series(key: CLOSED, last: $last) { at value }
    closureRate: series(key: CLOSURE_RATE, last: $last) { at value }
    overdue: series(key: OVERDUE, last: $last) { at value }
  }
}`;
export interface Point {
  readonly at: string;
  readonly value: number | null;
}
export interface TrendAnswer {
  readonly rollup: Readonly<Record<"problems" | "closed" | "closureRate" | "overdue", readonly Point[]>>;
}

export const rankingQuery = `query Ranking($unit: String!, $keys: [IndicatorKey!]) {
  rollup(unit: $unit) { children { unit { ${unitRef} } indicators(keys: $keys) { ${figure} } } }
}`;
export interface RankingAnswer {
  readonly rollup: {
    readonly children: readonly { readonly unit: UnitRef; readonly indicators: readonly Figure[] }[];
  };
}

const itemLine = `code version description category state stateText overdue standing
  due { date text } unit { ${unitRef} } actions`;
export interface ItemLine {
  readonly code: string;
  readonly version: number;
  readonly description: string;
  readonly category: string | null;
  readonly state: string;
  readonly stateText: string;
  readonly overdue: boolean;
  readonly standing: boolean;
  readonly due: { readonly date: string | null; readonly text: string } | null;
  readonly unit: UnitRef;
  readonly actions: readonly string[];
}
export interface Paged<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const figureItemsQuery = `query FigureItems($unit: String!, $key: IndicatorKey!, $first: Int!, $after: String) {
  unit(code: $unit) { ${unitRef} }
  rollup(unit: $unit) {
    indicators(keys: [$key]) {
      ${figure}
      items(first: $first, after: $after) { nodes { ${itemLine} } pageInfo { hasNextPage endCursor } }
    }
    children { unit { ${unitRef} } indicators(keys: [$key]) { ${figure} } }
  }
}`;
export interface FigureItemsAnswer {
  readonly unit: UnitRef | null;
  readonly rollup: {
    readonly indicators: readonly (Figure & { readonly items: Paged<ItemLine> | null })[];
    readonly children: readonly { readonly unit: UnitRef; readonly indicators: readonly Figure[] }[];
  };
}

const rowsBehind = (
  list: string,
  node: string,
) => `($unit: String!, $key: IndicatorKey!, $first: Int!, $after: String) {
  rollup(unit: $unit) {
    indicators(keys: [$key]) { list: ${list}(first: $first, after: $after) { nodes { ${node} } pageInfo { hasNextPage endCursor } } }
  }
}`;
interface RowsBehind<T> {
  readonly rollup: { readonly indicators: readonly { readonly list: Paged<T> | null }[] };
}

export const figureTopicsQuery = `query FigureTopics${rowsBehind("topics", `code title status unit { ${unitRef} }`)}`;
export interface TopicLine {
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly unit: UnitRef;
}
export type FigureTopicsAnswer = RowsBehind<TopicLine>;

export const figureEntriesQuery = `query FigureEntries${rowsBehind("entries", `code kind unit { ${unitRef} } cells { field header text problem }`)}`;
export interface EntryLine {
  readonly code: string;
  readonly kind: string;
  readonly unit: UnitRef;
  readonly cells: readonly {
    readonly field: string;
    readonly header: string;
    readonly text: string;
    readonly problem: string | null;
  }[];
}
export type FigureEntriesAnswer = RowsBehind<EntryLine>;

export const missingQuery = `query Missing($unit: String!) { rollup(unit: $unit) { missingUnits { ${unitRef} } } }`;
export interface MissingAnswer {
  readonly rollup: { readonly missingUnits: readonly UnitRef[] };
}

export const inboxQuery = `query Inbox($first: Int!, $after: String) {
  problemItems(
    filter: { state: [SUBMITTED, VERIFIED], action: [VERIFY, FILE], descendants: true }
    first: $first
    after: $after
  ) {
    nodes { ${itemLine} progress completedOn measures { no text } }
    pageInfo { hasNextPage endCursor }
  }
}`;
export interface InboxItem extends ItemLine {
  readonly progress: string | null;
  readonly completedOn: string | null;
  readonly measures: readonly { readonly no: number; readonly text: string }[];
}
export interface InboxAnswer {
  readonly problemItems: Paged<InboxItem>;
}

const conflict = "id field header sheetValue storeValue shown sheetReadOnly openedAt settledAt viewerCanSettle";
export interface ConflictShown {
  readonly id: string;
  readonly field: string;
  readonly header: string;
  readonly sheetValue: string | null;
  readonly storeValue: string | null;
  readonly shown: string;
  readonly openedAt: string;
  readonly settledAt: string | null;
  /** Why the cell cannot be written: then only the sheet's value can stand. */
  readonly sheetReadOnly: string | null;
  readonly viewerCanSettle: boolean;
}

export const itemQuery = `query Item($code: String!, $first: Int!, $after: String) {
  problemItem(code: $code) {
    ${itemLine}
    source leader department owner progress resolution completedOn closedOn remark cycle returnCount reason
    originUnit { ${unitRef} } topic { code title } measures { no text }
    cells { field header text problem }
    conflicts { ${conflict} }
    spreadsheet { spreadsheetId title }
    history(first: $first, after: $after) {
      nodes { id at side actor field before after reason }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
export interface ItemAnswer {
  readonly problemItem:
    | (InboxItem & {
        readonly source: string | null;
        readonly leader: string | null;
        readonly department: string | null;
        readonly owner: string | null;
        readonly resolution: string;
        readonly closedOn: string | null;
        readonly remark: string | null;
        readonly cycle: number;
        readonly returnCount: number;
        readonly reason: string | null;
        readonly originUnit: UnitRef;
        readonly topic: { readonly code: string; readonly title: string } | null;
        readonly cells: readonly {
          readonly field: string;
          readonly header: string;
          readonly text: string;
          readonly problem: string | null;
        }[];
        readonly conflicts: readonly ConflictShown[];
        readonly spreadsheet: { readonly spreadsheetId: string; readonly title: string | null } | null;
        readonly history: Paged<HistoryLine>;
      })
    | null;
}
export interface HistoryLine {
  readonly id: string;
  readonly at: string;
  readonly side: string;
  readonly actor: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

const pass = "id startedAt finishedAt rowsRead toStore toSheet conflicts problems outcome reason";
export interface PassShown {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly rowsRead: number;
  readonly toStore: number;
  readonly toSheet: number;
  readonly conflicts: number;
  readonly problems: number;
  readonly outcome: string;
  readonly reason: string | null;
}

const sheetLine = `spreadsheetId title state reason unit { ${unitRef} } lastPass { ${pass} }`;
export interface SheetLine {
  readonly spreadsheetId: string;
  readonly title: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly unit: UnitRef;
  readonly lastPass: PassShown | null;
}

export const sheetsQuery = `query Sheets($first: Int!, $after: String) {
  spreadsheets(first: $first, after: $after) { nodes { ${sheetLine} } pageInfo { hasNextPage endCursor } }
}`;
export interface SheetsAnswer {
  readonly spreadsheets: Paged<SheetLine>;
}

export const sheetQuery = `query Sheet($id: String!) {
  spreadsheet(spreadsheetId: $id) {
    ${sheetLine} brakedPass viewerCanSync viewerCanRelease
    tabs { title kind rows }
    problems { tab cell message text }
    conflicts { ${conflict} item { ... on ProblemItem { code description } ... on ResearchTopic { code title } } }
    passes(first: 10) { nodes { ${pass} } }
  }
}`;
export interface SheetAnswer {
  readonly spreadsheet:
    | (SheetLine & {
        readonly brakedPass: string | null;
        readonly viewerCanSync: boolean;
        readonly viewerCanRelease: boolean;
        readonly tabs: readonly { readonly title: string; readonly kind: string; readonly rows: number }[];
        readonly problems: readonly {
          readonly tab: string;
          readonly cell: string;
          readonly message: string;
          readonly text: string | null;
        }[];
        readonly conflicts: readonly (ConflictShown & {
          readonly item: { readonly code?: string; readonly description?: string; readonly title?: string };
        })[];
        readonly passes: { readonly nodes: readonly PassShown[] };
      })
    | null;
}
