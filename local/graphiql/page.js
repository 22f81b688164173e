import { examples } from "./examples.js";

/** Runs in the browser. The role switch asks the issuer of this machine for a token, so no token is ever typed. */

const roles = { CLERK: "经办人", LEADER: "负责人", VERIFIER: "审核人", VIEWER: "查阅人", ADMIN: "管理员" };
const { React, ReactDOM, GraphiQL } = window;
const unitSelect = document.getElementById("unit");
const roleSelect = document.getElementById("role");
const exampleSelect = document.getElementById("example");
const costOutput = document.getElementById("cost");
const kept = JSON.parse(sessionStorage.getItem("graphiql.who") ?? '{"unit":"cn","role":"VERIFIER"}');

/** null: another issuer signs the tokens of this API, and they are typed into the headers. */
let token = await tokenOf("cn", "ADMIN");
const { data } = await ask({ query: "{ units(first: 100) { nodes { code name } } }" });
const option = (value, text) => Object.assign(document.createElement("option"), { value, textContent: text });
unitSelect.append(...(data?.units.nodes ?? []).map(({ code, name }) => option(code, `${name}（${code}）`)));
roleSelect.append(...Object.entries(roles).map(([role, word]) => option(role, `${word} ${role}`)));
exampleSelect.append(option("", "选择…"), ...examples.map(({ name }, index) => option(String(index), name)));
unitSelect.value = kept.unit;
roleSelect.value = kept.role;
await switchRole();
unitSelect.addEventListener("change", switchRole);
roleSelect.addEventListener("change", switchRole);

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
await show(examples[1]);
exampleSelect.addEventListener("change", async () => {
  if (exampleSelect.value !== "") await show(examples[Number(exampleSelect.value)]);
});

async function switchRole() {
  const who = { unit: unitSelect.value || "cn", role: roleSelect.value || "VERIFIER" };
  sessionStorage.setItem("graphiql.who", JSON.stringify(who));
  token = await tokenOf(who.unit, who.role);
}

async function show({ name, query, variables }) {
  const filled = variables === undefined ? "{}" : await fill(JSON.stringify(variables, null, 2));
  root.render(
    React.createElement(GraphiQL, {
      key: name,
      fetcher: ask,
      query,
      variables: filled,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: token === null,
    }),
  );
}

/** What the chosen unit has, so that an example runs as it stands. */
async function fill(variables) {
  const unit = unitSelect.value;
  const { data } = await ask({
    query: `query ($unit: String!) {
      problemItems(filter: { unit: $unit, descendants: true }, first: 1) { nodes { code version } }
      spreadsheets(unit: $unit, descendants: true, first: 1) { nodes { spreadsheetId } }
    }`,
    variables: { unit },
  });
  const [item] = data?.problemItems.nodes ?? [];
  const [sheet] = data?.spreadsheets.nodes ?? [];
  return variables
    .replaceAll('"unit": ""', `"unit": ${JSON.stringify(unit)}`)
    .replaceAll('"code": ""', `"code": ${JSON.stringify(item?.code ?? "")}`)
    .replaceAll('"id": ""', `"id": ${JSON.stringify(sheet?.spreadsheetId ?? "")}`)
    .replaceAll('"version": 1', `"version": ${item?.version ?? 1}`);
}

async function ask(request, { headers } = {}) {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body: JSON.stringify(request),
  });
  const answer = await response.json();
  const cost = answer.extensions?.cost;
  costOutput.textContent = cost === undefined ? "" : `开销 ${cost.requested} / ${cost.limit}`;
  return answer;
}

async function tokenOf(unit, role) {
  const response = await fetch(`/local/token?${new URLSearchParams({ unit, role })}`);
  return response.ok ? (await response.json()).token : null;
}
