import { useEffect, useState } from "preact/hooks";

/** What the address after `#` names. Every page has an address, so that it can be sent to a colleague. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "unit"; readonly unit: string }
  | { readonly page: "figure"; readonly unit: string; readonly key: string }
  | { readonly page: "item"; readonly code: string }
  | { readonly page: "sheets" }
  | { readonly page: "sheet"; readonly id: string }
  | { readonly page: "inbox" };

export function parseRoute(hash: string): Route {
  const [kind, first, second] = hash.replace(/^#\/?/, "").split("/").map(decode);
  if (kind === "unit" && first)
    return second ? { page: "figure", unit: first, key: second } : { page: "unit", unit: first };
  if (kind === "item" && first) return { page: "item", code: first };
  if (kind === "sheets") return { page: "sheets" };
  if (kind === "sheet" && first) return { page: "sheet", id: first };
  if (kind === "inbox") return { page: "inbox" };
  return { page: "home" };
}

export function renderRoute(route: Route): string {
  const parts: Record<Route["page"], () => readonly string[]> = {
    home: () => [],
    unit: () => ["unit", route.page === "unit" ? route.unit : ""],
    figure: () => (route.page === "figure" ? ["unit", route.unit, route.key] : []),
    item: () => ["item", route.page === "item" ? route.code : ""],
    sheets: () => ["sheets"],
    sheet: () => ["sheet", route.page === "sheet" ? route.id : ""],
    inbox: () => ["inbox"],
  };
  return `#/${parts[route.page]().map(encodeURIComponent).join("/")}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
