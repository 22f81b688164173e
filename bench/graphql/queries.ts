/** What every GraphQL bench asks. */

export const pageQuery = `query Page($unit: String!) {
  unit(code: $unit) {
    problemItems(first: 100) {
      nodes { code description unit { code name } topic { code title } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const itemQuery = `query Item($code: String!) {
  problemItem(code: $code) { code description version unit { code name } }
}`;

/** As the pages of the product list items: with values read from the clerks' texts. */
export const widePageQuery = `query WidePage($unit: String!) {
  unit(code: $unit) {
    problemItems(first: 100) {
      nodes {
        id code version description category source leader department owner progress
        due { kind date text } measures { no text } state standing overdue resolution
        unit { code name } topic { code title }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
}
