import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Unit as CoreUnit } from '../core/ledger/unit.ts';
import type { Item } from '../core/ledger/item.ts';
import type { Link, PassRecord } from '../core/ledger/link.ts';
import type { ChangeParent, ConflictParent, RollupParent, IndicatorParent, NodeParent, UnitConnectionParent, UnitEdgeParent, ItemConnectionParent, ItemEdgeParent, ChangeConnectionParent, ChangeEdgeParent, PassConnectionParent, PassEdgeParent, SpreadsheetConnectionParent, SpreadsheetEdgeParent } from './parents.ts';
import type { Viewer as CoreViewer } from '../core/ledger/scope.ts';
import type { GraphqlContext } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date, `YYYY-MM-DD` (日期). */
  Date: { input: string; output: string; }
  /** A moment, ISO 8601 in UTC, e.g. `2023-11-30T08:00:00.000Z` (时间). */
  DateTime: { input: string; output: string; }
};

/** Input of `addUnit`. */
export type AddUnitInput = {
  /** Not needed: adding the same unit again answers with it. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** How its items are closed; without it, as the unit above (销号方式). */
  closurePolicy?: InputMaybe<ClosurePolicy>;
  /** Small letters, digits and hyphens; at most 64. */
  code: Scalars['String']['input'];
  /** Below its parent's (层级). */
  level: UnitLevel;
  /** Chinese name (单位名称). */
  name: Scalars['String']['input'];
  /** Code of the unit above. */
  parent: Scalars['String']['input'];
};

/** The answer of `addUnit`. */
export type AddUnitPayload = {
  __typename?: 'AddUnitPayload';
  /** As it is now; null when there are userErrors. */
  unit?: Maybe<Unit>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `answerTransfer`. */
export type AnswerTransferInput = {
  /** true takes it over, false leaves it where it is (是否接收). */
  accept: Scalars['Boolean']['input'];
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** Needed when declining (退回理由). */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `answerTransfer`. */
export type AnswerTransferPayload = {
  __typename?: 'AnswerTransferPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Why a pass refuses to go on: too much would be lost (刹车). */
export type BrakeReason =
  /** Almost every row changed at once (几乎全部改动). */
  | 'ALL_CHANGED'
  /** The codes are gone or shifted (系统编号不见了). */
  | 'CODES_GONE'
  /** The codes belong to another unit (系统编号属于别的单位). */
  | 'FOREIGN_CODES'
  /** A header row is gone (表头不见了). */
  | 'HEADER_GONE'
  /** Too many rows are missing (缺行过多). */
  | 'ROWS_MISSING'
  /** A tab is gone (标签页不见了). */
  | 'TAB_GONE';

/** A cell of the clerk's row (单元格原文). */
export type Cell = {
  __typename?: 'Cell';
  /** English field name. */
  field: Scalars['String']['output'];
  /** Chinese header (表头). */
  header: Scalars['String']['output'];
  /** Why it could not be read, one Chinese sentence; null when it could (问题提示). */
  problem?: Maybe<Scalars['String']['output']>;
  /** As typed; masked where it names private persons and the viewer's role does not need them. */
  text: Scalars['String']['output'];
};

/** A cell that could not be read (问题单元格). */
export type CellProblem = {
  __typename?: 'CellProblem';
  /** A1 notation when known, else the Chinese header and the row's 系统编号. */
  cell: Scalars['String']['output'];
  /** One Chinese sentence for the clerk. */
  message: Scalars['String']['output'];
  /** Title of the tab (标签页). */
  tab: Scalars['String']['output'];
  /** The cell's text; null when the message is about something else (原文). */
  text?: Maybe<Scalars['String']['output']>;
};

/** One accepted change (变更). */
export type Change = {
  __typename?: 'Change';
  /** A person's subject, or `sheet:<spreadsheetId>` where Google does not say who typed. */
  actor: Scalars['String']['output'];
  /** For the item as a whole: CREATED, ARCHIVED, REVIVED, CONFLICT_SETTLED … */
  after?: Maybe<Scalars['String']['output']>;
  /** When it was accepted (时间). */
  at: Scalars['DateTime']['output'];
  /** The text before; null where there was nothing (改前). */
  before?: Maybe<Scalars['String']['output']>;
  /** Field name; `state`, `unit` and `transferTo` for steps of the procedure; null when the item as a whole changed. */
  field?: Maybe<Scalars['String']['output']>;
  /** Opaque and stable. */
  id: Scalars['ID']['output'];
  /** Why, where a step of the procedure asks for it (理由). */
  reason?: Maybe<Scalars['String']['output']>;
  /** Where it came from (来源). */
  side: Side;
  /** The item's version that it made (版本). */
  version: Scalars['Int']['output'];
};

/** A page of changes (分页). */
export type ChangeConnection = {
  __typename?: 'ChangeConnection';
  /** Entries with their cursors. */
  edges: Array<ChangeEdge>;
  /** The entries alone. */
  nodes: Array<Change>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An entry of a page of changes. */
export type ChangeEdge = {
  __typename?: 'ChangeEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Change;
};

/** What the clerk's status word asks for (完成情况、是否销号). */
export type Claim =
  /** Closed; it still only asks for closing (已销号). */
  | 'CLOSED'
  /** Done (已完成). */
  | 'COMPLETE'
  /** Being worked on (整改中). */
  | 'IN_PROGRESS'
  /** Not begun (未整改). */
  | 'REGISTERED'
  /** Came back, opened again (反弹、重启). */
  | 'REOPEN'
  /** Sent back (退回). */
  | 'RETURN'
  /** To be kept up for good (长期坚持). */
  | 'STANDING'
  /** Handed over or reported upward (转办、上报). */
  | 'TRANSFER'
  /** Voided or merged (作废、合并). */
  | 'VOID';

/** How a unit's items are closed (销号方式). */
export type ClosurePolicy =
  /** The verifying unit closes; the province is informed (一级审核). */
  | 'ONE_STEP'
  /** No unit above: other people of the same unit verify (本单位审核). */
  | 'SELF'
  /** The verifying unit approves, the province files (县申请、市审核、省备案). */
  | 'TWO_STEP';

/** A header of the bureau's own (栏目别名). */
export type ColumnAlias = {
  __typename?: 'ColumnAlias';
  /** English field name; null for a column that is the clerk's own and never touched. */
  field?: Maybe<Scalars['String']['output']>;
  /** As it is compared: without blanks, hints in brackets and marks. */
  header: Scalars['String']['output'];
  /** The kind of ledger it holds for: problem, topic, activity … */
  kind: Scalars['String']['output'];
};

/** How a header was understood (识别方式). */
export type ColumnBinding =
  /** A word known for the field (常用别名). */
  | 'ALIAS'
  /** By a part of the header, by its neighbours or by what stands below (推测). */
  | 'GUESS'
  /** It is the field's own header (标准表头). */
  | 'HEADER'
  /** The bureau said so (本单位设定). */
  | 'OWN_ALIAS'
  /** The clerk's own, never touched (自用栏). */
  | 'PRIVATE'
  /** The clerk's numbering, which identifies nothing (序号). */
  | 'SEQUENCE'
  /** A surer column holds that field already (重复). */
  | 'TAKEN';

/** What a column was taken for (栏目). */
export type ColumnReading = {
  __typename?: 'ColumnReading';
  /** How it was understood (识别方式). */
  binding: ColumnBinding;
  /** Its letters: A, B … AA. */
  column: Scalars['String']['output'];
  /** From 0 to 1 (把握). */
  confidence: Scalars['Float']['output'];
  /** English field name; null for the clerk's own column. With TAKEN, the field another column holds. */
  field?: Maybe<Scalars['String']['output']>;
  /** The field's own Chinese header; null without a field. */
  fieldHeader?: Maybe<Scalars['String']['output']>;
  /** Cells that say something; cells of the clerk's own columns are not looked at. */
  filled: Scalars['Int']['output'];
  /** As the clerk wrote it, parents joined with `/` (表头). */
  header: Scalars['String']['output'];
  /** Cells that are never written: formulas, merged cells. */
  locked: Scalars['Int']['output'];
  /** Chinese: why the first of them is not; null when there are none. */
  lockedWhy?: Maybe<Scalars['String']['output']>;
  /** Cells that could not be read. */
  unreadable: Scalars['Int']['output'];
  /** Whether changes from elsewhere are written here (是否写入). */
  writable: Scalars['Boolean']['output'];
};

/** Both sides changed one cell to different values; the one not shown is kept here (冲突). */
export type Conflict = Node & {
  __typename?: 'Conflict';
  /** English field name. */
  field: Scalars['String']['output'];
  /** Chinese header (表头). */
  header: Scalars['String']['output'];
  /** Opaque and stable; `node` finds it again. */
  id: Scalars['ID']['output'];
  /** The entry it belongs to. */
  item: Node;
  /** When it was found (发现时间). */
  openedAt: Scalars['DateTime']['output'];
  /** When somebody settled it; null while open (了结时间). */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the system cannot write the cell, e.g. a formula; then only what the sheet shows can be chosen (表格中不可改写的原因). */
  sheetReadOnly?: Maybe<Scalars['String']['output']>;
  /** What the sheet said (表格内容). */
  sheetValue?: Maybe<Scalars['String']['output']>;
  /** Whose value is shown until somebody settles it. */
  shown: Side;
  /** What came through this API (系统内容). */
  storeValue?: Maybe<Scalars['String']['output']>;
  /** It is open and the viewer may settle it (可了结). */
  viewerCanSettle: Scalars['Boolean']['output'];
};

/** Input of `createProblemItem`. */
export type CreateProblemItemInput = {
  /** Its category (问题类别). */
  category?: InputMaybe<ProblemCategory>;
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The day of completion (完成时间). */
  completedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Responsible department (责任部门). */
  department?: InputMaybe<Scalars['String']['input']>;
  /** What the problem is; must not be empty (问题描述). */
  description: Scalars['String']['input'];
  /** Deadline, as a clerk would write it: `2023-11-30`, `2023年11月底前`, `立行立改` (整改时限). */
  due?: InputMaybe<Scalars['String']['input']>;
  /** Responsible official; several names separated by 、 (责任领导). */
  leader?: InputMaybe<Scalars['String']['input']>;
  /** What is to be done about it, one entry each (整改措施). */
  measures?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Responsible person; several names separated by 、 (责任人). */
  owner?: InputMaybe<Scalars['String']['input']>;
  /** How far it is (整改进展). */
  progress?: InputMaybe<Scalars['String']['input']>;
  /** Remark (备注). */
  remark?: InputMaybe<Scalars['String']['input']>;
  /** How it was found (问题来源). */
  source?: InputMaybe<ProblemSource>;
  /** Code of a research topic (调研课题). */
  topic?: InputMaybe<Scalars['String']['input']>;
  /** Code of the unit. */
  unit: Scalars['String']['input'];
};

/** The answer of `createProblemItem`. */
export type CreateProblemItemPayload = {
  __typename?: 'CreateProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `createResearchTopic`. */
export type CreateResearchTopicInput = {
  /** What it is about (所属方面). */
  aspect?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Responsible department (责任部门). */
  department?: InputMaybe<Scalars['String']['input']>;
  /** When it is to be finished, as a clerk would write it (完成时限). */
  due?: InputMaybe<Scalars['String']['input']>;
  /** Leading official (牵头领导). */
  leader?: InputMaybe<Scalars['String']['input']>;
  /** How the research is done (调研方式). */
  method?: InputMaybe<Scalars['String']['input']>;
  /** How far it is (进展情况). */
  progress?: InputMaybe<Scalars['String']['input']>;
  /** Remark (备注). */
  remark?: InputMaybe<Scalars['String']['input']>;
  /** The report that came of it (调研报告). */
  report?: InputMaybe<Scalars['String']['input']>;
  /** Title of the topic; must not be empty (课题名称). */
  title: Scalars['String']['input'];
  /** Code of the unit. */
  unit: Scalars['String']['input'];
};

/** The answer of `createResearchTopic`. */
export type CreateResearchTopicPayload = {
  __typename?: 'CreateResearchTopicPayload';
  /** As it is now; null when there are userErrors. */
  researchTopic?: Maybe<ResearchTopic>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A deadline as it was understood, and as it was typed (时限). */
export type Due = {
  __typename?: 'Due';
  /** The last day in time; 立行立改 and 30天 count from the day the problem was found. Null when the text names none, or nobody told when it was found. */
  date?: Maybe<Scalars['Date']['output']>;
  /** How exactly it was told (时限种类). */
  kind: DueKind;
  /** Also to be kept up after that day (并长期坚持). */
  standing: Scalars['Boolean']['output'];
  /** The cell's text. */
  text: Scalars['String']['output'];
};

/** How exactly a deadline was told (时限种类). */
export type DueKind =
  /** A day (具体到日). */
  | 'DATE'
  /** At once (立行立改). */
  | 'IMMEDIATE'
  /** Before some other work ends (某项工作结束前). */
  | 'MILESTONE'
  /** End of a month (月底). */
  | 'MONTH_END'
  /** End of a quarter (季末). */
  | 'QUARTER_END'
  /** A period; its last day counts (一段时间). */
  | 'RANGE'
  /** Within some days (若干天内). */
  | 'RELATIVE'
  /** To be kept up for good (长期坚持). */
  | 'STANDING'
  /** Short, middle or long term (短期、中期、长期). */
  | 'TERM'
  /** End of a year (年底). */
  | 'YEAR_END';

/** An entry of one of the other ledgers (台账条目). */
export type Entry = Node & {
  __typename?: 'Entry';
  /** Set when the row was deleted on purpose (已归档). */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The clerk's own text per field, as typed (原文). */
  cells: Array<Cell>;
  /** The row's 系统编号. */
  code: Scalars['String']['output'];
  /** Newest first (冲突). */
  conflicts: Array<Conflict>;
  /** When it was first recorded (登记时间). */
  createdAt: Scalars['DateTime']['output'];
  /** Newest first (变更记录). */
  history: ChangeConnection;
  /** Opaque and stable; `node` finds it again. */
  id: Scalars['ID']['output'];
  /** Which ledger it belongs to (台账种类). */
  kind: EntryKind;
  /** The unit whose ledger it is (单位). */
  unit: Unit;
  /** When people could last see it change (更新时间). */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows with every change people can see (版本). */
  version: Scalars['Int']['output'];
};


/** An entry of one of the other ledgers (台账条目). */
export type EntryHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of entries (分页). */
export type EntryConnection = {
  __typename?: 'EntryConnection';
  /** Entries with their cursors. */
  edges: Array<EntryEdge>;
  /** The entries alone. */
  nodes: Array<Entry>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all; null when counting would cost more than the page itself. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry of a page of entries. */
export type EntryEdge = {
  __typename?: 'EntryEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Entry;
};

/** The ledgers beside problem items and research topics (台账种类). */
export type EntryKind =
  /** Activities: surveys, visits, forums, receptions (调研活动). */
  | 'ACTIVITY'
  /** Classes of problems (解决一类问题). */
  | 'CLASS'
  /** Measures on a tab of their own (整改措施). */
  | 'MEASURE'
  /** Opinions and suggestions (意见建议). */
  | 'OPINION'
  /** Outcomes: reports, regulations, policies, cases (成果清单). */
  | 'OUTCOME'
  /** Plans for customers (一店一策). */
  | 'PLAN'
  /** Service requests (群众点单). */
  | 'REQUEST';

/** Input of `extendProblemItem`. */
export type ExtendProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** The new deadline, later than the old one (整改时限). */
  due: Scalars['String']['input'];
  /** Why it takes longer (延期理由). */
  reason: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `extendProblemItem`. */
export type ExtendProblemItemPayload = {
  __typename?: 'ExtendProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A figure before and after a correction, as a report prints it (更正). */
export type FigureChange = {
  __typename?: 'FigureChange';
  /** `—` when it is not reported any more (改为). */
  after: Scalars['String']['output'];
  /** `—` when it was not reported (原为). */
  before: Scalars['String']['output'];
  /** Which indicator (指标). */
  key: IndicatorKey;
};

/** Input of `fileProblemItem`. */
export type FileProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `fileProblemItem`. */
export type FileProblemItemPayload = {
  __typename?: 'FileProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** What a rate or an average is made of (分子分母). */
export type Fraction = {
  __typename?: 'Fraction';
  /** What is divided (分子). */
  part: Scalars['Float']['output'];
  /** As a report prints it, e.g. `20/38`. */
  text: Scalars['String']['output'];
  /** What it is divided by (分母). */
  whole: Scalars['Float']['output'];
};

/** One figure (指标值). */
export type Indicator = {
  __typename?: 'Indicator';
  /** The entries of another ledger behind the figure (activities, measures, opinions, outcomes); null where it counts none. */
  entries?: Maybe<EntryConnection>;
  /** Of a rate or an average, what is divided by what; null of a count, and where one of the two is not reported (分子分母). */
  fraction?: Maybe<Fraction>;
  /** The problem items behind the figure; null where it counts none. Of a rate those of its part, of an average those it is taken over, of COMPLETENESS those that lack something. */
  items?: Maybe<ProblemItemConnection>;
  /** Which indicator (指标). */
  key: IndicatorKey;
  /** Some unit below has not reported, so the figure is a part of the whole (部分). */
  partial: Scalars['Boolean']['output'];
  /** How exact it is (精确程度). */
  qualifier: Qualifier;
  /** As a report prints it, e.g. `52.6%`. */
  text: Scalars['String']['output'];
  /** The research topics behind the figure; null where it counts none. */
  topics?: Maybe<ResearchTopicConnection>;
  /** Null: not reported. Rates are 0..1. */
  value?: Maybe<Scalars['Float']['output']>;
};


/** One figure (指标值). */
export type IndicatorEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One figure (指标值). */
export type IndicatorItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One figure (指标值). */
export type IndicatorTopicsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What is counted (指标). Names, formulas and units of every key: core/rollup/indicators.ts. */
export type IndicatorKey =
  /** Activities of every kind, each counted once (活动次数). */
  | 'ACTIVITIES'
  /** Days from finding to completion, on average (平均整改周期). */
  | 'AVERAGE_DAYS'
  /** Model cases (典型案例). */
  | 'CASES'
  /** Negative cases (反面案例). */
  | 'CASES_NEGATIVE'
  /** Positive cases (正面案例). */
  | 'CASES_POSITIVE'
  /** Closed (已销号). */
  | 'CLOSED'
  /** Share of closed items (销号率). */
  | 'CLOSURE_RATE'
  /** Submitted, verified or closed (已完成：待验收、待备案、已销号). */
  | 'COMPLETED'
  /** Share of the required cells that are filled (填报完整率). */
  | 'COMPLETENESS'
  /** Share of completed items (完成率). */
  | 'COMPLETION_RATE'
  /** Share of the units below that were visited (覆盖率). */
  | 'COVERAGE'
  /** Open and due soon (临期). */
  | 'DUE_SOON'
  /** Forums (座谈次数). */
  | 'FORUMS'
  /** Share of items that are completed, or nearly so by their status word (完成或基本完成率). */
  | 'LENIENT_RATE'
  /** Measures (整改措施). */
  | 'MEASURES'
  /** Offices held on site (现场办公次数). */
  | 'ONSITE_OFFICES'
  /** Items and opinions solved on the spot (现场解决). */
  | 'ON_SITE'
  /** Share solved on the spot (现场解决率). */
  | 'ON_SITE_RATE'
  /** Submitted in time, of the problems whose time is over (按期完成率). */
  | 'ON_TIME_RATE'
  /** Items and opinions neither closed nor solved on the spot (整改中). */
  | 'OPEN'
  /** Opinions and suggestions (意见建议). */
  | 'OPINIONS'
  /** Outcomes other than reports, regulations, standards and cases (调研成果). */
  | 'OUTCOMES'
  /** Open and past the deadline (逾期). */
  | 'OVERDUE'
  /** Share of items that are open and past the deadline (逾期率). */
  | 'OVERDUE_RATE'
  /** Policies and countermeasures (政策对策). */
  | 'POLICIES'
  /** Problem items (问题数). */
  | 'PROBLEMS'
  /** Of the category DEVELOPMENT (影响制约高质量发展的问题). */
  | 'PROBLEMS_DEVELOPMENT'
  /** Found by audit (审计发现的问题). */
  | 'PROBLEMS_FROM_AUDIT'
  /** Met in promoting development (推动发展遇到的问题). */
  | 'PROBLEMS_FROM_DEVELOPMENT'
  /** Found by inspection (巡视巡察、检查发现的问题). */
  | 'PROBLEMS_FROM_INSPECTION'
  /** Raised by the masses (群众反映的问题). */
  | 'PROBLEMS_FROM_MASSES'
  /** From petitions and receptions (信访接访的问题). */
  | 'PROBLEMS_FROM_RECEPTION'
  /** Found by research (调研发现的问题). */
  | 'PROBLEMS_FROM_RESEARCH'
  /** From requests for service (群众点单的问题). */
  | 'PROBLEMS_FROM_SERVICE_REQUEST'
  /** Of the category LIVELIHOOD (急难愁盼的问题). */
  | 'PROBLEMS_LIVELIHOOD'
  /** Of the category OTHER (其他问题). */
  | 'PROBLEMS_OTHER'
  /** Of the category PARTY_BUILDING (党建作风的问题). */
  | 'PROBLEMS_PARTY_BUILDING'
  /** Of the category RISK (重大风险的问题). */
  | 'PROBLEMS_RISK'
  /** Receptions of petitioners (接访次数). */
  | 'RECEPTIONS'
  /** Regulations new and revised (制度). */
  | 'REGULATIONS'
  /** New regulations (新订制度). */
  | 'REGULATIONS_NEW'
  /** Revised regulations (修订制度). */
  | 'REGULATIONS_REVISED'
  /** Reopenings per closing (复发率). */
  | 'REOPEN_RATE'
  /** Units that reported by units that are expected to (报送率). The others: `missingUnits`. */
  | 'REPORTING_RATE'
  /** Research reports (调研报告). */
  | 'REPORTS'
  /** Returns per submission (退回率). */
  | 'RETURN_RATE'
  /** Share of the rated opinions that were answered to satisfaction (满意率). */
  | 'SATISFACTION_RATE'
  /** Systems of standards (标准体系). */
  | 'STANDARDS'
  /** To be kept up for good (长期坚持). */
  | 'STANDING'
  /** Waiting for the unit above (待验收). */
  | 'SUBMITTED'
  /** Field surveys (调研次数). */
  | 'SURVEYS'
  /** Research topics (课题数). */
  | 'TOPICS'
  /** Topics with a report, or put into practice (完成课题). */
  | 'TOPICS_DONE'
  /** Outcomes put into practice (成果转化). */
  | 'TRANSFORMED'
  /** Units that are expected to report: those with a ledger, and those with no units below (应报单位). */
  | 'UNITS_EXPECTED'
  /** Of them, those whose ledger has changed since the first of the month (已报单位). */
  | 'UNITS_REPORTED'
  /** Waiting for the province (待备案). */
  | 'VERIFIED'
  /** Visits (走访次数). */
  | 'VISITS';

/** How an item stands, in one colour (亮灯). */
export type Light =
  /** Closed (已销号). */
  | 'BLUE'
  /** On course (正常). */
  | 'GREEN'
  /** Standing, or void (长期坚持、作废). */
  | 'GREY'
  /** Overdue (逾期). */
  | 'RED'
  /** Due soon, or not changed for long (临期或久未更新). */
  | 'YELLOW';

/** Input of `linkSpreadsheet`. */
export type LinkSpreadsheetInput = {
  /** Not needed: linking the same spreadsheet again changes nothing. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** true: nothing is synced until `pauseSpreadsheet` sets it to false; time for a reading and a preview of the import. */
  paused?: InputMaybe<Scalars['Boolean']['input']>;
  /** Google's id, or the spreadsheet's whole address. */
  spreadsheetId: Scalars['String']['input'];
  /** Code of the unit. */
  unit: Scalars['String']['input'];
};

/** The answer of `linkSpreadsheet`. */
export type LinkSpreadsheetPayload = {
  __typename?: 'LinkSpreadsheetPayload';
  /** As it is now; null when there are userErrors. */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `linkSummary`. */
export type LinkSummaryInput = {
  /** Not needed: linking the same spreadsheet again changes nothing. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Google's id, or the spreadsheet's whole address. Share it with the service account as editor. */
  spreadsheetId: Scalars['String']['input'];
  /** Code of the unit whose figures are shown. */
  unit: Scalars['String']['input'];
};

/** The answer of `linkSummary`. */
export type LinkSummaryPayload = {
  __typename?: 'LinkSummaryPayload';
  /** The unit; null when there are userErrors. */
  unit?: Maybe<Unit>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** One measure against a problem (整改措施). */
export type Measure = {
  __typename?: 'Measure';
  /** Position among the item's measures, from 1. */
  no: Scalars['Int']['output'];
  /** What is to be done (措施内容). */
  text: Scalars['String']['output'];
};

/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Add a unit. ADMIN of a unit above (增加单位). */
  addUnit?: Maybe<AddUnitPayload>;
  /** Answer a proposed transfer. LEADER or VERIFIER of the unit it was proposed to (答复转办). */
  answerTransfer?: Maybe<AnswerTransferPayload>;
  /** Record a problem item. CLERK, LEADER of the unit; ADMIN (登记问题). */
  createProblemItem?: Maybe<CreateProblemItemPayload>;
  /** Record a research topic. CLERK, LEADER of the unit; ADMIN (登记课题). */
  createResearchTopic?: Maybe<CreateResearchTopicPayload>;
  /** Extend the deadline. VERIFIER above (同意延期). */
  extendProblemItem?: Maybe<ExtendProblemItemPayload>;
  /** File and close. VERIFIER above at province level or higher (备案销号). */
  fileProblemItem?: Maybe<FileProblemItemPayload>;
  /** Tie a spreadsheet to a unit. CLERK, LEADER of the unit; ADMIN (关联表格). */
  linkSpreadsheet?: Maybe<LinkSpreadsheetPayload>;
  /** Show the unit's figures in a spreadsheet, one-way, from the next run on. CLERK, LEADER of the unit; ADMIN (关联汇总表). */
  linkSummary?: Maybe<LinkSummaryPayload>;
  /** Stop or go on syncing. LEADER of the unit; ADMIN (暂停或恢复同步). */
  pauseSpreadsheet?: Maybe<PauseSpreadsheetPayload>;
  /** The plan of a pass, without carrying it out. CLERK, LEADER of the unit; VERIFIER, ADMIN (预演同步). */
  previewSync?: Maybe<PreviewSyncPayload>;
  /** Let a braked pass go on: within 5 minutes, or at once with `syncSpreadsheet`. LEADER of the unit; ADMIN (放行). */
  releaseBrake?: Maybe<ReleaseBrakePayload>;
  /** Open again what came back. VERIFIER above (重启). */
  reopenProblemItem?: Maybe<ReopenProblemItemPayload>;
  /** Tell the past of a unit anew after its items were corrected: a further version with its difference. ADMIN (更正历史汇总). */
  restateRollup?: Maybe<RestateRollupPayload>;
  /** Bring back an entry of another ledger. CLERK, LEADER of the unit; ADMIN (恢复条目). */
  restoreEntry?: Maybe<RestoreEntryPayload>;
  /** Bring back. VERIFIER above for a voided item; CLERK, LEADER of the unit, ADMIN for a deleted row or an earlier version (恢复). */
  restoreProblemItem?: Maybe<RestoreProblemItemPayload>;
  /** Bring back a topic. CLERK, LEADER of the unit; ADMIN (恢复课题). */
  restoreResearchTopic?: Maybe<RestoreResearchTopicPayload>;
  /** Send back for more work. VERIFIER above (退回整改). */
  returnProblemItem?: Maybe<ReturnProblemItemPayload>;
  /** Say which field a header of a spreadsheet stands for; counts from the next pass on. CLERK, LEADER of the unit; ADMIN (设定栏目). */
  setColumn?: Maybe<SetColumnPayload>;
  /** Say what part a tab takes in the sync; counts from the next pass on. CLERK, LEADER of the unit; ADMIN (设定标签页用途). */
  setTabRole?: Maybe<SetTabRolePayload>;
  /** Decide a conflict. CLERK, LEADER of the unit; ADMIN (了结冲突). */
  settleConflict?: Maybe<SettleConflictPayload>;
  /** Grant that it is kept up for good. VERIFIER above (同意长期坚持). */
  standProblemItem?: Maybe<StandProblemItemPayload>;
  /** Begin the work. CLERK, LEADER of the unit (开始整改). */
  startProblemItem?: Maybe<StartProblemItemPayload>;
  /** Ask for closing. LEADER of the unit (申请销号). */
  submitProblemItem?: Maybe<SubmitProblemItemPayload>;
  /** One pass now. CLERK, LEADER of the unit; VERIFIER, ADMIN (同步). */
  syncSpreadsheet?: Maybe<SyncSpreadsheetPayload>;
  /** Hand over. LEADER of the unit proposes to a unit above; a VERIFIER above hands over to any unit below it (转办). */
  transferProblemItem?: Maybe<TransferProblemItemPayload>;
  /** Change fields of a problem item. CLERK, LEADER of the unit; ADMIN (修改问题). */
  updateProblemItem?: Maybe<UpdateProblemItemPayload>;
  /** Change up to 25 problem items; as `updateProblemItem` for each (批量修改问题). */
  updateProblemItems?: Maybe<UpdateProblemItemsPayload>;
  /** Change fields of a research topic. CLERK, LEADER of the unit; ADMIN (修改课题). */
  updateResearchTopic?: Maybe<UpdateResearchTopicPayload>;
  /** Approve. VERIFIER above, and not the one who submitted (审核通过). */
  verifyProblemItem?: Maybe<VerifyProblemItemPayload>;
  /** Void, or merge into another item. VERIFIER above (作废、合并). */
  voidProblemItem?: Maybe<VoidProblemItemPayload>;
  /** Take the request for closing back. LEADER of the unit (撤回申请). */
  withdrawProblemItem?: Maybe<WithdrawProblemItemPayload>;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationAddUnitArgs = {
  input: AddUnitInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationAnswerTransferArgs = {
  input: AnswerTransferInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationCreateProblemItemArgs = {
  input: CreateProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationCreateResearchTopicArgs = {
  input: CreateResearchTopicInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationExtendProblemItemArgs = {
  input: ExtendProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationFileProblemItemArgs = {
  input: FileProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationLinkSpreadsheetArgs = {
  input: LinkSpreadsheetInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationLinkSummaryArgs = {
  input: LinkSummaryInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationPauseSpreadsheetArgs = {
  input: PauseSpreadsheetInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationPreviewSyncArgs = {
  input: PreviewSyncInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationReleaseBrakeArgs = {
  input: ReleaseBrakeInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationReopenProblemItemArgs = {
  input: ReopenProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationRestateRollupArgs = {
  input: RestateRollupInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationRestoreEntryArgs = {
  input: RestoreEntryInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationRestoreProblemItemArgs = {
  input: RestoreProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationRestoreResearchTopicArgs = {
  input: RestoreResearchTopicInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationReturnProblemItemArgs = {
  input: ReturnProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationSetColumnArgs = {
  input: SetColumnInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationSetTabRoleArgs = {
  input: SetTabRoleInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationSettleConflictArgs = {
  input: SettleConflictInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationStandProblemItemArgs = {
  input: StandProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationStartProblemItemArgs = {
  input: StartProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationSubmitProblemItemArgs = {
  input: SubmitProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationSyncSpreadsheetArgs = {
  input: SyncSpreadsheetInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationTransferProblemItemArgs = {
  input: TransferProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationUpdateProblemItemArgs = {
  input: UpdateProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationUpdateProblemItemsArgs = {
  input: UpdateProblemItemsInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationUpdateResearchTopicArgs = {
  input: UpdateResearchTopicInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationVerifyProblemItemArgs = {
  input: VerifyProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationVoidProblemItemArgs = {
  input: VoidProblemItemInput;
};


/** What may be done. Every payload carries `userErrors`: empty, or why it was not done. */
export type MutationWithdrawProblemItemArgs = {
  input: WithdrawProblemItemInput;
};

/** Anything with an id that `node` can find again. */
export type Node = {
  /** Opaque and stable; not the `code` that people see. */
  id: Scalars['ID']['output'];
};

/** Which way an order goes (方向). */
export type OrderDirection =
  /** From the smallest up (升序). */
  | 'ASC'
  /** From the largest down (降序). Not for UNIT. */
  | 'DESC';

/** Where a page begins and ends (分页). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Pass it as `after` to go on. Stable: entries added or changed elsewhere do not shift it. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are entries after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Pages go forwards only: true when `after` was given. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** One run over one spreadsheet (一次同步). */
export type Pass = {
  __typename?: 'Pass';
  /** Conflicts found (冲突数). */
  conflicts: Scalars['Int']['output'];
  /** When it ended; null while it runs (结束时间). */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Pass it to `releaseBrake` as `passId`. */
  id: Scalars['ID']['output'];
  /** How it ended (结果). */
  outcome: PassOutcome;
  /** Cells and rows that could not be read (问题数). */
  problems: Scalars['Int']['output'];
  /** Chinese: why it was not DONE. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Rows of the ledger read (读取行数). */
  rowsRead: Scalars['Int']['output'];
  /** When it began (开始时间). */
  startedAt: Scalars['DateTime']['output'];
  /** Cells and rows written to the sheet. */
  toSheet: Scalars['Int']['output'];
  /** Changes taken from the sheet. */
  toStore: Scalars['Int']['output'];
};

/** A page of passes (分页). */
export type PassConnection = {
  __typename?: 'PassConnection';
  /** Entries with their cursors. */
  edges: Array<PassEdge>;
  /** The entries alone. */
  nodes: Array<Pass>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An entry of a page of passes. */
export type PassEdge = {
  __typename?: 'PassEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Pass;
};

/** How a pass ended (结果). */
export type PassOutcome =
  /** Refused, because too much would be lost (已刹车). */
  | 'BRAKED'
  /** Something was taken over or written (已同步). */
  | 'DONE'
  /** Broken off; the next pass goes on (失败). */
  | 'FAILED'
  /** Both sides agreed (无变化). */
  | 'NOTHING'
  /** Writes did not land where they should (已隔离). */
  | 'QUARANTINED'
  /** The spreadsheet could not be opened (无法访问). */
  | 'UNREACHABLE';

/** Input of `pauseSpreadsheet`. */
export type PauseSpreadsheetInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** true: no more passes until it is set to false. */
  paused: Scalars['Boolean']['input'];
  /** Google's id. */
  spreadsheetId: Scalars['String']['input'];
};

/** The answer of `pauseSpreadsheet`. */
export type PauseSpreadsheetPayload = {
  __typename?: 'PauseSpreadsheetPayload';
  /** As it is now; null when there are userErrors. */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** What a pass does to either side (动作). */
export type PlanAction =
  /** Add the system columns (增加列). */
  | 'ADD_COLUMN'
  /** Archive what was deleted on the sheet (归档). */
  | 'ARCHIVE_ITEM'
  /** Both sides changed one cell (冲突). */
  | 'CONFLICT'
  /** Record a new row (新登记). */
  | 'CREATE_ITEM'
  /** Insert a row (插入行). */
  | 'INSERT_ROW'
  /** Note that a row is missing; a second good look decides (行不见了). */
  | 'MARK_MISSING'
  /** Put a note on a cell (批注). */
  | 'NOTE'
  /** A cell or row cannot be read (看不懂). */
  | 'PROBLEM'
  /** Bring back what came back (恢复). */
  | 'REVIVE_ITEM'
  /** Take a cell over from the sheet (表格→系统). */
  | 'UPDATE_ITEM'
  /** Write a cell (系统→表格). */
  | 'WRITE_CELL'
  /** Give a row its 系统编号 (写入编号). */
  | 'WRITE_CODE';

/** One planned change. */
export type PlanLine = {
  __typename?: 'PlanLine';
  /** What would happen. */
  action: PlanAction;
  /** What would be there (改为). */
  after?: Maybe<Scalars['String']['output']>;
  /** What is there now (原为). */
  before?: Maybe<Scalars['String']['output']>;
  /** A1 notation; null when the row is not in the sheet yet. */
  cell?: Maybe<Scalars['String']['output']>;
  /** The row's 系统编号; null while it has none. */
  code?: Maybe<Scalars['String']['output']>;
  /** English field name; null when the row as a whole is meant. */
  field?: Maybe<Scalars['String']['output']>;
  /** Chinese; for problems and conflicts. */
  message?: Maybe<Scalars['String']['output']>;
  /** Title of the tab (标签页). */
  tab: Scalars['String']['output'];
};

/** A figure at a moment. */
export type Point = {
  __typename?: 'Point';
  /** End of the day in China. */
  at: Scalars['DateTime']['output'];
  /** Null: not reported. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** Input of `previewSync`. */
export type PreviewSyncInput = {
  /** Not needed: a preview changes nothing. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Google's id. */
  spreadsheetId: Scalars['String']['input'];
};

/** What a pass would do now; nothing is written (预演). */
export type PreviewSyncPayload = {
  __typename?: 'PreviewSyncPayload';
  /** Null when there are userErrors. */
  plan?: Maybe<SyncPlan>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** What kind of problem it is (问题类别). */
export type ProblemCategory =
  /** Holds back high-quality development (影响制约高质量发展). */
  | 'DEVELOPMENT'
  /** People's pressing needs (群众急难愁盼). */
  | 'LIVELIHOOD'
  /** Anything else (其他). */
  | 'OTHER'
  /** Party building and conduct (党建作风). */
  | 'PARTY_BUILDING'
  /** Averting major risks (防范化解重大风险). */
  | 'RISK';

/** A problem that was found and is followed until it is closed (问题). */
export type ProblemItem = Node & {
  __typename?: 'ProblemItem';
  /** What the viewer may do with it now (可办事项). */
  actions: Array<WorkflowAction>;
  /** Set when the row was deleted on purpose (已归档). */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its category; null when the cell is empty or unreadable (问题类别). */
  category?: Maybe<ProblemCategory>;
  /** The clerk's own text per field, as typed (原文). */
  cells: Array<Cell>;
  /** What the clerk's status word asks for; null when there is none (完成情况、是否销号). */
  claim?: Maybe<Claim>;
  /** The day the system closed it (销号时间). */
  closedOn?: Maybe<Scalars['Date']['output']>;
  /** The row's 系统编号, never the clerk's 序号. */
  code: Scalars['String']['output'];
  /** The day of completion, as the clerk gives it (完成时间). */
  completedOn?: Maybe<Scalars['Date']['output']>;
  /** Newest first (冲突). */
  conflicts: Array<Conflict>;
  /** When it was first recorded (登记时间). */
  createdAt: Scalars['DateTime']['output'];
  /** 1 for the first run through the procedure, one more with each reopening (第几轮). */
  cycle: Scalars['Int']['output'];
  /** Responsible department (责任部门). */
  department?: Maybe<Scalars['String']['output']>;
  /** What the problem is (问题描述). */
  description: Scalars['String']['output'];
  /** When it is to be solved (整改时限). */
  due?: Maybe<Due>;
  /** Open and due within 7 days, today among them (临期). */
  dueSoon: Scalars['Boolean']['output'];
  /** How often its deadline was extended (延期次数). */
  extendCount: Scalars['Int']['output'];
  /** Newest first (变更记录). */
  history: ChangeConnection;
  /** Opaque and stable; `node` finds it again. */
  id: Scalars['ID']['output'];
  /** Responsible official (责任领导). */
  leader?: Maybe<Scalars['String']['output']>;
  /** How it stands, in one colour (亮灯). */
  light: Light;
  /** What is to be done about it (整改措施). */
  measures: Array<Measure>;
  /** Next review of a standing item (下次检查). */
  nextReviewOn?: Maybe<Scalars['Date']['output']>;
  /** The unit that found it; differs after a transfer. When the viewer may not see that unit, `unit` stands in (发现单位). */
  originUnit: Unit;
  /** Open and past its deadline in China today; a deadline of today is not overdue (逾期). */
  overdue: Scalars['Boolean']['output'];
  /** Responsible person. Masked for the role VIEWER (责任人). */
  owner?: Maybe<Scalars['String']['output']>;
  /** How far it is, in the clerk's words (整改进展). */
  progress?: Maybe<Scalars['String']['output']>;
  /** Reason of the newest return, reopening or voiding (理由). */
  reason?: Maybe<Scalars['String']['output']>;
  /** Remark (备注). */
  remark?: Maybe<Scalars['String']['output']>;
  /** How it was solved (解决方式). */
  resolution: Resolution;
  /** How often it was sent back (退回次数). */
  returnCount: Scalars['Int']['output'];
  /** How it was found; null when the cell is empty or unreadable (问题来源). */
  source?: Maybe<ProblemSource>;
  /** The spreadsheet whose row it is; null while it has none (所在表格). */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Open, and unchanged for more than 30 days (久未更新). */
  stale: Scalars['Boolean']['output'];
  /** To be kept up for good: granted, asked for, or said so by the deadline (长期坚持). */
  standing: Scalars['Boolean']['output'];
  /** Where it stands in the closing procedure (状态). */
  state: ProblemState;
  /** The state as the sheet shows it (系统状态). */
  stateText: Scalars['String']['output'];
  /** The research topic that found it (调研课题). */
  topic?: Maybe<ResearchTopic>;
  /** A transfer that waits for this unit's consent (拟转办单位). */
  transferTo?: Maybe<Unit>;
  /** The unit that answers for it now (责任单位). */
  unit: Unit;
  /** When people could last see it change (更新时间). */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows with every change people can see; send it back when updating (版本). */
  version: Scalars['Int']['output'];
};


/** A problem that was found and is followed until it is closed (问题). */
export type ProblemItemHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of problem items (分页). */
export type ProblemItemConnection = {
  __typename?: 'ProblemItemConnection';
  /** Entries with their cursors. */
  edges: Array<ProblemItemEdge>;
  /** The entries alone. */
  nodes: Array<ProblemItem>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** Null when counting would cost more than the page itself. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry of a page of problem items. */
export type ProblemItemEdge = {
  __typename?: 'ProblemItemEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ProblemItem;
};

/** All given conditions must hold; in a list, any one of its values (筛选). */
export type ProblemItemFilter = {
  /** The viewer may now take one of these steps (可办理). */
  action?: InputMaybe<Array<WorkflowAction>>;
  /** Only what was deleted on purpose; without it, only what was not (已归档). */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of one of these categories (问题类别). */
  category?: InputMaybe<Array<ProblemCategory>>;
  /** Changed at or after this moment (更新起). */
  changedSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** Has a conflict that nobody has settled (有冲突). */
  conflicted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Also all units below. Default: true on Query.problemItems without `unit`, else false (含下级). */
  descendants?: InputMaybe<Scalars['Boolean']['input']>;
  /** Due on or after this day (时限起). */
  dueFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Due on or before this day (时限止). */
  dueTo?: InputMaybe<Scalars['Date']['input']>;
  /** Of one of these colours (亮灯). */
  light?: InputMaybe<Array<Light>>;
  /** Open and past the deadline, or not (逾期). */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Solved in one of these ways (解决方式). */
  resolution?: InputMaybe<Array<Resolution>>;
  /** From one of these sources (问题来源). */
  source?: InputMaybe<Array<ProblemSource>>;
  /** To be kept up for good, or not (长期坚持). */
  standing?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states (状态). */
  state?: InputMaybe<Array<ProblemState>>;
  /** Appears in a text the viewer may read; at most 100 characters (关键字). */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Code of a research topic (课题). */
  topic?: InputMaybe<Scalars['String']['input']>;
  /** Code of a unit; without it the viewer's own unit (单位). */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** Has a cell that could not be read (有看不懂的单元格). */
  unreadable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** By what and which way (排序). */
export type ProblemItemOrder = {
  /** Which way. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ProblemItemOrderField;
};

/** By what problem items are ordered (排序). */
export type ProblemItemOrderField =
  /** By the first record. At most 2,000 items (登记时间). */
  | 'CREATED_AT'
  /** By deadline; items without one come last. At most 2,000 items after `unit` and `state` (时限). */
  | 'DUE'
  /** Unit, then state, then due date, then code: the order of the index, for any number of items. */
  | 'UNIT'
  /** By the newest change. At most 2,000 items (更新时间). */
  | 'UPDATED_AT';

/** How it was found (问题来源). */
export type ProblemSource =
  /** Audit (审计监督). */
  | 'AUDIT'
  /** Met in the course of development (推动发展遇到). */
  | 'DEVELOPMENT'
  /** Disciplinary inspection (巡视巡察). */
  | 'INSPECTION'
  /** Strongly felt by the public (群众反映强烈). */
  | 'MASSES'
  /** Petitions and visits (信访接待). */
  | 'RECEPTION'
  /** Found by research (调研发现). */
  | 'RESEARCH'
  /** Requested by the public (群众点单). */
  | 'SERVICE_REQUEST';

/** Where an item stands in the closing procedure (状态). The system decides it; a clerk's word is only a claim. */
export type ProblemState =
  /** Closed (已销号). */
  | 'CLOSED'
  /** Being worked on (整改中). */
  | 'IN_PROGRESS'
  /** Recorded, work has not begun (已挂号，待整改). */
  | 'REGISTERED'
  /** To be kept up for good, with a review date (持续整改，长期坚持). */
  | 'STANDING'
  /** The unit asked for closing; the unit above decides (已申请销号，待审核). */
  | 'SUBMITTED'
  /** Approved; the province is to file it (已通过审核，待备案). */
  | 'VERIFIED'
  /** Voided, or merged into another item (作废或合并). */
  | 'VOID';

/** How exact a figure is (精确程度). */
export type Qualifier =
  /** About (约). */
  | 'ABOUT'
  /** Exactly (等于). */
  | 'EQ'
  /** At least (至少、余). */
  | 'GE'
  /** At most (至多). */
  | 'LE';

/** What may be asked. */
export type Query = {
  __typename?: 'Query';
  /** An entry of another ledger by its code; null when it does not exist or the viewer may not see it (台账条目). */
  entry?: Maybe<Entry>;
  /** Anything with an id; null when it does not exist or the viewer may not see it. */
  node?: Maybe<Node>;
  /** At most 100, in the order of the ids; null for what does not exist. */
  nodes: Array<Maybe<Node>>;
  /** A problem item by its code; null when it does not exist or the viewer may not see it (问题). */
  problemItem?: Maybe<ProblemItem>;
  /** Problem items of the viewer's unit and all below it, or of the unit that the filter names (问题清单). */
  problemItems: ProblemItemConnection;
  /** A research topic by its code; null when it does not exist or the viewer may not see it (调研课题). */
  researchTopic?: Maybe<ResearchTopic>;
  /** Topics of a unit, without `unit` of the viewer's. */
  researchTopics: ResearchTopicConnection;
  /** Indicators of a unit and everything below it; NOT_FOUND when the viewer may not see it (汇总). */
  rollup: Rollup;
  /** Google accounts of this system: share a spreadsheet with one of them, as editor, before linking it (同步账号). */
  serviceAccounts: Array<Scalars['String']['output']>;
  /** A linked spreadsheet; null when it is not linked or the viewer may not see it (表格). */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Spreadsheets of the viewer's unit and all below it, or of the unit named (表格). */
  spreadsheets: SpreadsheetConnection;
  /** A unit by its code; null when it does not exist or the viewer may not see it (单位). */
  unit?: Maybe<Unit>;
  /** The viewer's unit and all below it, from the top down. */
  units: UnitConnection;
  /** Who is asking (当前用户). */
  viewer: Viewer;
};


/** What may be asked. */
export type QueryEntryArgs = {
  code: Scalars['String']['input'];
};


/** What may be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What may be asked. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What may be asked. */
export type QueryProblemItemArgs = {
  code: Scalars['String']['input'];
};


/** What may be asked. */
export type QueryProblemItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProblemItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProblemItemOrder>;
};


/** What may be asked. */
export type QueryResearchTopicArgs = {
  code: Scalars['String']['input'];
};


/** What may be asked. */
export type QueryResearchTopicsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  descendants?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
};


/** What may be asked. */
export type QueryRollupArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  unit: Scalars['String']['input'];
};


/** What may be asked. */
export type QuerySpreadsheetArgs = {
  spreadsheetId: Scalars['String']['input'];
};


/** What may be asked. */
export type QuerySpreadsheetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  descendants?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Array<SpreadsheetState>>;
  unit?: InputMaybe<Scalars['String']['input']>;
};


/** What may be asked. */
export type QueryUnitArgs = {
  code: Scalars['String']['input'];
};


/** What may be asked. */
export type QueryUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of `releaseBrake`. */
export type ReleaseBrakeInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The braked pass that was looked at, so that a newer brake is not released unseen. */
  passId: Scalars['ID']['input'];
  /** Google's id. */
  spreadsheetId: Scalars['String']['input'];
};

/** The answer of `releaseBrake`. */
export type ReleaseBrakePayload = {
  __typename?: 'ReleaseBrakePayload';
  /** As it is now; null when there are userErrors. */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `reopenProblemItem`. */
export type ReopenProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** Why it is opened again (重启理由). */
  reason: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `reopenProblemItem`. */
export type ReopenProblemItemPayload = {
  __typename?: 'ReopenProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A question a unit set out to research (调研课题). */
export type ResearchTopic = Node & {
  __typename?: 'ResearchTopic';
  /** Set when the row was deleted on purpose (已归档). */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is about (所属方面). */
  aspect?: Maybe<Scalars['String']['output']>;
  /** The clerk's own text per field, as typed (原文). */
  cells: Array<Cell>;
  /** The row's 系统编号. */
  code: Scalars['String']['output'];
  /** Newest first (冲突). */
  conflicts: Array<Conflict>;
  /** When it was first recorded (登记时间). */
  createdAt: Scalars['DateTime']['output'];
  /** Responsible department (责任部门). */
  department?: Maybe<Scalars['String']['output']>;
  /** When it is to be finished (完成时限). */
  due?: Maybe<Due>;
  /** Newest first (变更记录). */
  history: ChangeConnection;
  /** Opaque and stable; `node` finds it again. */
  id: Scalars['ID']['output'];
  /** Leading official (牵头领导). */
  leader?: Maybe<Scalars['String']['output']>;
  /** How the research is done (调研方式). */
  method?: Maybe<Scalars['String']['output']>;
  /** Problem items found by this topic (对应问题). */
  problemItems: ProblemItemConnection;
  /** How far it is, in the clerk's words (进展情况). */
  progress?: Maybe<Scalars['String']['output']>;
  /** Remark (备注). */
  remark?: Maybe<Scalars['String']['output']>;
  /** The report that came of it (调研报告). */
  report?: Maybe<Scalars['String']['output']>;
  /** Read from the clerk's words in 进展情况 and 调研报告; PLANNED when they say nothing. */
  status: TopicStatus;
  /** Title of the topic (课题名称). */
  title: Scalars['String']['output'];
  /** The unit whose topic it is (单位). */
  unit: Unit;
  /** When people could last see it change (更新时间). */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows with every change people can see; send it back when updating (版本). */
  version: Scalars['Int']['output'];
};


/** A question a unit set out to research (调研课题). */
export type ResearchTopicHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A question a unit set out to research (调研课题). */
export type ResearchTopicProblemItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of research topics (分页). */
export type ResearchTopicConnection = {
  __typename?: 'ResearchTopicConnection';
  /** Entries with their cursors. */
  edges: Array<ResearchTopicEdge>;
  /** The entries alone. */
  nodes: Array<ResearchTopic>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** Null when counting would cost more than the page itself. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry of a page of research topics. */
export type ResearchTopicEdge = {
  __typename?: 'ResearchTopicEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ResearchTopic;
};

/** How an item was solved (解决方式). */
export type Resolution =
  /** At once (立行立改). */
  | 'IMMEDIATE'
  /** Within its deadline (按期整改). */
  | 'NORMAL'
  /** On the spot (现场解决). */
  | 'ON_SITE';

/** Input of `restateRollup`. */
export type RestateRollupInput = {
  /** Not needed: what is right already is not told again. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The first day to tell anew; before today, at most 366 days ago. */
  from: Scalars['Date']['input'];
  /** Code of the unit whose items were corrected. */
  unit: Scalars['String']['input'];
};

/** The answer of `restateRollup`. */
export type RestateRollupPayload = {
  __typename?: 'RestateRollupPayload';
  /** Days that are told differently now, of the unit and of the units above it that the viewer may see; null when there are userErrors. */
  restated?: Maybe<Array<RestatedDay>>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A past day that got a further version (更正的一天). */
export type RestatedDay = {
  __typename?: 'RestatedDay';
  /** What it changed (更正内容). */
  changes: Array<FigureChange>;
  /** The day (日期). */
  date: Scalars['Date']['output'];
  /** Whose figures (单位). */
  unit: Unit;
  /** The version that holds now. */
  version: Scalars['Int']['output'];
};

/** Brings back an entry of another ledger whose row was deleted, or with `toVersion` what it said before. */
export type RestoreEntryInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The entry's 系统编号. */
  code: Scalars['String']['input'];
  /** Bring the texts back to what they were at this version, as a new change; see `history`. A deleted row comes back too. */
  toVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `restoreEntry`. */
export type RestoreEntryPayload = {
  __typename?: 'RestoreEntryPayload';
  /** As it is now; null when there are userErrors. */
  entry?: Maybe<Entry>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Brings back a voided item, one whose row was deleted, or with `toVersion` what an item said before. */
export type RestoreProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** Bring the texts back to what they were at this version, as a new change; see `history`. A deleted row comes back too. */
  toVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `restoreProblemItem`. */
export type RestoreProblemItemPayload = {
  __typename?: 'RestoreProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Brings back a topic whose row was deleted, or with `toVersion` what it said before. */
export type RestoreResearchTopicInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The topic's 系统编号. */
  code: Scalars['String']['input'];
  /** Bring the texts back to what they were at this version, as a new change; see `history`. A deleted row comes back too. */
  toVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `restoreResearchTopic`. */
export type RestoreResearchTopicPayload = {
  __typename?: 'RestoreResearchTopicPayload';
  /** As it is now; null when there are userErrors. */
  researchTopic?: Maybe<ResearchTopic>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `returnProblemItem`. */
export type ReturnProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** What is still to be done, at least 10 characters (补充整改要求). */
  reason: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `returnProblemItem`. */
export type ReturnProblemItemPayload = {
  __typename?: 'ReturnProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** The role a token carries (角色). */
export type Role =
  /** 管理员: units, spreadsheets, brakes. */
  | 'ADMIN'
  /** 经办人: enters and edits the own unit's items. */
  | 'CLERK'
  /** 单位负责人: submits them for closing. */
  | 'LEADER'
  /** 审核人: decides on items of the units below. */
  | 'VERIFIER'
  /** 查阅人: reads, without names of private persons. */
  | 'VIEWER';

/** Indicators of a unit and everything below it (汇总). */
export type Rollup = {
  __typename?: 'Rollup';
  /** The moment these figures hold for (截至). */
  asOf: Scalars['DateTime']['output'];
  /** Of the units directly below. */
  children: Array<Rollup>;
  /** All of them unless `keys` names some. */
  indicators: Array<Indicator>;
  /** Units that are expected to report and have not changed their ledger since the first of the month: as many as UNITS_EXPECTED less UNITS_REPORTED (未报送单位). */
  missingUnits: Array<Unit>;
  /** One value for each of the last `last` days up to `asOf`, oldest first; at most 100. */
  series: Array<Point>;
  /** The unit that is summed up (单位). */
  unit: Unit;
  /** Of a past day: every version of its figures, oldest first; more than one when the past was corrected (历次版本). */
  versions: Array<RollupVersion>;
};


/** Indicators of a unit and everything below it (汇总). */
export type RollupIndicatorsArgs = {
  keys?: InputMaybe<Array<IndicatorKey>>;
};


/** Indicators of a unit and everything below it (汇总). */
export type RollupSeriesArgs = {
  key: IndicatorKey;
  last: Scalars['Int']['input'];
};

/** Figures of a past day as they were told at some time (版本). */
export type RollupVersion = {
  __typename?: 'RollupVersion';
  /** When it was written (形成时间). */
  at: Scalars['DateTime']['output'];
  /** What it changed of the version before; empty for the first (更正内容). */
  changes: Array<FigureChange>;
  /** 1 for the first; a correction is the next. */
  version: Scalars['Int']['output'];
};

/** Input of `setColumn`. */
export type SetColumnInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** English field name, as in `cells`; null makes the column the clerk's own, which is never touched. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** true takes back what was said of this header. */
  forget?: InputMaybe<Scalars['Boolean']['input']>;
  /** The header as the clerk writes it (表头). */
  header: Scalars['String']['input'];
  /** Google's id. */
  spreadsheetId: Scalars['String']['input'];
  /** Title of a tab: only in ledgers of its kind. Without it, in every kind that has the field (标签页). */
  tab?: InputMaybe<Scalars['String']['input']>;
};

/** The answer of `setColumn`. */
export type SetColumnPayload = {
  __typename?: 'SetColumnPayload';
  /** As it is now; null when there are userErrors. */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `setTabRole`. */
export type SetTabRoleInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What part it takes; null takes back what was said of it (用途). */
  role?: InputMaybe<TabRole>;
  /** Google's id. */
  spreadsheetId: Scalars['String']['input'];
  /** Title of the tab as it stands now (标签页). */
  tab: Scalars['String']['input'];
};

/** The answer of `setTabRole`. */
export type SetTabRolePayload = {
  __typename?: 'SetTabRolePayload';
  /** As it is now; null when there are userErrors. */
  spreadsheet?: Maybe<Spreadsheet>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `settleConflict`. */
export type SettleConflictInput = {
  /** Whose value stands: SHEET or API. */
  choose?: InputMaybe<Side>;
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Id of the conflict. */
  id: Scalars['ID']['input'];
  /** A third value; it wins over `choose`. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** The answer of `settleConflict`. */
export type SettleConflictPayload = {
  __typename?: 'SettleConflictPayload';
  /** As it is now; null when there are userErrors. */
  conflict?: Maybe<Conflict>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Where a change came from (来源). */
export type Side =
  /** This API (接口). */
  | 'API'
  /** The spreadsheet (表格). */
  | 'SHEET'
  /** The system itself (系统). */
  | 'SYSTEM';

/** A Google spreadsheet linked to a unit (表格). */
export type Spreadsheet = Node & {
  __typename?: 'Spreadsheet';
  /** What people said of headers, over what the program knows of itself (栏目别名). */
  aliases: Array<ColumnAlias>;
  /** The braked pass that waits for `releaseBrake`. */
  brakedPass?: Maybe<Scalars['String']['output']>;
  /** Conflicts that nobody has settled, at most 100; `problemItems(filter: {conflicted: true})` lists every item (冲突). */
  conflicts: Array<Conflict>;
  /** When it was linked (关联时间). */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque and stable; `node` finds it again. */
  id: Scalars['ID']['output'];
  /** The newest pass that did or refused something; null before the first (最近一次同步). */
  lastPass?: Maybe<Pass>;
  /** Newest first. */
  passes: PassConnection;
  /** Cells that could not be read, at most 100 (看不懂的单元格). */
  problems: Array<CellProblem>;
  /** What is recognised in it right now, for whoever may preview a pass; asks Google, writes nothing (体检). */
  reading?: Maybe<SpreadsheetReading>;
  /** Chinese: why it is not ACTIVE; of one that is, why the last pass did not get through. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Google's id, as in its address. */
  spreadsheetId: Scalars['String']['output'];
  /** Whether it is being synced (同步状态). */
  state: SpreadsheetState;
  /** Tabs that were recognised at the last good pass (标签页). */
  tabs: Array<SpreadsheetTab>;
  /** Its title in Google; null before the first pass (标题). */
  title?: Maybe<Scalars['String']['output']>;
  /** The unit whose ledger it is (单位). */
  unit: Unit;
  /** The viewer may release a brake, pause the sync and let it go on (可解除). */
  viewerCanRelease: Scalars['Boolean']['output'];
  /** The viewer may start a pass (可同步). */
  viewerCanSync: Scalars['Boolean']['output'];
};


/** A Google spreadsheet linked to a unit (表格). */
export type SpreadsheetPassesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of spreadsheets (分页). */
export type SpreadsheetConnection = {
  __typename?: 'SpreadsheetConnection';
  /** Entries with their cursors. */
  edges: Array<SpreadsheetEdge>;
  /** The entries alone. */
  nodes: Array<Spreadsheet>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all; null when counting would cost more than the page itself. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry of a page of spreadsheets. */
export type SpreadsheetEdge = {
  __typename?: 'SpreadsheetEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Spreadsheet;
};

/** What is recognised in a spreadsheet as it stands (体检). */
export type SpreadsheetReading = {
  __typename?: 'SpreadsheetReading';
  /** Every tab, ledger or not (标签页). */
  tabs: Array<TabReading>;
  /** Its title in Google (标题). */
  title: Scalars['String']['output'];
};

/** Whether a spreadsheet is being synced (同步状态). */
export type SpreadsheetState =
  /** Being synced (正常). */
  | 'ACTIVE'
  /** A pass would have lost too much; a person must release it (已刹车). */
  | 'BRAKED'
  /** A person stopped it (暂停). */
  | 'PAUSED'
  /** Writes did not land where they should, three times (已隔离). */
  | 'QUARANTINED'
  /** Gone, or no longer shared with the account (无法访问). */
  | 'UNREACHABLE';

/** A tab and what it holds (标签页). */
export type SpreadsheetTab = {
  __typename?: 'SpreadsheetTab';
  /** problem, topic, activity, measure, opinion, outcome … */
  kind: Scalars['String']['output'];
  /** What part it takes in the sync (用途). */
  role: TabRole;
  /** Rows of the ledger in it (行数). */
  rows: Scalars['Int']['output'];
  /** The tab's title (标签页名称). */
  title: Scalars['String']['output'];
};

/** Input of `standProblemItem`. */
export type StandProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** What is to be reached by then (阶段目标). */
  goal?: InputMaybe<Scalars['String']['input']>;
  /** The next review, after today (下次检查). */
  nextReviewOn: Scalars['Date']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `standProblemItem`. */
export type StandProblemItemPayload = {
  __typename?: 'StandProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `startProblemItem`. */
export type StartProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `startProblemItem`. */
export type StartProblemItemPayload = {
  __typename?: 'StartProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `submitProblemItem`. */
export type SubmitProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** The day of completion; without it what the ledger says, else today (完成时间). */
  completedOn?: InputMaybe<Scalars['Date']['input']>;
  /** A note to the unit above (说明). */
  note?: InputMaybe<Scalars['String']['input']>;
  /** How it was solved (解决方式). */
  resolution?: InputMaybe<Resolution>;
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `submitProblemItem`. */
export type SubmitProblemItemPayload = {
  __typename?: 'SubmitProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** The very plan a pass would carry out (计划). */
export type SyncPlan = {
  __typename?: 'SyncPlan';
  /** Chinese, with the figures: why a pass would refuse to go on; null when nothing holds it (刹车). */
  brake?: Maybe<Scalars['String']['output']>;
  /** The same as one word for programs. */
  brakeReason?: Maybe<BrakeReason>;
  /** Conflicts it would open (冲突数). */
  conflicts: Scalars['Int']['output'];
  /** The first lines of each action; the counts cover everything. */
  lines: Array<PlanLine>;
  /** Cells and rows that could not be read (问题数). */
  problems: Scalars['Int']['output'];
  /** Rows of the ledger read (读取行数). */
  rowsRead: Scalars['Int']['output'];
  /** Cells and rows that would be written to the sheet (写入表格). */
  toSheet: Scalars['Int']['output'];
  /** Changes that would be taken from the sheet (写入系统). */
  toStore: Scalars['Int']['output'];
};

/** Input of `syncSpreadsheet`. */
export type SyncSpreadsheetInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Google's id. */
  spreadsheetId: Scalars['String']['input'];
};

/** The answer of `syncSpreadsheet`. */
export type SyncSpreadsheetPayload = {
  __typename?: 'SyncSpreadsheetPayload';
  /** Its `outcome` tells a brake or a failure. */
  pass?: Maybe<Pass>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A column the system adds at the right end of the table (系统栏目). */
export type SystemColumnReading = {
  __typename?: 'SystemColumnReading';
  /** Its letters, or those it will have. */
  column: Scalars['String']['output'];
  /** 系统编号, 系统状态 or 系统提示 (表头). */
  header: Scalars['String']['output'];
  /** Whether it is there already; else the next pass inserts it. */
  present: Scalars['Boolean']['output'];
};

/** What is recognised in a tab (标签页). */
export type TabReading = {
  __typename?: 'TabReading';
  /** From left to right, the clerk's own ones among them (栏目). */
  columns: Array<ColumnReading>;
  /** Rows of the header. */
  headerDepth: Scalars['Int']['output'];
  /** First row of the header, counted from 1; null when none was found (表头). */
  headerRow?: Maybe<Scalars['Int']['output']>;
  /** The row, counted from 1, before which new entries are inserted. */
  insertRow?: Maybe<Scalars['Int']['output']>;
  /** problem, topic, activity, measure, opinion, outcome …; null when it is no ledger. */
  kind?: Maybe<Scalars['String']['output']>;
  /** About the tab as a whole: totals that do not add up, rows that are no entries; at most 100. */
  problems: Array<CellProblem>;
  /** Chinese: why it takes no part in the sync; null when it does. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The date in the title block that gives a year to dates without one (截至日期). */
  referenceDate?: Maybe<Scalars['Date']['output']>;
  /** What part it takes in the sync (用途). */
  role: TabRole;
  /** Entries under the header (行数). */
  rows: Scalars['Int']['output'];
  /** How many of them have their 系统编号. */
  rowsWithCode: Scalars['Int']['output'];
  /** 系统编号, 系统状态, 系统提示: where they are or will be. */
  systemColumns: Array<SystemColumnReading>;
  /** Google's number of the tab. */
  tabId: Scalars['Int']['output'];
  /** The tab's title (标签页名称). */
  title: Scalars['String']['output'];
  /** The first 100 of them (看不懂的单元格). */
  unreadable: Array<CellProblem>;
  /** How many cells could not be read. */
  unreadableCount: Scalars['Int']['output'];
};

/** What part a tab takes in the sync (标签页用途). */
export type TabRole =
  /** What was, e.g. last month's copy; only looked at (归档). */
  | 'ARCHIVE'
  /** No ledger (不参加同步). */
  | 'IGNORED'
  /** A ledger that is synced (台账). */
  | 'LIVE'
  /** What is counted elsewhere; only looked at (汇总). */
  | 'SUMMARY';

/** How far a research topic is (课题状态). */
export type TopicStatus =
  /** Not begun (未开始). */
  | 'PLANNED'
  /** A report is written (已形成报告). */
  | 'REPORTED'
  /** Research is under way (调研中). */
  | 'RUNNING'
  /** The report led to measures or rules (成果已转化). */
  | 'TRANSFORMED';

/** Input of `transferProblemItem`. */
export type TransferProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** Why it is handed over (转办理由). */
  reason: Scalars['String']['input'];
  /** Code of the unit that is to answer for it. */
  to: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `transferProblemItem`. */
export type TransferProblemItemPayload = {
  __typename?: 'TransferProblemItemPayload';
  /** Null also when the item left the viewer's scope by this transfer. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A bureau at any level (单位). */
export type Unit = Node & {
  __typename?: 'Unit';
  /** Units directly below, by code (下级单位). */
  children: UnitConnection;
  /** How its items are closed: its own policy, else that of the nearest unit above (销号方式). */
  closurePolicy: ClosurePolicy;
  /** Short, stable, chosen by people, e.g. `qh-haixi`. */
  code: Scalars['String']['output'];
  /** Entries of another ledger of this unit (其他台账). */
  entries: EntryConnection;
  /** Opaque and stable; `node` finds it again. */
  id: Scalars['ID']['output'];
  /** Where it stands in the hierarchy (层级). */
  level: UnitLevel;
  /** Chinese name (单位名称). */
  name: Scalars['String']['output'];
  /** The unit above; null at the root and where the viewer may not see it (上级单位). */
  parent?: Maybe<Unit>;
  /** Problem items of this unit, with `filter: {descendants: true}` also of all units below (问题清单). */
  problemItems: ProblemItemConnection;
  /** Research topics of this unit (调研课题). */
  researchTopics: ResearchTopicConnection;
  /** Indicators of this unit and everything below it (汇总). */
  rollup: Rollup;
  /** Spreadsheets linked to this unit (表格). */
  spreadsheets: Array<Spreadsheet>;
  /** Google's id of the spreadsheet in which the system shows the figures of this unit, one-way; null without one (汇总表). */
  summarySpreadsheet?: Maybe<Scalars['String']['output']>;
};


/** A bureau at any level (单位). */
export type UnitChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A bureau at any level (单位). */
export type UnitEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind: EntryKind;
};


/** A bureau at any level (单位). */
export type UnitProblemItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProblemItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProblemItemOrder>;
};


/** A bureau at any level (单位). */
export type UnitResearchTopicsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A bureau at any level (单位). */
export type UnitRollupArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};

/** A page of units (分页). */
export type UnitConnection = {
  __typename?: 'UnitConnection';
  /** Entries with their cursors. */
  edges: Array<UnitEdge>;
  /** The entries alone. */
  nodes: Array<Unit>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all; null when counting would cost more than the page itself. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry of a page of units. */
export type UnitEdge = {
  __typename?: 'UnitEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Unit;
};

/** The level of a bureau (层级). */
export type UnitLevel =
  /** County bureau (县级局). */
  | 'COUNTY'
  /** The whole industry, the root (行业). */
  | 'INDUSTRY'
  /** Prefectural bureau (市级局). */
  | 'PREFECTURE'
  /** Provincial bureau (省级局). */
  | 'PROVINCE'
  /** Below the county (县级以下). */
  | 'SUBCOUNTY';

/** Absent fields stay as they are; null empties a field. */
export type UpdateProblemItemInput = {
  /** Its category (问题类别). */
  category?: InputMaybe<ProblemCategory>;
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item to change (系统编号). */
  code: Scalars['String']['input'];
  /** The day of completion (完成时间). */
  completedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Responsible department (责任部门). */
  department?: InputMaybe<Scalars['String']['input']>;
  /** What the problem is; must not be emptied (问题描述). */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Deadline, as a clerk would write it (整改时限). */
  due?: InputMaybe<Scalars['String']['input']>;
  /** Responsible official; several names separated by 、 (责任领导). */
  leader?: InputMaybe<Scalars['String']['input']>;
  /** What is to be done about it, one entry each (整改措施). */
  measures?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Responsible person; several names separated by 、 (责任人). */
  owner?: InputMaybe<Scalars['String']['input']>;
  /** How far it is (整改进展). */
  progress?: InputMaybe<Scalars['String']['input']>;
  /** Remark (备注). */
  remark?: InputMaybe<Scalars['String']['input']>;
  /** How it was found (问题来源). */
  source?: InputMaybe<ProblemSource>;
  /** Code of a research topic (调研课题). */
  topic?: InputMaybe<Scalars['String']['input']>;
  /** The version the change is based on; a newer one answers CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer of `updateProblemItem`. */
export type UpdateProblemItemPayload = {
  __typename?: 'UpdateProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** At most 25 updates; each succeeds or fails for itself (批量更新). */
export type UpdateProblemItemsInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours: stands for the key of every update that has none of its own (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** At most 25 (问题). */
  items: Array<UpdateProblemItemInput>;
};

/** The answer of `updateProblemItems`. */
export type UpdateProblemItemsPayload = {
  __typename?: 'UpdateProblemItemsPayload';
  /** In the order of the input. */
  results: Array<UpdateProblemItemPayload>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Absent fields stay as they are; null empties a field. */
export type UpdateResearchTopicInput = {
  /** What it is about (所属方面). */
  aspect?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** Responsible department (责任部门). */
  department?: InputMaybe<Scalars['String']['input']>;
  /** When it is to be finished, as a clerk would write it (完成时限). */
  due?: InputMaybe<Scalars['String']['input']>;
  /** Leading official (牵头领导). */
  leader?: InputMaybe<Scalars['String']['input']>;
  /** How the research is done (调研方式). */
  method?: InputMaybe<Scalars['String']['input']>;
  /** How far it is (进展情况). */
  progress?: InputMaybe<Scalars['String']['input']>;
  /** Remark (备注). */
  remark?: InputMaybe<Scalars['String']['input']>;
  /** The report that came of it (调研报告). */
  report?: InputMaybe<Scalars['String']['input']>;
  /** Title of the topic; must not be empty (课题名称). */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The version the change is based on; a newer one answers CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer of `updateResearchTopic`. */
export type UpdateResearchTopicPayload = {
  __typename?: 'UpdateResearchTopicPayload';
  /** As it is now; null when there are userErrors. */
  researchTopic?: Maybe<ResearchTopic>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** An expected failure; the object of the payload is then null (办理失败). */
export type UserError = {
  __typename?: 'UserError';
  /** FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT (stale `version`), WRONG_STATE, BRAKED, BUSY or UNAVAILABLE. */
  code: Scalars['String']['output'];
  /** English for developers, then a Chinese sentence for people. */
  message: Scalars['String']['output'];
  /** Path to the input field, e.g. `["input", "due"]`. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Input of `verifyProblemItem`. */
export type VerifyProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** What was found (审核意见). */
  verdict?: InputMaybe<Scalars['String']['input']>;
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `verifyProblemItem`. */
export type VerifyProblemItemPayload = {
  __typename?: 'VerifyProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Who is asking (当前用户). */
export type Viewer = {
  __typename?: 'Viewer';
  /** What the person may do (角色). */
  role: Role;
  /** The person, as the issuer of the token names them (用户). */
  subject: Scalars['String']['output'];
  /** The person's unit (单位). */
  unit: Unit;
};

/** Input of `voidProblemItem`. */
export type VoidProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** Code of the item it is merged into (并入). */
  mergedInto?: InputMaybe<Scalars['String']['input']>;
  /** Why it is voided (作废理由). */
  reason: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `voidProblemItem`. */
export type VoidProblemItemPayload = {
  __typename?: 'VoidProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** Input of `withdrawProblemItem`. */
export type WithdrawProblemItemInput = {
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The item's 系统编号. */
  code: Scalars['String']['input'];
  /** The version that was looked at; a newer one answers CONFLICT. Without it, whatever is there. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer of `withdrawProblemItem`. */
export type WithdrawProblemItemPayload = {
  __typename?: 'WithdrawProblemItemPayload';
  /** As it is now; null when there are userErrors. */
  problemItem?: Maybe<ProblemItem>;
  /** Why it was not done; empty when it was. */
  userErrors: Array<UserError>;
};

/** A step of the closing procedure (办理事项). */
export type WorkflowAction =
  /** Take over (接收转办). */
  | 'ACCEPT'
  /** Refuse to take over (退回转办). */
  | 'DECLINE'
  /** Extend the deadline (同意延期). */
  | 'EXTEND'
  /** File and close (备案销号). */
  | 'FILE'
  /** Open again (重启). */
  | 'REOPEN'
  /** Bring back (恢复). */
  | 'RESTORE'
  /** Send back for more work (退回整改). */
  | 'RETURN'
  /** Grant that it is kept up for good (同意长期坚持). */
  | 'STAND'
  /** Begin the work (开始整改). */
  | 'START'
  /** Ask for closing (申请销号). */
  | 'SUBMIT'
  /** Hand over, or propose to (转办). */
  | 'TRANSFER'
  /** Approve (审核通过). */
  | 'VERIFY'
  /** Void or merge (作废、合并). */
  | 'VOID'
  /** Take the request back (撤回申请). */
  | 'WITHDRAW';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddUnitInput: AddUnitInput;
  AddUnitPayload: ResolverTypeWrapper<Omit<AddUnitPayload, 'unit'> & { unit?: Maybe<ResolversTypes['Unit']> }>;
  AnswerTransferInput: AnswerTransferInput;
  AnswerTransferPayload: ResolverTypeWrapper<Omit<AnswerTransferPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BrakeReason: BrakeReason;
  Cell: ResolverTypeWrapper<Cell>;
  CellProblem: ResolverTypeWrapper<CellProblem>;
  Change: ResolverTypeWrapper<ChangeParent>;
  ChangeConnection: ResolverTypeWrapper<ChangeConnectionParent>;
  ChangeEdge: ResolverTypeWrapper<ChangeEdgeParent>;
  Claim: Claim;
  ClosurePolicy: ClosurePolicy;
  ColumnAlias: ResolverTypeWrapper<ColumnAlias>;
  ColumnBinding: ColumnBinding;
  ColumnReading: ResolverTypeWrapper<ColumnReading>;
  Conflict: ResolverTypeWrapper<ConflictParent>;
  CreateProblemItemInput: CreateProblemItemInput;
  CreateProblemItemPayload: ResolverTypeWrapper<Omit<CreateProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  CreateResearchTopicInput: CreateResearchTopicInput;
  CreateResearchTopicPayload: ResolverTypeWrapper<Omit<CreateResearchTopicPayload, 'researchTopic'> & { researchTopic?: Maybe<ResolversTypes['ResearchTopic']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Due: ResolverTypeWrapper<Due>;
  DueKind: DueKind;
  Entry: ResolverTypeWrapper<Item>;
  EntryConnection: ResolverTypeWrapper<ItemConnectionParent>;
  EntryEdge: ResolverTypeWrapper<ItemEdgeParent>;
  EntryKind: EntryKind;
  ExtendProblemItemInput: ExtendProblemItemInput;
  ExtendProblemItemPayload: ResolverTypeWrapper<Omit<ExtendProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  FigureChange: ResolverTypeWrapper<FigureChange>;
  FileProblemItemInput: FileProblemItemInput;
  FileProblemItemPayload: ResolverTypeWrapper<Omit<FileProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Fraction: ResolverTypeWrapper<Fraction>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Indicator: ResolverTypeWrapper<IndicatorParent>;
  IndicatorKey: IndicatorKey;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Light: Light;
  LinkSpreadsheetInput: LinkSpreadsheetInput;
  LinkSpreadsheetPayload: ResolverTypeWrapper<Omit<LinkSpreadsheetPayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversTypes['Spreadsheet']> }>;
  LinkSummaryInput: LinkSummaryInput;
  LinkSummaryPayload: ResolverTypeWrapper<Omit<LinkSummaryPayload, 'unit'> & { unit?: Maybe<ResolversTypes['Unit']> }>;
  Measure: ResolverTypeWrapper<Measure>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeParent>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Pass: ResolverTypeWrapper<PassRecord>;
  PassConnection: ResolverTypeWrapper<PassConnectionParent>;
  PassEdge: ResolverTypeWrapper<PassEdgeParent>;
  PassOutcome: PassOutcome;
  PauseSpreadsheetInput: PauseSpreadsheetInput;
  PauseSpreadsheetPayload: ResolverTypeWrapper<Omit<PauseSpreadsheetPayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversTypes['Spreadsheet']> }>;
  PlanAction: PlanAction;
  PlanLine: ResolverTypeWrapper<PlanLine>;
  Point: ResolverTypeWrapper<Point>;
  PreviewSyncInput: PreviewSyncInput;
  PreviewSyncPayload: ResolverTypeWrapper<PreviewSyncPayload>;
  ProblemCategory: ProblemCategory;
  ProblemItem: ResolverTypeWrapper<Item>;
  ProblemItemConnection: ResolverTypeWrapper<ItemConnectionParent>;
  ProblemItemEdge: ResolverTypeWrapper<ItemEdgeParent>;
  ProblemItemFilter: ProblemItemFilter;
  ProblemItemOrder: ProblemItemOrder;
  ProblemItemOrderField: ProblemItemOrderField;
  ProblemSource: ProblemSource;
  ProblemState: ProblemState;
  Qualifier: Qualifier;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReleaseBrakeInput: ReleaseBrakeInput;
  ReleaseBrakePayload: ResolverTypeWrapper<Omit<ReleaseBrakePayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversTypes['Spreadsheet']> }>;
  ReopenProblemItemInput: ReopenProblemItemInput;
  ReopenProblemItemPayload: ResolverTypeWrapper<Omit<ReopenProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  ResearchTopic: ResolverTypeWrapper<Item>;
  ResearchTopicConnection: ResolverTypeWrapper<ItemConnectionParent>;
  ResearchTopicEdge: ResolverTypeWrapper<ItemEdgeParent>;
  Resolution: Resolution;
  RestateRollupInput: RestateRollupInput;
  RestateRollupPayload: ResolverTypeWrapper<Omit<RestateRollupPayload, 'restated'> & { restated?: Maybe<Array<ResolversTypes['RestatedDay']>> }>;
  RestatedDay: ResolverTypeWrapper<Omit<RestatedDay, 'unit'> & { unit: ResolversTypes['Unit'] }>;
  RestoreEntryInput: RestoreEntryInput;
  RestoreEntryPayload: ResolverTypeWrapper<Omit<RestoreEntryPayload, 'entry'> & { entry?: Maybe<ResolversTypes['Entry']> }>;
  RestoreProblemItemInput: RestoreProblemItemInput;
  RestoreProblemItemPayload: ResolverTypeWrapper<Omit<RestoreProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  RestoreResearchTopicInput: RestoreResearchTopicInput;
  RestoreResearchTopicPayload: ResolverTypeWrapper<Omit<RestoreResearchTopicPayload, 'researchTopic'> & { researchTopic?: Maybe<ResolversTypes['ResearchTopic']> }>;
  ReturnProblemItemInput: ReturnProblemItemInput;
  ReturnProblemItemPayload: ResolverTypeWrapper<Omit<ReturnProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  Role: Role;
  Rollup: ResolverTypeWrapper<RollupParent>;
  RollupVersion: ResolverTypeWrapper<RollupVersion>;
  SetColumnInput: SetColumnInput;
  SetColumnPayload: ResolverTypeWrapper<Omit<SetColumnPayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversTypes['Spreadsheet']> }>;
  SetTabRoleInput: SetTabRoleInput;
  SetTabRolePayload: ResolverTypeWrapper<Omit<SetTabRolePayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversTypes['Spreadsheet']> }>;
  SettleConflictInput: SettleConflictInput;
  SettleConflictPayload: ResolverTypeWrapper<Omit<SettleConflictPayload, 'conflict'> & { conflict?: Maybe<ResolversTypes['Conflict']> }>;
  Side: Side;
  Spreadsheet: ResolverTypeWrapper<Link>;
  SpreadsheetConnection: ResolverTypeWrapper<SpreadsheetConnectionParent>;
  SpreadsheetEdge: ResolverTypeWrapper<SpreadsheetEdgeParent>;
  SpreadsheetReading: ResolverTypeWrapper<SpreadsheetReading>;
  SpreadsheetState: SpreadsheetState;
  SpreadsheetTab: ResolverTypeWrapper<SpreadsheetTab>;
  StandProblemItemInput: StandProblemItemInput;
  StandProblemItemPayload: ResolverTypeWrapper<Omit<StandProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  StartProblemItemInput: StartProblemItemInput;
  StartProblemItemPayload: ResolverTypeWrapper<Omit<StartProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SubmitProblemItemInput: SubmitProblemItemInput;
  SubmitProblemItemPayload: ResolverTypeWrapper<Omit<SubmitProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  SyncPlan: ResolverTypeWrapper<SyncPlan>;
  SyncSpreadsheetInput: SyncSpreadsheetInput;
  SyncSpreadsheetPayload: ResolverTypeWrapper<Omit<SyncSpreadsheetPayload, 'pass'> & { pass?: Maybe<ResolversTypes['Pass']> }>;
  SystemColumnReading: ResolverTypeWrapper<SystemColumnReading>;
  TabReading: ResolverTypeWrapper<TabReading>;
  TabRole: TabRole;
  TopicStatus: TopicStatus;
  TransferProblemItemInput: TransferProblemItemInput;
  TransferProblemItemPayload: ResolverTypeWrapper<Omit<TransferProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  Unit: ResolverTypeWrapper<CoreUnit>;
  UnitConnection: ResolverTypeWrapper<UnitConnectionParent>;
  UnitEdge: ResolverTypeWrapper<UnitEdgeParent>;
  UnitLevel: UnitLevel;
  UpdateProblemItemInput: UpdateProblemItemInput;
  UpdateProblemItemPayload: ResolverTypeWrapper<Omit<UpdateProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  UpdateProblemItemsInput: UpdateProblemItemsInput;
  UpdateProblemItemsPayload: ResolverTypeWrapper<Omit<UpdateProblemItemsPayload, 'results'> & { results: Array<ResolversTypes['UpdateProblemItemPayload']> }>;
  UpdateResearchTopicInput: UpdateResearchTopicInput;
  UpdateResearchTopicPayload: ResolverTypeWrapper<Omit<UpdateResearchTopicPayload, 'researchTopic'> & { researchTopic?: Maybe<ResolversTypes['ResearchTopic']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  VerifyProblemItemInput: VerifyProblemItemInput;
  VerifyProblemItemPayload: ResolverTypeWrapper<Omit<VerifyProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  Viewer: ResolverTypeWrapper<CoreViewer>;
  VoidProblemItemInput: VoidProblemItemInput;
  VoidProblemItemPayload: ResolverTypeWrapper<Omit<VoidProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  WithdrawProblemItemInput: WithdrawProblemItemInput;
  WithdrawProblemItemPayload: ResolverTypeWrapper<Omit<WithdrawProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversTypes['ProblemItem']> }>;
  WorkflowAction: WorkflowAction;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddUnitInput: AddUnitInput;
  AddUnitPayload: Omit<AddUnitPayload, 'unit'> & { unit?: Maybe<ResolversParentTypes['Unit']> };
  AnswerTransferInput: AnswerTransferInput;
  AnswerTransferPayload: Omit<AnswerTransferPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  Boolean: Scalars['Boolean']['output'];
  Cell: Cell;
  CellProblem: CellProblem;
  Change: ChangeParent;
  ChangeConnection: ChangeConnectionParent;
  ChangeEdge: ChangeEdgeParent;
  ColumnAlias: ColumnAlias;
  ColumnReading: ColumnReading;
  Conflict: ConflictParent;
  CreateProblemItemInput: CreateProblemItemInput;
  CreateProblemItemPayload: Omit<CreateProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  CreateResearchTopicInput: CreateResearchTopicInput;
  CreateResearchTopicPayload: Omit<CreateResearchTopicPayload, 'researchTopic'> & { researchTopic?: Maybe<ResolversParentTypes['ResearchTopic']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Due: Due;
  Entry: Item;
  EntryConnection: ItemConnectionParent;
  EntryEdge: ItemEdgeParent;
  ExtendProblemItemInput: ExtendProblemItemInput;
  ExtendProblemItemPayload: Omit<ExtendProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  FigureChange: FigureChange;
  FileProblemItemInput: FileProblemItemInput;
  FileProblemItemPayload: Omit<FileProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  Float: Scalars['Float']['output'];
  Fraction: Fraction;
  ID: Scalars['ID']['output'];
  Indicator: IndicatorParent;
  Int: Scalars['Int']['output'];
  LinkSpreadsheetInput: LinkSpreadsheetInput;
  LinkSpreadsheetPayload: Omit<LinkSpreadsheetPayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversParentTypes['Spreadsheet']> };
  LinkSummaryInput: LinkSummaryInput;
  LinkSummaryPayload: Omit<LinkSummaryPayload, 'unit'> & { unit?: Maybe<ResolversParentTypes['Unit']> };
  Measure: Measure;
  Mutation: Record<PropertyKey, never>;
  Node: NodeParent;
  PageInfo: PageInfo;
  Pass: PassRecord;
  PassConnection: PassConnectionParent;
  PassEdge: PassEdgeParent;
  PauseSpreadsheetInput: PauseSpreadsheetInput;
  PauseSpreadsheetPayload: Omit<PauseSpreadsheetPayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversParentTypes['Spreadsheet']> };
  PlanLine: PlanLine;
  Point: Point;
  PreviewSyncInput: PreviewSyncInput;
  PreviewSyncPayload: PreviewSyncPayload;
  ProblemItem: Item;
  ProblemItemConnection: ItemConnectionParent;
  ProblemItemEdge: ItemEdgeParent;
  ProblemItemFilter: ProblemItemFilter;
  ProblemItemOrder: ProblemItemOrder;
  Query: Record<PropertyKey, never>;
  ReleaseBrakeInput: ReleaseBrakeInput;
  ReleaseBrakePayload: Omit<ReleaseBrakePayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversParentTypes['Spreadsheet']> };
  ReopenProblemItemInput: ReopenProblemItemInput;
  ReopenProblemItemPayload: Omit<ReopenProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  ResearchTopic: Item;
  ResearchTopicConnection: ItemConnectionParent;
  ResearchTopicEdge: ItemEdgeParent;
  RestateRollupInput: RestateRollupInput;
  RestateRollupPayload: Omit<RestateRollupPayload, 'restated'> & { restated?: Maybe<Array<ResolversParentTypes['RestatedDay']>> };
  RestatedDay: Omit<RestatedDay, 'unit'> & { unit: ResolversParentTypes['Unit'] };
  RestoreEntryInput: RestoreEntryInput;
  RestoreEntryPayload: Omit<RestoreEntryPayload, 'entry'> & { entry?: Maybe<ResolversParentTypes['Entry']> };
  RestoreProblemItemInput: RestoreProblemItemInput;
  RestoreProblemItemPayload: Omit<RestoreProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  RestoreResearchTopicInput: RestoreResearchTopicInput;
  RestoreResearchTopicPayload: Omit<RestoreResearchTopicPayload, 'researchTopic'> & { researchTopic?: Maybe<ResolversParentTypes['ResearchTopic']> };
  ReturnProblemItemInput: ReturnProblemItemInput;
  ReturnProblemItemPayload: Omit<ReturnProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  Rollup: RollupParent;
  RollupVersion: RollupVersion;
  SetColumnInput: SetColumnInput;
  SetColumnPayload: Omit<SetColumnPayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversParentTypes['Spreadsheet']> };
  SetTabRoleInput: SetTabRoleInput;
  SetTabRolePayload: Omit<SetTabRolePayload, 'spreadsheet'> & { spreadsheet?: Maybe<ResolversParentTypes['Spreadsheet']> };
  SettleConflictInput: SettleConflictInput;
  SettleConflictPayload: Omit<SettleConflictPayload, 'conflict'> & { conflict?: Maybe<ResolversParentTypes['Conflict']> };
  Spreadsheet: Link;
  SpreadsheetConnection: SpreadsheetConnectionParent;
  SpreadsheetEdge: SpreadsheetEdgeParent;
  SpreadsheetReading: SpreadsheetReading;
  SpreadsheetTab: SpreadsheetTab;
  StandProblemItemInput: StandProblemItemInput;
  StandProblemItemPayload: Omit<StandProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  StartProblemItemInput: StartProblemItemInput;
  StartProblemItemPayload: Omit<StartProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  String: Scalars['String']['output'];
  SubmitProblemItemInput: SubmitProblemItemInput;
  SubmitProblemItemPayload: Omit<SubmitProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  SyncPlan: SyncPlan;
  SyncSpreadsheetInput: SyncSpreadsheetInput;
  SyncSpreadsheetPayload: Omit<SyncSpreadsheetPayload, 'pass'> & { pass?: Maybe<ResolversParentTypes['Pass']> };
  SystemColumnReading: SystemColumnReading;
  TabReading: TabReading;
  TransferProblemItemInput: TransferProblemItemInput;
  TransferProblemItemPayload: Omit<TransferProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  Unit: CoreUnit;
  UnitConnection: UnitConnectionParent;
  UnitEdge: UnitEdgeParent;
  UpdateProblemItemInput: UpdateProblemItemInput;
  UpdateProblemItemPayload: Omit<UpdateProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  UpdateProblemItemsInput: UpdateProblemItemsInput;
  UpdateProblemItemsPayload: Omit<UpdateProblemItemsPayload, 'results'> & { results: Array<ResolversParentTypes['UpdateProblemItemPayload']> };
  UpdateResearchTopicInput: UpdateResearchTopicInput;
  UpdateResearchTopicPayload: Omit<UpdateResearchTopicPayload, 'researchTopic'> & { researchTopic?: Maybe<ResolversParentTypes['ResearchTopic']> };
  UserError: UserError;
  VerifyProblemItemInput: VerifyProblemItemInput;
  VerifyProblemItemPayload: Omit<VerifyProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  Viewer: CoreViewer;
  VoidProblemItemInput: VoidProblemItemInput;
  VoidProblemItemPayload: Omit<VoidProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
  WithdrawProblemItemInput: WithdrawProblemItemInput;
  WithdrawProblemItemPayload: Omit<WithdrawProblemItemPayload, 'problemItem'> & { problemItem?: Maybe<ResolversParentTypes['ProblemItem']> };
};

export type AddUnitPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AddUnitPayload'] = ResolversParentTypes['AddUnitPayload']> = {
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AnswerTransferPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AnswerTransferPayload'] = ResolversParentTypes['AnswerTransferPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CellResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Cell'] = ResolversParentTypes['Cell']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  header?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CellProblemResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CellProblem'] = ResolversParentTypes['CellProblem']> = {
  cell?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tab?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['Side'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ColumnAliasResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ColumnAlias'] = ResolversParentTypes['ColumnAlias']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  header?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ColumnReadingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ColumnReading'] = ResolversParentTypes['ColumnReading']> = {
  binding?: Resolver<ResolversTypes['ColumnBinding'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  header?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lockedWhy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unreadable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConflictResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  header?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sheetReadOnly?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sheetValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shown?: Resolver<ResolversTypes['Side'], ParentType, ContextType>;
  storeValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerCanSettle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CreateProblemItemPayload'] = ResolversParentTypes['CreateProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateResearchTopicPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CreateResearchTopicPayload'] = ResolversParentTypes['CreateResearchTopicPayload']> = {
  researchTopic?: Resolver<Maybe<ResolversTypes['ResearchTopic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DueResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Due'] = ResolversParentTypes['Due']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DueKind'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EntryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Entry'] = ResolversParentTypes['Entry']> = {
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['Cell']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, Partial<EntryHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntryKind'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntryConnection'] = ResolversParentTypes['EntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Entry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EntryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EntryEdge'] = ResolversParentTypes['EntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
};

export type ExtendProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ExtendProblemItemPayload'] = ResolversParentTypes['ExtendProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FigureChangeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FigureChange'] = ResolversParentTypes['FigureChange']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['IndicatorKey'], ParentType, ContextType>;
};

export type FileProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FileProblemItemPayload'] = ResolversParentTypes['FileProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FractionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Fraction'] = ResolversParentTypes['Fraction']> = {
  part?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whole?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  entries?: Resolver<Maybe<ResolversTypes['EntryConnection']>, ParentType, ContextType, Partial<IndicatorEntriesArgs>>;
  fraction?: Resolver<Maybe<ResolversTypes['Fraction']>, ParentType, ContextType>;
  items?: Resolver<Maybe<ResolversTypes['ProblemItemConnection']>, ParentType, ContextType, Partial<IndicatorItemsArgs>>;
  key?: Resolver<ResolversTypes['IndicatorKey'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  qualifier?: Resolver<ResolversTypes['Qualifier'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topics?: Resolver<Maybe<ResolversTypes['ResearchTopicConnection']>, ParentType, ContextType, Partial<IndicatorTopicsArgs>>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type LinkSpreadsheetPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LinkSpreadsheetPayload'] = ResolversParentTypes['LinkSpreadsheetPayload']> = {
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LinkSummaryPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LinkSummaryPayload'] = ResolversParentTypes['LinkSummaryPayload']> = {
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MeasureResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Measure'] = ResolversParentTypes['Measure']> = {
  no?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addUnit?: Resolver<Maybe<ResolversTypes['AddUnitPayload']>, ParentType, ContextType, RequireFields<MutationAddUnitArgs, 'input'>>;
  answerTransfer?: Resolver<Maybe<ResolversTypes['AnswerTransferPayload']>, ParentType, ContextType, RequireFields<MutationAnswerTransferArgs, 'input'>>;
  createProblemItem?: Resolver<Maybe<ResolversTypes['CreateProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationCreateProblemItemArgs, 'input'>>;
  createResearchTopic?: Resolver<Maybe<ResolversTypes['CreateResearchTopicPayload']>, ParentType, ContextType, RequireFields<MutationCreateResearchTopicArgs, 'input'>>;
  extendProblemItem?: Resolver<Maybe<ResolversTypes['ExtendProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationExtendProblemItemArgs, 'input'>>;
  fileProblemItem?: Resolver<Maybe<ResolversTypes['FileProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationFileProblemItemArgs, 'input'>>;
  linkSpreadsheet?: Resolver<Maybe<ResolversTypes['LinkSpreadsheetPayload']>, ParentType, ContextType, RequireFields<MutationLinkSpreadsheetArgs, 'input'>>;
  linkSummary?: Resolver<Maybe<ResolversTypes['LinkSummaryPayload']>, ParentType, ContextType, RequireFields<MutationLinkSummaryArgs, 'input'>>;
  pauseSpreadsheet?: Resolver<Maybe<ResolversTypes['PauseSpreadsheetPayload']>, ParentType, ContextType, RequireFields<MutationPauseSpreadsheetArgs, 'input'>>;
  previewSync?: Resolver<Maybe<ResolversTypes['PreviewSyncPayload']>, ParentType, ContextType, RequireFields<MutationPreviewSyncArgs, 'input'>>;
  releaseBrake?: Resolver<Maybe<ResolversTypes['ReleaseBrakePayload']>, ParentType, ContextType, RequireFields<MutationReleaseBrakeArgs, 'input'>>;
  reopenProblemItem?: Resolver<Maybe<ResolversTypes['ReopenProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationReopenProblemItemArgs, 'input'>>;
  restateRollup?: Resolver<Maybe<ResolversTypes['RestateRollupPayload']>, ParentType, ContextType, RequireFields<MutationRestateRollupArgs, 'input'>>;
  restoreEntry?: Resolver<Maybe<ResolversTypes['RestoreEntryPayload']>, ParentType, ContextType, RequireFields<MutationRestoreEntryArgs, 'input'>>;
  restoreProblemItem?: Resolver<Maybe<ResolversTypes['RestoreProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationRestoreProblemItemArgs, 'input'>>;
  restoreResearchTopic?: Resolver<Maybe<ResolversTypes['RestoreResearchTopicPayload']>, ParentType, ContextType, RequireFields<MutationRestoreResearchTopicArgs, 'input'>>;
  returnProblemItem?: Resolver<Maybe<ResolversTypes['ReturnProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationReturnProblemItemArgs, 'input'>>;
  setColumn?: Resolver<Maybe<ResolversTypes['SetColumnPayload']>, ParentType, ContextType, RequireFields<MutationSetColumnArgs, 'input'>>;
  setTabRole?: Resolver<Maybe<ResolversTypes['SetTabRolePayload']>, ParentType, ContextType, RequireFields<MutationSetTabRoleArgs, 'input'>>;
  settleConflict?: Resolver<Maybe<ResolversTypes['SettleConflictPayload']>, ParentType, ContextType, RequireFields<MutationSettleConflictArgs, 'input'>>;
  standProblemItem?: Resolver<Maybe<ResolversTypes['StandProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationStandProblemItemArgs, 'input'>>;
  startProblemItem?: Resolver<Maybe<ResolversTypes['StartProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationStartProblemItemArgs, 'input'>>;
  submitProblemItem?: Resolver<Maybe<ResolversTypes['SubmitProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationSubmitProblemItemArgs, 'input'>>;
  syncSpreadsheet?: Resolver<Maybe<ResolversTypes['SyncSpreadsheetPayload']>, ParentType, ContextType, RequireFields<MutationSyncSpreadsheetArgs, 'input'>>;
  transferProblemItem?: Resolver<Maybe<ResolversTypes['TransferProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationTransferProblemItemArgs, 'input'>>;
  updateProblemItem?: Resolver<Maybe<ResolversTypes['UpdateProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationUpdateProblemItemArgs, 'input'>>;
  updateProblemItems?: Resolver<Maybe<ResolversTypes['UpdateProblemItemsPayload']>, ParentType, ContextType, RequireFields<MutationUpdateProblemItemsArgs, 'input'>>;
  updateResearchTopic?: Resolver<Maybe<ResolversTypes['UpdateResearchTopicPayload']>, ParentType, ContextType, RequireFields<MutationUpdateResearchTopicArgs, 'input'>>;
  verifyProblemItem?: Resolver<Maybe<ResolversTypes['VerifyProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationVerifyProblemItemArgs, 'input'>>;
  voidProblemItem?: Resolver<Maybe<ResolversTypes['VoidProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationVoidProblemItemArgs, 'input'>>;
  withdrawProblemItem?: Resolver<Maybe<ResolversTypes['WithdrawProblemItemPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawProblemItemArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Conflict' | 'Entry' | 'ProblemItem' | 'ResearchTopic' | 'Spreadsheet' | 'Unit', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PassResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Pass'] = ResolversParentTypes['Pass']> = {
  conflicts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['PassOutcome'], ParentType, ContextType>;
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rowsRead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  toSheet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toStore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PassConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PassConnection'] = ResolversParentTypes['PassConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PassEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Pass']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PassEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PassEdge'] = ResolversParentTypes['PassEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Pass'], ParentType, ContextType>;
};

export type PauseSpreadsheetPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PauseSpreadsheetPayload'] = ResolversParentTypes['PauseSpreadsheetPayload']> = {
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlanLineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PlanLine'] = ResolversParentTypes['PlanLine']> = {
  action?: Resolver<ResolversTypes['PlanAction'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cell?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tab?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PointResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PreviewSyncPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PreviewSyncPayload'] = ResolversParentTypes['PreviewSyncPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['SyncPlan']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProblemItemResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ProblemItem'] = ResolversParentTypes['ProblemItem']> = {
  actions?: Resolver<Array<ResolversTypes['WorkflowAction']>, ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['ProblemCategory']>, ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['Cell']>, ParentType, ContextType>;
  claim?: Resolver<Maybe<ResolversTypes['Claim']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  completedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cycle?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Due']>, ParentType, ContextType>;
  dueSoon?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  extendCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, Partial<ProblemItemHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  light?: Resolver<ResolversTypes['Light'], ParentType, ContextType>;
  measures?: Resolver<Array<ResolversTypes['Measure']>, ParentType, ContextType>;
  nextReviewOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  originUnit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remark?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolution?: Resolver<ResolversTypes['Resolution'], ParentType, ContextType>;
  returnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['ProblemSource']>, ParentType, ContextType>;
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ProblemState'], ParentType, ContextType>;
  stateText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['ResearchTopic']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProblemItemConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ProblemItemConnection'] = ResolversParentTypes['ProblemItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProblemItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProblemItemEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ProblemItemEdge'] = ResolversParentTypes['ProblemItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProblemItem'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  entry?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType, RequireFields<QueryEntryArgs, 'code'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType, RequireFields<QueryProblemItemArgs, 'code'>>;
  problemItems?: Resolver<ResolversTypes['ProblemItemConnection'], ParentType, ContextType, Partial<QueryProblemItemsArgs>>;
  researchTopic?: Resolver<Maybe<ResolversTypes['ResearchTopic']>, ParentType, ContextType, RequireFields<QueryResearchTopicArgs, 'code'>>;
  researchTopics?: Resolver<ResolversTypes['ResearchTopicConnection'], ParentType, ContextType, Partial<QueryResearchTopicsArgs>>;
  rollup?: Resolver<ResolversTypes['Rollup'], ParentType, ContextType, RequireFields<QueryRollupArgs, 'unit'>>;
  serviceAccounts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType, RequireFields<QuerySpreadsheetArgs, 'spreadsheetId'>>;
  spreadsheets?: Resolver<ResolversTypes['SpreadsheetConnection'], ParentType, ContextType, Partial<QuerySpreadsheetsArgs>>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<QueryUnitArgs, 'code'>>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, Partial<QueryUnitsArgs>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type ReleaseBrakePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReleaseBrakePayload'] = ResolversParentTypes['ReleaseBrakePayload']> = {
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReopenProblemItemPayload'] = ResolversParentTypes['ReopenProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResearchTopicResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ResearchTopic'] = ResolversParentTypes['ResearchTopic']> = {
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  aspect?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['Cell']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Due']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, Partial<ResearchTopicHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problemItems?: Resolver<ResolversTypes['ProblemItemConnection'], ParentType, ContextType, Partial<ResearchTopicProblemItemsArgs>>;
  progress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remark?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TopicStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResearchTopicConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ResearchTopicConnection'] = ResolversParentTypes['ResearchTopicConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ResearchTopicEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ResearchTopic']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ResearchTopicEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ResearchTopicEdge'] = ResolversParentTypes['ResearchTopicEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ResearchTopic'], ParentType, ContextType>;
};

export type RestateRollupPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestateRollupPayload'] = ResolversParentTypes['RestateRollupPayload']> = {
  restated?: Resolver<Maybe<Array<ResolversTypes['RestatedDay']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestatedDayResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestatedDay'] = ResolversParentTypes['RestatedDay']> = {
  changes?: Resolver<Array<ResolversTypes['FigureChange']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RestoreEntryPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestoreEntryPayload'] = ResolversParentTypes['RestoreEntryPayload']> = {
  entry?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestoreProblemItemPayload'] = ResolversParentTypes['RestoreProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreResearchTopicPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestoreResearchTopicPayload'] = ResolversParentTypes['RestoreResearchTopicPayload']> = {
  researchTopic?: Resolver<Maybe<ResolversTypes['ResearchTopic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReturnProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReturnProblemItemPayload'] = ResolversParentTypes['ReturnProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RollupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Rollup'] = ResolversParentTypes['Rollup']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Rollup']>, ParentType, ContextType>;
  indicators?: Resolver<Array<ResolversTypes['Indicator']>, ParentType, ContextType, Partial<RollupIndicatorsArgs>>;
  missingUnits?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Point']>, ParentType, ContextType, RequireFields<RollupSeriesArgs, 'key' | 'last'>>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['RollupVersion']>, ParentType, ContextType>;
};

export type RollupVersionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RollupVersion'] = ResolversParentTypes['RollupVersion']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['FigureChange']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetColumnPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SetColumnPayload'] = ResolversParentTypes['SetColumnPayload']> = {
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetTabRolePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SetTabRolePayload'] = ResolversParentTypes['SetTabRolePayload']> = {
  spreadsheet?: Resolver<Maybe<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SettleConflictPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SettleConflictPayload'] = ResolversParentTypes['SettleConflictPayload']> = {
  conflict?: Resolver<Maybe<ResolversTypes['Conflict']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SpreadsheetResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Spreadsheet'] = ResolversParentTypes['Spreadsheet']> = {
  aliases?: Resolver<Array<ResolversTypes['ColumnAlias']>, ParentType, ContextType>;
  brakedPass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastPass?: Resolver<Maybe<ResolversTypes['Pass']>, ParentType, ContextType>;
  passes?: Resolver<ResolversTypes['PassConnection'], ParentType, ContextType, Partial<SpreadsheetPassesArgs>>;
  problems?: Resolver<Array<ResolversTypes['CellProblem']>, ParentType, ContextType>;
  reading?: Resolver<Maybe<ResolversTypes['SpreadsheetReading']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spreadsheetId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SpreadsheetState'], ParentType, ContextType>;
  tabs?: Resolver<Array<ResolversTypes['SpreadsheetTab']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  viewerCanRelease?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanSync?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpreadsheetConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SpreadsheetConnection'] = ResolversParentTypes['SpreadsheetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SpreadsheetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SpreadsheetEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SpreadsheetEdge'] = ResolversParentTypes['SpreadsheetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Spreadsheet'], ParentType, ContextType>;
};

export type SpreadsheetReadingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SpreadsheetReading'] = ResolversParentTypes['SpreadsheetReading']> = {
  tabs?: Resolver<Array<ResolversTypes['TabReading']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SpreadsheetTabResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SpreadsheetTab'] = ResolversParentTypes['SpreadsheetTab']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['TabRole'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StandProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StandProblemItemPayload'] = ResolversParentTypes['StandProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StartProblemItemPayload'] = ResolversParentTypes['StartProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubmitProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SubmitProblemItemPayload'] = ResolversParentTypes['SubmitProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SyncPlanResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SyncPlan'] = ResolversParentTypes['SyncPlan']> = {
  brake?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  brakeReason?: Resolver<Maybe<ResolversTypes['BrakeReason']>, ParentType, ContextType>;
  conflicts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PlanLine']>, ParentType, ContextType>;
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsRead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toSheet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toStore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncSpreadsheetPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SyncSpreadsheetPayload'] = ResolversParentTypes['SyncSpreadsheetPayload']> = {
  pass?: Resolver<Maybe<ResolversTypes['Pass']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SystemColumnReadingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SystemColumnReading'] = ResolversParentTypes['SystemColumnReading']> = {
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  header?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  present?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TabReadingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TabReading'] = ResolversParentTypes['TabReading']> = {
  columns?: Resolver<Array<ResolversTypes['ColumnReading']>, ParentType, ContextType>;
  headerDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  headerRow?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  insertRow?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['CellProblem']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referenceDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['TabRole'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsWithCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  systemColumns?: Resolver<Array<ResolversTypes['SystemColumnReading']>, ParentType, ContextType>;
  tabId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unreadable?: Resolver<Array<ResolversTypes['CellProblem']>, ParentType, ContextType>;
  unreadableCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransferProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TransferProblemItemPayload'] = ResolversParentTypes['TransferProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnitResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  children?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, Partial<UnitChildrenArgs>>;
  closurePolicy?: Resolver<ResolversTypes['ClosurePolicy'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['EntryConnection'], ParentType, ContextType, RequireFields<UnitEntriesArgs, 'kind'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['UnitLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  problemItems?: Resolver<ResolversTypes['ProblemItemConnection'], ParentType, ContextType, Partial<UnitProblemItemsArgs>>;
  researchTopics?: Resolver<ResolversTypes['ResearchTopicConnection'], ParentType, ContextType, Partial<UnitResearchTopicsArgs>>;
  rollup?: Resolver<ResolversTypes['Rollup'], ParentType, ContextType, Partial<UnitRollupArgs>>;
  spreadsheets?: Resolver<Array<ResolversTypes['Spreadsheet']>, ParentType, ContextType>;
  summarySpreadsheet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UnitEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnitEdge'] = ResolversParentTypes['UnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UpdateProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UpdateProblemItemPayload'] = ResolversParentTypes['UpdateProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProblemItemsPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UpdateProblemItemsPayload'] = ResolversParentTypes['UpdateProblemItemsPayload']> = {
  results?: Resolver<Array<ResolversTypes['UpdateProblemItemPayload']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateResearchTopicPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UpdateResearchTopicPayload'] = ResolversParentTypes['UpdateResearchTopicPayload']> = {
  researchTopic?: Resolver<Maybe<ResolversTypes['ResearchTopic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type VerifyProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['VerifyProblemItemPayload'] = ResolversParentTypes['VerifyProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type VoidProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['VoidProblemItemPayload'] = ResolversParentTypes['VoidProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WithdrawProblemItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WithdrawProblemItemPayload'] = ResolversParentTypes['WithdrawProblemItemPayload']> = {
  problemItem?: Resolver<Maybe<ResolversTypes['ProblemItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  AddUnitPayload?: AddUnitPayloadResolvers<ContextType>;
  AnswerTransferPayload?: AnswerTransferPayloadResolvers<ContextType>;
  Cell?: CellResolvers<ContextType>;
  CellProblem?: CellProblemResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  ColumnAlias?: ColumnAliasResolvers<ContextType>;
  ColumnReading?: ColumnReadingResolvers<ContextType>;
  Conflict?: ConflictResolvers<ContextType>;
  CreateProblemItemPayload?: CreateProblemItemPayloadResolvers<ContextType>;
  CreateResearchTopicPayload?: CreateResearchTopicPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Due?: DueResolvers<ContextType>;
  Entry?: EntryResolvers<ContextType>;
  EntryConnection?: EntryConnectionResolvers<ContextType>;
  EntryEdge?: EntryEdgeResolvers<ContextType>;
  ExtendProblemItemPayload?: ExtendProblemItemPayloadResolvers<ContextType>;
  FigureChange?: FigureChangeResolvers<ContextType>;
  FileProblemItemPayload?: FileProblemItemPayloadResolvers<ContextType>;
  Fraction?: FractionResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  LinkSpreadsheetPayload?: LinkSpreadsheetPayloadResolvers<ContextType>;
  LinkSummaryPayload?: LinkSummaryPayloadResolvers<ContextType>;
  Measure?: MeasureResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Pass?: PassResolvers<ContextType>;
  PassConnection?: PassConnectionResolvers<ContextType>;
  PassEdge?: PassEdgeResolvers<ContextType>;
  PauseSpreadsheetPayload?: PauseSpreadsheetPayloadResolvers<ContextType>;
  PlanLine?: PlanLineResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  PreviewSyncPayload?: PreviewSyncPayloadResolvers<ContextType>;
  ProblemItem?: ProblemItemResolvers<ContextType>;
  ProblemItemConnection?: ProblemItemConnectionResolvers<ContextType>;
  ProblemItemEdge?: ProblemItemEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReleaseBrakePayload?: ReleaseBrakePayloadResolvers<ContextType>;
  ReopenProblemItemPayload?: ReopenProblemItemPayloadResolvers<ContextType>;
  ResearchTopic?: ResearchTopicResolvers<ContextType>;
  ResearchTopicConnection?: ResearchTopicConnectionResolvers<ContextType>;
  ResearchTopicEdge?: ResearchTopicEdgeResolvers<ContextType>;
  RestateRollupPayload?: RestateRollupPayloadResolvers<ContextType>;
  RestatedDay?: RestatedDayResolvers<ContextType>;
  RestoreEntryPayload?: RestoreEntryPayloadResolvers<ContextType>;
  RestoreProblemItemPayload?: RestoreProblemItemPayloadResolvers<ContextType>;
  RestoreResearchTopicPayload?: RestoreResearchTopicPayloadResolvers<ContextType>;
  ReturnProblemItemPayload?: ReturnProblemItemPayloadResolvers<ContextType>;
  Rollup?: RollupResolvers<ContextType>;
  RollupVersion?: RollupVersionResolvers<ContextType>;
  SetColumnPayload?: SetColumnPayloadResolvers<ContextType>;
  SetTabRolePayload?: SetTabRolePayloadResolvers<ContextType>;
  SettleConflictPayload?: SettleConflictPayloadResolvers<ContextType>;
  Spreadsheet?: SpreadsheetResolvers<ContextType>;
  SpreadsheetConnection?: SpreadsheetConnectionResolvers<ContextType>;
  SpreadsheetEdge?: SpreadsheetEdgeResolvers<ContextType>;
  SpreadsheetReading?: SpreadsheetReadingResolvers<ContextType>;
  SpreadsheetTab?: SpreadsheetTabResolvers<ContextType>;
  StandProblemItemPayload?: StandProblemItemPayloadResolvers<ContextType>;
  StartProblemItemPayload?: StartProblemItemPayloadResolvers<ContextType>;
  SubmitProblemItemPayload?: SubmitProblemItemPayloadResolvers<ContextType>;
  SyncPlan?: SyncPlanResolvers<ContextType>;
  SyncSpreadsheetPayload?: SyncSpreadsheetPayloadResolvers<ContextType>;
  SystemColumnReading?: SystemColumnReadingResolvers<ContextType>;
  TabReading?: TabReadingResolvers<ContextType>;
  TransferProblemItemPayload?: TransferProblemItemPayloadResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  UnitEdge?: UnitEdgeResolvers<ContextType>;
  UpdateProblemItemPayload?: UpdateProblemItemPayloadResolvers<ContextType>;
  UpdateProblemItemsPayload?: UpdateProblemItemsPayloadResolvers<ContextType>;
  UpdateResearchTopicPayload?: UpdateResearchTopicPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VerifyProblemItemPayload?: VerifyProblemItemPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  VoidProblemItemPayload?: VoidProblemItemPayloadResolvers<ContextType>;
  WithdrawProblemItemPayload?: WithdrawProblemItemPayloadResolvers<ContextType>;
};

