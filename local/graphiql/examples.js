/** Queries to begin with; the local demo has data for each. Empty variables are filled with what the chosen unit has. */
export const examples = [
  {
    name: "我能看到哪些单位",
    query: `# 当前用户和所能看到的单位
query Units {
  viewer { role unit { code name level } }
  units(first: 50) { nodes { code name level parent { code } spreadsheets { title state lastPass { outcome finishedAt } } } }
}
`,
  },
  {
    name: "问题清单（一页）",
    query: `# 问题清单：含下级单位，每页二十条
query Items($after: String) {
  problemItems(first: 20, after: $after) {
    nodes {
      code description state stateText category overdue
      due { kind date text } unit { name } topic { title }
      measures { no text }
      history(first: 1) { nodes { at side actor field after } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: "逾期未办",
    query: `# 已逾期的问题，按时限排序
query Overdue {
  problemItems(filter: { overdue: true }, orderBy: { field: DUE }) {
    totalCount
    nodes { code description due { date text } unit { name } owner department }
  }
}
`,
  },
  {
    name: "登记一个问题（经办人）",
    query: `# 登记问题：角色选经办人 CLERK
mutation Create($input: CreateProblemItemInput!) {
  createProblemItem(input: $input) {
    problemItem { code version state }
    userErrors { code message path }
  }
}
`,
    variables: {
      input: { unit: "", description: "示例：从接口登记的问题", category: "LIVELIHOOD", due: "2026年底前" },
    },
  },
  {
    name: "申请销号（负责人）",
    query: `# 申请销号：角色选单位负责人 LEADER
mutation Submit($code: String!) {
  submitProblemItem(input: { code: $code }) {
    problemItem { code version state stateText actions }
    userErrors { code message path }
  }
}
`,
    variables: { code: "" },
  },
  {
    name: "批量修改（经办人）",
    query: `# 一次最多二十五条，每条单独成败；版本以读到的为准，旧了会答复 CONFLICT
mutation Batch($items: [UpdateProblemItemInput!]!) {
  updateProblemItems(input: { items: $items }) {
    results { problemItem { code version progress } userErrors { code message path } }
  }
}
`,
    variables: { items: [{ code: "", version: 1, progress: "示例：已联系相关单位" }] },
  },
  {
    name: "变更记录与恢复",
    query: `# 谁在何时从哪一边改了什么；restoreProblemItem 可以恢复到其中一个版本
query History($code: String!) {
  problemItem(code: $code) {
    code version description
    history(first: 20) { nodes { at side actor field before after reason } pageInfo { hasNextPage endCursor } }
  }
}
`,
    variables: { code: "" },
  },
  {
    name: "表格识别（体检）",
    query: `# 表格里认出了什么：标签页、表头、系统栏目、看不懂的单元格
query Reading($id: String!) {
  spreadsheet(spreadsheetId: $id) {
    title
    reading {
      tabs {
        title role reason kind headerRow rows
        columns { column header field fieldHeader binding confidence writable unreadable locked lockedWhy }
        systemColumns { header column present }
        problems { cell message }
        unreadable { cell message text }
      }
    }
  }
}
`,
    variables: { id: "" },
  },
  {
    name: "预演同步",
    query: `# 现在同步会做什么；什么都不写
mutation Preview($id: String!) {
  previewSync(input: { spreadsheetId: $id }) {
    plan { rowsRead toStore toSheet conflicts problems brake lines { action tab cell field before after message } }
    userErrors { code message }
  }
}
`,
    variables: { id: "" },
  },
  {
    name: "调研活动等其他台账",
    query: `# 调研活动、意见建议、成果清单等，逐格给出原文
query Activities($unit: String!) {
  unit(code: $unit) {
    name
    entries(kind: ACTIVITY, first: 20) { nodes { code cells { header text problem } } pageInfo { hasNextPage endCursor } }
  }
}
`,
    variables: { unit: "" },
  },
  {
    name: "表格与冲突",
    query: `# 表格的同步情况、看不懂的单元格和没有了结的冲突
query Sheets {
  spreadsheets(first: 20) {
    nodes {
      spreadsheetId title state reason unit { name }
      lastPass { id outcome rowsRead toStore toSheet conflicts problems }
      problems { tab cell message text }
      conflicts { id header sheetValue storeValue shown openedAt }
    }
  }
}
`,
  },
  {
    name: "汇总",
    query: `# 汇总：指标、下级单位和未报送单位
query Rollup($unit: String!) {
  rollup(unit: $unit) {
    asOf
    indicators(keys: [TOPICS, PROBLEMS, ON_SITE_RATE, CLOSURE_RATE, OVERDUE, MEASURES, REPORTING_RATE]) { key text partial fraction { text } }
    children { unit { name } indicators(keys: [PROBLEMS, CLOSURE_RATE, REPORTING_RATE]) { key text fraction { text } } }
    missingUnits { code name }
  }
}
`,
    variables: { unit: "" },
  },
];
