const KEY = "sheet-page.user-name";
const DEFAULT_NAME = "县局办事员";

/** The person's name, kept in this browser; it is the bearer token of every call. */
export function userName(): string {
  return localStorage.getItem(KEY)?.trim() || DEFAULT_NAME;
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
