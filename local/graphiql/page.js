import { examples } from "./examples.js";

/** Runs in the browser. The role switch asks the issuer of this machine for a token, so no token is ever typed. */

const roles = { CLERK: "经办人", LEADER: "负责人", VERIFIER: "审核人", VIEWER: "查阅人", ADMIN: "管理员" };
const { React, ReactDOM, GraphiQL } = window;
const unitSelect = document.getElementById("unit");
const roleSelect = document.getElementById("role");
const exampleSelect = document.getElementById("example");
const costOutput = document.getElementById("cost");
const kept = JSON.parse(sessionStorage.getItem("graphiql.who") ?? '{"unit":"cn","role":"VERIFIER"}');

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
show(examples[1]);
exampleSelect.addEventListener("change", () => {
  if (exampleSelect.value !== "") show(examples[Number(exampleSelect.value)]);
});

async function switchRole() {
  const who = { unit: unitSelect.value || "cn", role: roleSelect.value || "VERIFIER" };
  sessionStorage.setItem("graphiql.who", JSON.stringify(who));
  token = await tokenOf(who.unit, who.role);
}

function show({ name, query, variables }) {
  const filled = JSON.stringify(variables ?? {}, null, 2).replace(
    /"unit": ""/,
    `"unit": ${JSON.stringify(unitSelect.value)}`,
  );
  root.render(
    React.createElement(GraphiQL, {
      key: name,
      fetcher: ask,
      query,
      variables: filled,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: false,
    }),
  );
}

async function ask(request) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(request),
  });
  const answer = await response.json();
  const cost = answer.extensions?.cost;
  costOutput.textContent = cost === undefined ? "" : `开销 ${cost.requested} / ${cost.limit}`;
  return answer;
}

async function tokenOf(unit, role) {
  const response = await fetch(`/local/token?${new URLSearchParams({ unit, role })}`);
  return (await response.json()).token;
}
