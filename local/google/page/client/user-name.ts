const KEY = "sheet-page.user-name";
const DEFAULT_NAME = "县局办事员";

/** The person's name, kept in this browser. */
export function userName(): string {
  return localStorage.getItem(KEY)?.trim() || DEFAULT_NAME;
}

/** The bearer token that carries the name. A header holds no Chinese characters, so it travels as an unsigned JWT. */
export function bearerToken(): string {
  const part = (value: unknown) => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)));
    return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  return `${part({ alg: "none" })}.${part({ email: userName() })}.local`;
}

export function bindUserName(field: HTMLInputElement): void {
  field.value = userName();
  field.addEventListener("change", () => {
    localStorage.setItem(KEY, field.value.trim());
    field.value = userName();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) field.blur();
  });
}
