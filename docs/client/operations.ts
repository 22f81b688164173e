/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Absent fields stay as they are; null empties a field. */
export type UpdateProblemItemInput = {
  /** Its category (问题类别). */
  category?: ProblemCategory | null | undefined;
  /** Makes a repeated request answer with the first one's result, for 24 hours; at most 100 characters (幂等键). */
  clientMutationId?: string | null | undefined;
  /** The item to change (系统编号). */
  code: string;
  /** The day of completion (完成时间). */
  completedOn?: string | null | undefined;
  /** Responsible department (责任部门). */
  department?: string | null | undefined;
  /** What the problem is; must not be emptied (问题描述). */
  description?: string | null | undefined;
  /** Deadline, as a clerk would write it (整改时限). */
  due?: string | null | undefined;
  /** Responsible official; several names separated by 、 (责任领导). */
  leader?: string | null | undefined;
  /** What is to be done about it, one entry each (整改措施). */
  measures?: Array<string> | null | undefined;
  /** Responsible person; several names separated by 、 (责任人). */
  owner?: string | null | undefined;
  /** How far it is (整改进展). */
  progress?: string | null | undefined;
  /** Remark (备注). */
  remark?: string | null | undefined;
  /** How it was found (问题来源). */
  source?: ProblemSource | null | undefined;
  /** Code of a research topic (调研课题). */
  topic?: string | null | undefined;
  /** The version the change is based on; a newer one answers CONFLICT. */
  version: number;
};

export type OpenItemsQueryVariables = Exact<{
  unit: string;
  first: number;
  after?: string | null | undefined;
}>;


export type OpenItemsQuery = { problemItems: { nodes: Array<{ code: string, version: number, description: string, stateText: string, overdue: boolean, due: { date: string | null, text: string } | null, unit: { name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ItemVersionQueryVariables = Exact<{
  code: string;
}>;


export type ItemVersionQuery = { problemItem: { version: number, progress: string | null } | null };

export type ReportProgressMutationVariables = Exact<{
  input: UpdateProblemItemInput;
}>;


export type ReportProgressMutation = { updateProblemItem: { problemItem: { code: string, version: number, progress: string | null } | null, userErrors: Array<{ code: string, message: string, path: Array<string> | null }> } | null };

export type FiguresQueryVariables = Exact<{
  unit: string;
  keys?: Array<IndicatorKey> | IndicatorKey | null | undefined;
}>;


export type FiguresQuery = { rollup: { asOf: string, unit: { name: string }, indicators: Array<{ key: IndicatorKey, value: number | null, text: string, partial: boolean, fraction: { text: string } | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const OpenItemsDocument = new TypedDocumentString(`
    query OpenItems($unit: String!, $first: Int!, $after: String) {
  problemItems(
    filter: {unit: $unit, descendants: true, state: [REGISTERED, IN_PROGRESS, STANDING, SUBMITTED, VERIFIED]}
    first: $first
    after: $after
  ) {
    nodes {
      code
      version
      description
      stateText
      overdue
      due {
        date
        text
      }
      unit {
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<OpenItemsQuery, OpenItemsQueryVariables>;
export const ItemVersionDocument = new TypedDocumentString(`
    query ItemVersion($code: String!) {
  problemItem(code: $code) {
    version
    progress
  }
}
    `) as unknown as TypedDocumentString<ItemVersionQuery, ItemVersionQueryVariables>;
export const ReportProgressDocument = new TypedDocumentString(`
    mutation ReportProgress($input: UpdateProblemItemInput!) {
  updateProblemItem(input: $input) {
    problemItem {
      code
      version
      progress
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReportProgressMutation, ReportProgressMutationVariables>;
export const FiguresDocument = new TypedDocumentString(`
    query Figures($unit: String!, $keys: [IndicatorKey!]) {
  rollup(unit: $unit) {
    unit {
      name
    }
    asOf
    indicators(keys: $keys) {
      key
      value
      text
      partial
      fraction {
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresQuery, FiguresQueryVariables>;